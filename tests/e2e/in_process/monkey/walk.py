"""A walk of a monkey through the program, step by step, each told by its seed and its number."""

from collections import deque
from random import Random

from tests.e2e.in_process.monkey import deeds, hands, truth, undoing
from tests.e2e.in_process.monkey.complaints import Complaints

# How often each is done, of all that is done.
DEEDS = {
    hands.press_a_control: 14,
    hands.click_anywhere: 8,
    hands.press_a_key: 14,
    hands.press_a_shortcut: 8,
    hands.type_words: 7,
    hands.drag: 4,
    hands.scroll: 3,
    hands.resize: 2,
    deeds.say: 12,
    deeds.use_editor: 8,
    deeds.use_list: 9,
    deeds.use_menu: 4,
    deeds.delete_one: 3,
    deeds.undo: 5,
    deeds.redo: 3,
    undoing.go_back_and_forth: 4,
    deeds.answer: 10,
    deeds.solve: 3,
    deeds.let_a_second_pass: 6,
    deeds.let_time_pass: 6,
    deeds.let_next_ring: 8,
    deeds.travel: 1,
    deeds.set_the_clock: 1,
    deeds.go_to_page: 5,
    deeds.pause_all: 2,
    deeds.export_or_import: 2,
    deeds.answer_dialog: 4,
}
TOLD_OF_THE_END = 25


class Untrue(AssertionError):
    """A step after which something was not as it must be."""


class Walk:
    """Does one thing after the other in a cage that is open, and insists on the truth."""

    def __init__(self, cage) -> None:
        self.cage = cage
        # Only the end is ever told: the memory that is measured is to be the program's.
        self.told = deque(maxlen=TOLD_OF_THE_END)
        self._steps = 0
        self._complaints = Complaints()

    def __enter__(self):
        self.begin()
        return self

    def __exit__(self, *_failure):
        self.end()

    def begin(self):
        """Listen to complaints."""
        self._complaints.begin()

    def end(self):
        """Listen no more."""
        self._complaints.end()

    def complaints(self):
        """Give the complaints since the last step."""
        return self._complaints.take()

    def step(self, deed, chance):
        """Do one thing, let the program come to rest, and see what is true then."""
        self._steps += 1
        try:
            self.told.append(deed(self.cage, chance))
            self.cage.settle()
            self._insist()
        except Exception as error:
            end = "\n".join(self.told)
            raise Untrue(f"{error}\n\nafter {self._steps} steps:\n{end}") from error

    def _insist(self):
        complaints = self.complaints()
        assert not complaints, "\n".join(complaints)
        truth.check(self.cage)
        truth.read_everything(self.cage)


def chosen(seed, number):
    """Give what is done at a step of a walk, and the chance that it takes."""
    chance = Random(f"{seed} {number}")
    return chance.choices(list(DEEDS), list(DEEDS.values()))[0], chance
