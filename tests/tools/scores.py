"""The bundled alarm sounds, written down as notes; each function returns one finished loop."""

import math
from collections.abc import Callable, Iterable

from tests.tools.synth import Loop, Partial, Voice, glide, note, plateau, steady, swell

PIANO = Voice(
    (
        Partial(1, 1.0, 1.0),
        Partial(1.003, 0.35, 1.1),
        Partial(2, 0.34, 0.7),
        Partial(3, 0.12, 0.45),
        Partial(4, 0.10, 0.3),
        Partial(7.01, 0.06, 0.08),
    ),
    decay_s=0.8,
    attack_s=0.004,
)
MARIMBA = Voice(
    (Partial(1, 1.0, 1.0), Partial(3.93, 0.28, 0.3), Partial(9.7, 0.10, 0.1)),
    decay_s=0.32,
    attack_s=0.0015,
)
HARP = Voice(
    tuple(
        Partial(n * math.sqrt(1 + 0.00012 * n * n), math.sin(n * 0.75) / n**1.45, 1 / n**0.75)
        for n in range(1, 10)
    ),
    decay_s=0.85,
    attack_s=0.002,
)
MUSIC_BOX = Voice(
    (
        Partial(1, 1.0, 1.0),
        Partial(2.001, 0.22, 0.6),
        Partial(3.01, 0.10, 0.4),
        Partial(6.27, 0.13, 0.12),
    ),
    decay_s=0.6,
    attack_s=0.001,
)
GLASS = Voice(
    (
        Partial(1, 1.0, 1.0),
        Partial(1.0022, 0.7, 0.95),
        Partial(2.32, 0.2, 0.4),
        Partial(4.25, 0.1, 0.2),
    ),
    decay_s=0.95,
    attack_s=0.03,
)
HANDBELL = Voice(
    (
        Partial(1, 1.0, 1.0),
        Partial(1.0016, 0.6, 0.9),
        Partial(2.0, 0.18, 0.6),
        Partial(3.0, 0.42, 0.42),
        Partial(5.4, 0.10, 0.15),
    ),
    decay_s=1.0,
    attack_s=0.002,
)
PING = Voice((Partial(1, 1.0, 1.0), Partial(2, 0.3, 0.6), Partial(3, 0.1, 0.3)), decay_s=0.11)


def daybreak() -> Loop:
    """Four chords of broken notes; the melody on top climbs from bar to bar."""
    eighth_s, loop = 0.3, Loop(9.6)
    bars = (
        ("D4 A4 D5 E5 F#5 E5 D5 A4", "D3 A3 F#4", "F#5"),
        ("B3 F#4 B4 D5 F#5 D5 C#5 F#4", "B2 F#3 D4", "A5"),
        ("G3 D4 G4 B4 F#5 D5 B4 D5", "G2 D3 B3", "B5"),
        ("A3 E4 A4 C#5 E5 A5 E5 B4", "A2 E3 C#4", "C#6"),
    )
    for bar, (broken, chord, top) in enumerate(bars):
        start_s = bar * 8 * eighth_s
        for step, name in enumerate(broken.split()):
            loop.play(PIANO, start_s + step * eighth_s, note(name), 1.0 if step % 4 == 0 else 0.7)
        loop.play(PIANO, start_s + 4 * eighth_s, note(top), 0.7)
        for name in chord.split():
            tone = steady(note(name) * 2)
            loop.draw(start_s - 0.6, 9 * eighth_s + 1.2, tone, _scaled(swell, 0.16), (1, 0.3, 0.1))
    loop.reverberate(0.35)
    return loop


def dawn_chorus() -> Loop:
    """Birds near and far over a quiet open fifth."""
    loop = Loop(11.0)
    for at_s, fifth in ((0.0, "D4"), (5.5, "C4")):
        for ratio in (1.0, 1.5, 2.0):
            tone = steady(note(fifth) * ratio)
            loop.draw(at_s - 1.5, 8.0, tone, _scaled(swell, 0.10), (1, 0.2))
    for at_s, level in ((0.3, 0.8), (3.9, 0.9), (7.6, 0.85)):
        _blackbird(loop, at_s, level)
    for at_s in (2.2, 6.0, 9.6):
        _great_tit(loop, at_s, 0.24)
    for at_s in (1.7, 2.9, 5.9, 7.1, 10.0):
        _cuckoo(loop, at_s, 0.42)
    for at_s in (5.2, 9.0):
        _wren(loop, at_s, 0.2)
    loop.reverberate(0.5, feedback=0.8)
    return loop


