"""What has to be done before Stop: sums that come out, sentences that can be typed."""

import re
from random import Random

import pytest

from alarmclock.core.ring_settings import Task
from alarmclock.core.sounding.task import SENTENCES, Sentence, Sum, make_task, make_tasks

SUMS = {
    Task.EASY_SUM: r"\d{1,2} \+ \d{1,2} =",
    Task.SUM: r"\d\d \+ \d\d − \d{1,2} =",
    Task.HARD_SUM: r"\d\d × \d\d \+ \d\d =",
}


@pytest.mark.parametrize("kind", SUMS, ids=lambda kind: kind.value)
def test_the_result_of_every_sum_is_right(kind):
    """Worked out anew from what is shown; and it is a positive whole number."""
    for seed in range(300):
        made = make_task(kind, Random(seed))
        assert re.fullmatch(SUMS[kind], made.prompt)
        terms = made.prompt.removesuffix(" =").replace("−", "-").replace("×", "*")
        result = eval(terms)  # digits and three signs, as matched above
        assert result > 0
        assert made.check(str(result))
        assert not made.check(str(result + 1))


@pytest.mark.parametrize(
    "answer",
    ["1429", " 1 429 ", "1,429", "1.429", "1’429", "1'429", "1\u202f429", "01429", "+1429", "١٤٢٩"],
)
def test_a_number_is_right_however_it_is_written(answer):
    """Spaces and groups of thousands are a habit, not a mistake."""
    assert Sum("1390 + 39", 1429).check(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "",
        " ",
        "-1429",
        "142.9",
        "14,29",
        "1,4,29",
        "1,429.0",
        "1429 or so",
        "²",
        "9" * 5000,
        "1+428",
    ],
)
def test_what_is_not_the_number_is_wrong(answer):
    """A decimal is no group of thousands."""
    assert not Sum("1390 + 39", 1429).check(answer)


@pytest.mark.parametrize(
    "answer",
    [
        'It\'s "me" - now.',
        "it’s “me” – now.",
        "  IT‘S   „ME“   — NOW. ",
        "It's «me» − now.",
    ],
)
def test_a_sentence_is_right_in_any_case_and_typography(answer):
    """What a keyboard makes of quotes and dashes proves nothing."""
    assert Sentence("It’s “me” – now.").check(answer)


@pytest.mark.parametrize("answer", ["", "Its me - now.", 'It\'s "me" - no.', 'It\'s "me" now.'])
def test_a_sentence_with_other_letters_is_wrong(answer):
    """Every letter counts."""
    assert not Sentence("It’s “me” – now.").check(answer)


def test_there_are_twenty_sentences_that_any_keyboard_can_type():
    """None is so short that it is typed asleep, none too long for the window."""
    assert len(set(SENTENCES)) == 20
    for text in SENTENCES:
        assert text.isascii()
        assert 25 <= len(text) <= 60
        assert Sentence(text).check(text)


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (Task.NONE, 0),
        (Task.EASY_SUM, 1),
        (Task.SUM, 2),
        (Task.HARD_SUM, 3),
        (Task.SENTENCE, 1),
    ],
    ids=lambda value: getattr(value, "value", value),
)
def test_a_harder_task_is_a_longer_one(kind, count):
    """And no sum comes twice in a row."""
    for seed in range(50):
        tasks = make_tasks(kind, Random(seed))
        assert len({task.prompt for task in tasks}) == len(tasks) == count


def test_the_same_chance_gives_the_same_tasks():
    """So that a test knows what is asked."""
    assert make_tasks(Task.HARD_SUM, Random(4)) == make_tasks(Task.HARD_SUM, Random(4))


def test_signs_are_read_out_as_words():
    """A screen reader passes over a minus."""
    assert Sum("23 + 48 − 9", 62).spoken == "What is 23 plus 48 minus 9?"
    assert Sum("17 × 23 + 38", 429).spoken == "What is 17 times 23 plus 38?"
    assert Sentence("I am awake.").spoken == "Type this sentence: I am awake."
