"""Tests of the sentences about damaged entries."""

from alarmclock.store.problems import Problems


def test_nothing_damaged_is_not_mentioned():
    """A sound file has nothing to say."""
    problems = Problems()
    problems.note_items([])
    problems.note_rings(0)
    problems.note_settings([])
    assert list(problems) == []


def test_damaged_alarms_are_named():
    """A person learns which alarms will not ring."""
    problems = Problems()
    problems.note_items(["Gym", "", "two\nlines"])
    (sentence,) = problems
    assert sentence.startswith("3 alarms and timers could not be read and will not ring: “Gym”, ")
    assert sentence.count("one without a readable label") == 2


def test_of_many_damaged_alarms_the_first_are_named():
    """A sentence stays short enough to read."""
    problems = Problems()
    problems.note_items([f"a{number}" for number in range(1200)])
    (sentence,) = problems
    assert "“a4”, 1,195 more. " in sentence


def test_each_subject_has_its_sentence():
    """Alarms, rings and settings are told apart."""
    problems = Problems()
    problems.note_items(["Gym"])
    problems.note_rings(1)
    problems.note_settings(["theme"])
    assert [sentence.split(" could")[0] for sentence in problems] == [
        "1 alarm or timer",
        "1 earlier ring",
        "1 setting",
    ]


def test_the_last_reading_counts():
    """Reading again says the same once, and nothing when all is well."""
    problems = Problems()
    problems.note_settings(["theme"])
    problems.note_settings(["theme"])
    assert len(list(problems)) == 1
    problems.note_settings([])
    assert list(problems) == []