def marimba() -> Loop:
    """Four bars in threes and twos, with a bass that answers."""
    sixteenth_s, loop = 0.125, Loop(8.0)
    bars = (
        ("G4 B4 D5 G5 D5 E5", "G3 D4"),
        ("D5 B4 G4 A4 B4 D5", "G3 B3"),
        ("C5 E5 G5 A5 G5 E5", "C4 G3"),
        ("D5 F#5 A5 D6 A5 F#5", "D4 A3"),
    )
    for bar, (tune, bass) in enumerate(bars):
        start_s = bar * 16 * sixteenth_s
        for step, name in zip((0, 3, 6, 8, 11, 14), tune.split(), strict=True):
            loop.play(MARIMBA, start_s + step * sixteenth_s, note(name), 1.0)
        for step, name in zip((2, 4, 10, 12, 15), (tune + " G5").split()[1:6], strict=True):
            loop.play(MARIMBA, start_s + step * sixteenth_s, note(name) / 2, 0.5)
        for step, name in zip((0, 8), bass.split(), strict=True):
            loop.play(MARIMBA, start_s + step * sixteenth_s, note(name), 0.9)
    loop.reverberate(0.22, feedback=0.7)
    return loop


def harp() -> Loop:
    """Four rising chords, each rolled over three octaves and held."""
    loop = Loop(9.6)
    rolls = (
        "C4 E4 G4 B4 D5 E5 G5 B5 D6 E6",
        "A3 C4 E4 G4 B4 C5 E5 G5 B5 C6",
        "F3 A3 C4 E4 G4 A4 C5 E5 G5 A5",
        "G3 B3 D4 F4 A4 B4 D5 F5 A5 B5",
    )
    for bar, roll in enumerate(rolls):
        names = roll.split()
        for step, name in enumerate(names):
            loop.play(HARP, bar * 2.4 + step * 0.12, note(name), 0.65 + 0.05 * step)
        for step, name in enumerate((names[7], names[8], names[6], names[7])):
            loop.play(HARP, bar * 2.4 + 1.32 + step * 0.27, note(name), 0.75)
    loop.reverberate(0.3)
    return loop


def music_box() -> Loop:
    """A waltz of eight bars."""
    beat_s, loop = 0.38, Loop(24 * 0.38)
    tune = "E6 C6 G5 A5 C6 D6 E6 G6 E6 D6 - - D6 B5 G5 A5 B5 C6 D6 F6 D6 C6 - E6"
    chords = ("C5 E5", "F5 A5", "C5 G5", "G4 B4", "G4 D5", "F5 A5", "G4 B4", "C5 E5")
    for beat, name in enumerate(tune.split()):
        if name != "-":
            loop.play(MUSIC_BOX, beat * beat_s, note(name), 1.0)
    for bar, chord in enumerate(chords):
        low, high = (note(name) for name in chord.split())
        for beat, pitch in enumerate((low, high, high)):
            loop.play(MUSIC_BOX, (bar * 3 + beat) * beat_s, pitch, 0.55 if beat == 0 else 0.4)
    loop.play(MUSIC_BOX, 10.5 * beat_s, note("G6"), 0.6)
    loop.play(MUSIC_BOX, 11 * beat_s, note("F6"), 0.6)
    loop.reverberate(0.25)
    return loop


def glass() -> Loop:
    """Twelve slow tones of one scale, each with its echo."""
    loop = Loop(9.6)
    tune = "E5 B5 G#5 F#5 C#6 B5 E6 G#5 C#6 F#5 B5 G#5"
    for step, name in enumerate(tune.split()):
        loop.play(GLASS, step * 0.8, note(name), 0.8 + 0.2 * (step % 3 == 0))
        if step % 3 == 0:
            loop.play(GLASS, step * 0.8, note(name) / 2, 0.5)
    loop.echo(0.4, 0.42, 3)
    loop.reverberate(0.4, feedback=0.82)
    return loop


