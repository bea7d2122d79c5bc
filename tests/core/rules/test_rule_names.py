"""Every rule can stand in a file."""

from alarmclock.core.rules.rule import Rule
from alarmclock.core.rules.rule_names import RULE_NAMES, RULES


def test_every_rule_of_core_has_a_stored_name():
    """A rule that could not be stored would be found out by a person."""
    assert set(RULES.values()) == set(Rule.__args__)
    assert {RULES[name]: name for name in RULES} == RULE_NAMES
