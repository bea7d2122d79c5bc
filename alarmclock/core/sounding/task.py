"""What a person has to do before Stop stops: sums to work out, a sentence to type."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from random import Random

from alarmclock.core.ring_settings import Task
from alarmclock.values import dataclass

# How many come one after the other.
ROUNDS = {Task.NONE: 0, Task.EASY_SUM: 1, Task.SUM: 2, Task.HARD_SUM: 3, Task.SENTENCE: 1}
# No sum has a longer result, and nobody should have to read a longer number.
MOST_DIGITS = 18
WHOLE_NUMBER = re.compile(r"\+?(\d+|\d{1,3}(?P<group>[.,'’])\d{3}(?:(?P=group)\d{3})*)")
SPOKEN_SIGNS = {"+": "plus", "−": "minus", "×": "times"}
# What keyboards and text fields make of these is not what the person has to prove.
STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛´`", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        "…": "...",
    }
)
SENTENCES = (
    "Today begins with both feet on the floor.",
    "The kettle will not fill itself.",
    "Open the curtains and let the light in.",
    "I am awake, and I mean it.",
    "Nobody ever missed a train by being early.",
    "My bed will still be here tonight.",
    "The first step goes to the window.",
    "A glass of water, then the rest of the world.",
    "Birds have been up for hours already.",
    "Good mornings are made, not found.",
    "I can hear the coffee calling.",
    "Five more minutes never helped anybody.",
    "The shower is warm and it is waiting.",
    "Stretch, breathe, and stand up straight.",
    "Whoever types this is not asleep.",
    "The day is long, so let us start it.",
    "Socks first, then shoes, then adventure.",
    "There is toast at the end of this sentence.",
    "Last night I chose to get up now.",
    "The sun did not press snooze either.",
)


class Assignment(ABC):
    """One thing to answer."""

    @property
    @abstractmethod
    def prompt(self) -> str:
        """What is shown."""

    @property
    @abstractmethod
    def hint(self) -> str:
        """What to do, in the field while nothing is typed."""

    @property
    @abstractmethod
    def spoken(self) -> str:
        """What a screen reader says of it."""

    @property
    @abstractmethod
    def refusal(self) -> str:
        """What is said to a wrong answer."""

    @abstractmethod
    def check(self, answer: str) -> bool:
        """Tell whether an answer is right."""


@dataclass(frozen=True, slots=True)
class Sum(Assignment):
    """A sum to work out, such as “23 + 48 − 9”."""

    terms: str
    result: int

    @property
    def prompt(self) -> str:
        """The sum itself."""
        return f"{self.terms} ="

    @property
    def hint(self) -> str:
        """Ask for the number."""
        return "Your answer"

    @property
    def spoken(self) -> str:
        """The sum in words: a minus is easily missed when it is read out."""
        words = [SPOKEN_SIGNS.get(part, part) for part in self.terms.split()]
        return f"What is {' '.join(words)}?"

    @property
    def refusal(self) -> str:
        """Tell a slip from a word."""
        return "That is not the result. Work it out once more."

    def check(self, answer: str) -> bool:
        """Compare the number, however it is spaced and grouped."""
        number = "".join(answer.split())
        if len(number) > MOST_DIGITS or not (found := WHOLE_NUMBER.fullmatch(number)):
            return False
        return int(number.replace(found["group"] or "+", "")) == self.result


@dataclass(frozen=True, slots=True)
class Sentence(Assignment):
    """A sentence to type."""

    text: str

    @property
    def prompt(self) -> str:
        """The sentence itself."""
        return self.text

    @property
    def hint(self) -> str:
        """Say that the sentence itself is the answer."""
        return "Type this sentence"

    @property
    def spoken(self) -> str:
        """What to do with the sentence."""
        return f"Type this sentence: {self.text}"

    @property
    def refusal(self) -> str:
        """Say what is compared."""
        return "That is not the sentence yet. Compare it letter by letter."

    def check(self, answer: str) -> bool:
        """Compare the letters; capitals, spaces and the shape of quotes are forgiven."""
        return _plain(answer) == _plain(self.text)


def make_task(kind: Task, random: Random) -> Assignment:
    """Make one assignment of a kind. Task.NONE has none."""
    return MAKERS[kind](random)


def make_tasks(kind: Task, random: Random) -> tuple[Assignment, ...]:
    """Make all that comes before Stop, no two alike."""
    made: list[Assignment] = []
    while len(made) < ROUNDS[kind]:
        one = make_task(kind, random)
        if one not in made:
            made.append(one)
    return tuple(made)


def _easy_sum(random: Random) -> Sum:
    first, second = random.randint(3, 12), random.randint(3, 12)
    return Sum(f"{first} + {second}", first + second)


def _sum(random: Random) -> Sum:
    first, second, third = random.randint(21, 79), random.randint(21, 79), random.randint(6, 19)
    return Sum(f"{first} + {second} − {third}", first + second - third)


def _hard_sum(random: Random) -> Sum:
    first, second, third = random.randint(12, 29), random.randint(12, 29), random.randint(21, 99)
    return Sum(f"{first} × {second} + {third}", first * second + third)


def _sentence(random: Random) -> Sentence:
    return Sentence(random.choice(SENTENCES))


def _plain(text: str) -> str:
    return " ".join(text.translate(STRAIGHT).casefold().split())


MAKERS: dict[Task, Callable[[Random], Assignment]] = {
    Task.EASY_SUM: _easy_sum,
    Task.SUM: _sum,
    Task.HARD_SUM: _hard_sum,
    Task.SENTENCE: _sentence,
}