def bells() -> Loop:
    """Plain hunt on six handbells, five rows."""
    loop = Loop(9.6)
    pitches = [note(name) for name in ("B5", "A5", "G5", "F#5", "E5", "D5")]
    for row, order in enumerate(("123456", "214365", "241635", "426153", "462513")):
        for place, bell in enumerate(order):
            loop.play(HANDBELL, row * 1.92 + place * 0.3, pitches[int(bell) - 1])
    loop.reverberate(0.25)
    return loop


def digital() -> Loop:
    """Four short beeps a second, then a breath."""
    loop = Loop(6.0)
    for second in range(6):
        for beep in range(4):
            at_s = second + beep * 0.125
            tones = (1.0, 0.0, 0.3, 0.0, 0.12)
            loop.draw(at_s, 0.075, steady(1046.5), plateau(0.06), tones)
            loop.draw(at_s, 0.075, steady(2093.0), _scaled(plateau(0.06), 0.5))
    return loop


def radar() -> Loop:
    """Groups of quick rising pings, answered by a falling sweep."""
    loop = Loop(6.4)
    scale = [note(name) for name in ("E5", "G5", "A5", "B5")]
    for group in range(4):
        start_s = group * 1.6
        for ping in range(8):
            loop.play(
                PING, start_s + ping * 0.1, scale[ping // 2] * (1 + ping % 2), 0.7 + ping * 0.05
            )
        loop.draw(start_s + 0.9, 0.22, glide(1975.0, 988.0), _scaled(swell, 0.8), (1, 0.2))
        loop.draw(start_s + 1.2, 0.22, glide(1975.0, 988.0), _scaled(swell, 0.5), (1, 0.2))
    loop.echo(0.2, 0.3, 2)
    loop.reverberate(0.12, feedback=0.7)
    return loop


def klaxon() -> Loop:
    """A square tone of 520 Hz, which wakes heavy sleepers best, and its fourth above."""
    loop = Loop(6.0)
    odd = tuple(1 / n if n % 2 else 0.0 for n in range(1, 14))
    for turn in range(6):
        loop.draw(turn, 0.46, steady(520.0), plateau(0.03), odd)
        loop.draw(turn + 0.46, 0.40, steady(693.3), plateau(0.03), odd)
    return loop


SCORES: dict[str, Callable[[], Loop]] = {
    "daybreak": daybreak,
    "dawn-chorus": dawn_chorus,
    "marimba": marimba,
    "harp": harp,
    "music-box": music_box,
    "glass": glass,
    "bells": bells,
    "digital": digital,
    "radar": radar,
    "klaxon": klaxon,
}


def _scaled(level: Callable[[float], float], factor: float) -> Callable[[float], float]:
    return lambda share: factor * level(share)


def _whistles(loop: Loop, at_s: float, level: float, calls: Iterable[tuple[float, ...]]) -> None:
    """Sing calls of (after, length, first pitch, last pitch), each with a soft start and end."""
    for after_s, length_s, first_hz, last_hz in calls:
        loop.draw(
            at_s + after_s, length_s, glide(first_hz, last_hz), _scaled(swell, level), (1, 0.08)
        )


def _blackbird(loop: Loop, at_s: float, level: float) -> None:
    flute = (
        (0.0, 0.26, 1760, 1865),
        (0.24, 0.20, 2217, 2093),
        (0.44, 0.34, 1661, 1976),
        (0.80, 0.16, 2489, 2349),
        (0.95, 0.30, 1865, 1480),
    )
    _whistles(loop, at_s, level, flute)
    twitter = (
        (1.24 + n * 0.06, 0.055, 3100 + 260 * (n % 3), 3500 - 180 * (n % 2)) for n in range(6)
    )
    _whistles(loop, at_s, level * 0.35, twitter)


def _great_tit(loop: Loop, at_s: float, level: float) -> None:
    pairs = ((0.0, 0.13, 4300, 4100), (0.16, 0.17, 3300, 3250))
    for turn in range(3):
        _whistles(loop, at_s + turn * 0.36, level, pairs)


def _cuckoo(loop: Loop, at_s: float, level: float) -> None:
    _whistles(loop, at_s, level, ((0.0, 0.22, 790, 775), (0.32, 0.34, 640, 618)))


def _wren(loop: Loop, at_s: float, level: float) -> None:
    _whistles(loop, at_s, level, ((n * 0.045, 0.042, 4200, 3300) for n in range(16)))
