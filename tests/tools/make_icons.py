"""Render the application icon's PNG files from its two drawings.

Run from the top of the project: python -m tests.tools.make_icons. It needs rsvg-convert (librsvg).
"""

import subprocess
from pathlib import Path

ICONS = Path(__file__).parents[2] / "resources" / "icons"
SMALL_SIZES_PX = (16, 24, 32)
LARGE_SIZES_PX = (48, 64, 128, 256, 512)


def render(drawing: Path, size_px: int) -> None:
    """Write one square PNG beside the drawing, named after its size."""
    target = ICONS / f"alarmclock-{size_px}.png"
    side = str(size_px)
    command = ["rsvg-convert", "--width", side, "--height", side, "--output", str(target)]
    subprocess.run([*command, str(drawing)], check=True)


def main() -> None:
    """Small sizes come from the drawing with fewer and thicker lines."""
    for size_px in SMALL_SIZES_PX:
        render(ICONS / "alarmclock-small.svg", size_px)
    for size_px in LARGE_SIZES_PX:
        render(ICONS / "alarmclock.svg", size_px)


if __name__ == "__main__":
    main()
