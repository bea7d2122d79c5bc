"""Cut the bundled Inter files from the upstream release to the scripts and features we show.

Run from the top of the project: python -m tests.tools.make_fonts DIRECTORY, where DIRECTORY holds
Inter-Regular.woff2 and its sisters of Inter 4.1. It needs fonttools and brotli.
"""

import subprocess
import sys
from pathlib import Path

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
STYLES = ("Regular", "Medium", "SemiBold", "Bold")
RANGES = (
    "U+0020-007E,U+00A0-024F,U+0259,U+02B9-02DD,U+1E00-1EFF",  # Latin
    "U+0300-0304,U+0306-030C,U+0313-0314,U+0323,U+0326-0328,U+0331",  # combining marks
    "U+0370-03FF,U+0400-0513",  # Greek and Cyrillic
    "U+2000-206F,U+2070-2094,U+20A0-20BF,U+2113,U+2116,U+2122,U+2126,U+2150-215F",  # punctuation
    "U+2190-21FF,U+21E7,U+2200-22FF,U+2318,U+2325,U+2326,U+232B,U+23CE",  # arrows, keys
    "U+23F5-23FA,U+25A0-25FF,U+2605-2606,U+2610-2612,U+2713-2717",  # signs
    "U+FB00-FB04,U+FEFF,U+FFFD",  # ligatures and specials
)
FEATURES = (
    "kern,mark,mkmk,ccmp,locl,calt,case,tnum,zero,ss01,ss03,"
    "cv01,cv02,cv03,cv04,cv05,cv06,cv08,cv09,cv10,cv11,cv12,cv13,"
    "frac,sups,subs,numr,dnom,ordn"
)


def fonttools(module: str, *arguments: str) -> None:
    """Run one of the font tools with this interpreter."""
    subprocess.run([sys.executable, "-m", f"fontTools.{module}", *arguments], check=True)


def subset(source: Path, target: Path) -> None:
    """Write a plain TrueType file with all names kept, without hinting instructions."""
    target.unlink(missing_ok=True)
    # The subsetter keeps the web format of its source, which Qt cannot read everywhere.
    fonttools("ttLib.woff2", "decompress", "-o", str(target), str(source))
    chosen = [f"--unicodes={','.join(RANGES)}", f"--layout-features={FEATURES}"]
    options = ["--no-hinting", "--name-IDs=*", "--notdef-outline", f"--output-file={target}"]
    fonttools("subset", str(target), *chosen, *options)


def main(upstream: Path) -> None:
    """Every bundled weight comes from the upstream file of the same name."""
    for style in STYLES:
        subset(upstream / f"Inter-{style}.woff2", FONTS / f"Inter-{style}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
