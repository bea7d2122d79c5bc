from typing import get_args

from alarmclock.core.rules.rule import Once, OnDate, Rule
from alarmclock.ui.editor.rule_kind import COMMON, ROWS, RuleKind, kind_of


def test_every_rule_has_its_kind():
    """No rule is left out of the editor."""
    made = {rule: object.__new__(rule) for rule in get_args(Rule)}
    assert {kind_of(rule) for rule in made.values()} == set(RuleKind) == set(ROWS)


def test_only_once_and_a_date_do_not_repeat():
    """The kinds say of limits what the rules say."""
    repeating = {kind_of(object.__new__(rule)) for rule in get_args(Rule) if rule.repeats}
    assert {kind for kind in RuleKind if kind.repeats} == repeating
    assert {kind_of(Once()), kind_of(object.__new__(OnDate))} < set(COMMON)
