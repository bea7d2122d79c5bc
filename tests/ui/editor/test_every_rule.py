"""Every rule of repetition and every limit, entered by keyboard, saved, and shown again."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from alarmclock.core.alarm import NO_DATES, Pause
from alarmclock.core.outlook.explain import next_rings
from alarmclock.core.rules.calendar_rules import LAST, LeapPolicy
from alarmclock.core.rules.cycles import WeekParity
from alarmclock.core.rules.limits import NO_LIMITS, Limits
from alarmclock.core.rules.rule import (
    EVERY_DAY,
    WORKDAYS,
    EveryDays,
    EveryWeeks,
    IsoWeeks,
    MonthlyOnDay,
    MonthlyOnWeekday,
    Once,
    OnDate,
    OnDates,
    Weekday,
    Weekdays,
    Yearly,
)
from alarmclock.ui.widgets.calendar_popup import CalendarPopup
from tests.ui.editor.builders import NOW, PARIS, make_alarm

# A list or a calendar that opens is a window, and the offscreen platform says what it can't do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TUESDAY_FRIDAY = frozenset({Weekday.TUESDAY, Weekday.FRIDAY})
DAILY = Weekdays(EVERY_DAY)


def november(*days):
    """Give days of the month in which the tests are."""
    return frozenset(date(2026, 11, day) for day in days)


class Hands:
    """Uses the editor by keyboard alone."""

    def __init__(self, qtbot, editor):
        self._qtbot = qtbot
        self.editor = editor

    def find(self, name):
        """Give a control that can be seen."""
        found = self.editor.findChild(QWidget, name)
        assert found is not None
        assert found.isVisible(), name
        return found

    def press(self, name, key=Qt.Key.Key_Space):
        """Go to a control and press a key."""
        self.find(name).setFocus()
        self._qtbot.keyClick(self.find(name), key)

    def write(self, name, text):
        """Replace what is in a field."""
        field = self.find(name)
        field.setFocus()
        (field.lineEdit() if isinstance(field, QComboBox) else field).selectAll()
        self._qtbot.keyClicks(field, text)

    def pick(self, name, words):
        """Choose an entry of a list with the arrows."""
        box = self.find(name)
        box.setFocus()
        for _ in range(box.count()):
            self._qtbot.keyClick(box, Qt.Key.Key_Up)
        for _ in range(box.findText(words)):
            self._qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText() == words

    def mark(self, name, *keys):
        """Open the calendar of a list of dates, and walk and pick in it; it begins tomorrow."""
        self.press(name)
        calendar = next(
            each for each in self.editor.findChildren(CalendarPopup) if each.isVisible()
        )
        for key in keys:
            self._qtbot.keyClick(calendar, key)
        calendar.close()

    def enter(self, steps):
        """Do what a table says."""
        for verb, *rest in steps:
            getattr(self, verb)(*rest)

    def saved(self):
        """Save with Enter and give the alarm."""
        with self._qtbot.waitSignal(self.editor.save_requested, timeout=500) as heard:
            self.press("time", Qt.Key.Key_Return)
        return heard.args[0]

    def plan(self):
        """Read the next rings."""
        return self.editor.findChild(QWidget, "ringPlan").text().splitlines()

    def said_badly(self):
        """Read all sentences in the look of an error."""
        labels = self.editor.findChildren(QLabel)
        bad = [label for label in labels if label.property("look") == "bad"]
        return [label.text() for label in bad if label.isVisible()]


@pytest.fixture
def hands(qtbot, editor):
    """Somebody at the editor, who never touches the mouse."""
    return Hands(qtbot, editor)


ENTER, RIGHT, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Down
MORE = ("press", "moreRules")
RULES = {
    "once": ([("press", "ruleOnce")], Once()),
    "on a date": (
        [("press", "ruleOnDate"), ("write", "date", "28 Nov")],
        OnDate(date(2026, 11, 28)),
    ),
    "weekdays": (
        [("press", "ruleWeekdays"), ("press", "dayMon"), ("press", "daySun")],
        Weekdays(WORKDAYS - {Weekday.MONDAY} | {Weekday.SUNDAY}),
    ),
    "dates": (
        [MORE, ("press", "ruleOnDates"), ("mark", "dates", ENTER, RIGHT, RIGHT, ENTER)],
        OnDates(november(23, 25)),
    ),
    "every 3 days": (
        [MORE, ("press", "ruleEveryDays"), ("write", "dayCount", "3")],
        EveryDays(3, date(2026, 11, 23)),
    ),
    "every 10 days from a date": (
        [
            MORE,
            ("press", "ruleEveryDays"),
            ("write", "dayCount", "10 days"),
            ("write", "countedFrom", "2026-11-01"),
        ],
        EveryDays(10, date(2026, 11, 1)),
    ),
    "every 2nd week": (
        [
            MORE,
            ("press", "ruleEveryWeeks"),
            ("press", "dayMon"),
            ("press", "dayTue"),
            ("press", "dayFri"),
            ("write", "countedFrom", "1 Dec"),
        ],
        EveryWeeks(2, TUESDAY_FRIDAY, date(2026, 12, 1)),
    ),
    "even weeks": (
        [
            MORE,
            ("press", "ruleIsoWeeks"),
            ("pick", "parity", "Even weeks"),
            ("press", "dayTue"),
            ("press", "dayMon"),
            ("press", "dayFri"),
        ],
        IsoWeeks(WeekParity.EVEN, TUESDAY_FRIDAY),
    ),
    "odd weeks": (
        [MORE, ("press", "ruleIsoWeeks")],
        IsoWeeks(WeekParity.ODD, frozenset({Weekday.MONDAY})),
    ),
    "monthly on the 15th": (
        [MORE, ("press", "ruleMonthlyOnDay"), ("write", "monthDay", "15")],
        MonthlyOnDay(15),
    ),
    "last day of the month": (
        [MORE, ("press", "ruleMonthlyOnDay"), ("pick", "monthDay", "last day")],
        MonthlyOnDay(LAST),
    ),
    "second Tuesday": (
        [
            MORE,
            ("press", "ruleMonthlyOnWeekday"),
            ("pick", "nth", "second"),
            ("pick", "weekday", "Tuesday"),
        ],
        MonthlyOnWeekday(2, Weekday.TUESDAY),
    ),
    "last Friday": (
        [
            MORE,
            ("press", "ruleMonthlyOnWeekday"),
            ("pick", "nth", "last"),
            ("pick", "weekday", "Friday"),
        ],
        MonthlyOnWeekday(LAST, Weekday.FRIDAY),
    ),
    "yearly": (
        [
            MORE,
            ("press", "ruleYearly"),
            ("write", "yearDay", "24"),
            ("pick", "yearMonth", "December"),
        ],
        Yearly(12, 24),
    ),
    "29 February, else on 1 March": (
        [
            MORE,
            ("press", "ruleYearly"),
            ("write", "yearDay", "29"),
            ("pick", "yearMonth", "February"),
            ("pick", "leapPolicy", "Rings on 1 March"),
        ],
        Yearly(2, 29, LeapPolicy.MARCH_1),
    ),
    "29 February, leap years only": (
        [
            MORE,
            ("press", "ruleYearly"),
            ("pick", "yearMonth", "February"),
            ("write", "yearDay", "29"),
            ("pick", "leapPolicy", "Does not ring"),
        ],
        Yearly(2, 29, LeapPolicy.LEAP_YEARS_ONLY),
    ),
}
LIMITS = {
    "from": ([MORE, ("write", "firstDate", "1 Dec")], Limits(first=date(2026, 12, 1))),
    "until": ([MORE, ("write", "lastDate", "1 Dec")], Limits(last=date(2026, 12, 1))),
    "times": (
        [MORE, ("write", "times", "12")],
        Limits(first=date(2026, 11, 22), times=12),
    ),
    "times from a date": (
        [MORE, ("write", "firstDate", "24 Dec"), ("pick", "times", "3 times")],
        Limits(first=date(2026, 12, 24), times=3),
    ),
    "excepted": (
        [MORE, ("mark", "excepted", DOWN, ENTER, RIGHT, ENTER)],
        Limits(excepted=frozenset({date(2026, 11, 30), date(2026, 12, 1)})),
    ),
}


@pytest.mark.parametrize(("steps", "rule"), RULES.values(), ids=RULES)
def test_a_rule_is_entered_by_keyboard(hands, steps, rule):
    """What is chosen is exactly what is saved."""
    alarm = make_alarm(rule=OnDate(date(2026, 12, 31)))
    hands.editor.edit(alarm)
    hands.enter(steps)
    assert hands.saved() == replace(alarm, rule=rule)


@pytest.mark.parametrize(("steps", "limits"), LIMITS.values(), ids=LIMITS)
def test_a_limit_is_entered_by_keyboard(hands, steps, limits):
    """What is chosen is exactly what is saved."""
    alarm = make_alarm(rule=DAILY)
    hands.editor.edit(alarm)
    hands.enter(steps)
    assert hands.saved() == replace(alarm, limits=limits)


@pytest.mark.parametrize("rule", [rule for _, rule in RULES.values()], ids=RULES)
def test_a_saved_rule_is_shown_again(hands, rule):
    """An alarm that is only looked at stays as it is, and nothing counts as changed."""
    alarm = make_alarm(rule=rule)
    hands.editor.edit(make_alarm(rule=DAILY, limits=Limits(last=date(2027, 1, 1))))
    hands.editor.edit(alarm)
    assert not hands.editor.is_changed
    assert hands.saved() == alarm


@pytest.mark.parametrize("limits", [limits for _, limits in LIMITS.values()], ids=LIMITS)
def test_saved_limits_are_shown_again(hands, limits):
    """They are seen at once, without a press on More."""
    alarm = make_alarm(rule=DAILY, limits=limits)
    hands.editor.edit(alarm)
    assert hands.find("moreRules").isChecked()
    assert hands.saved() == alarm


@pytest.mark.parametrize("rule", [rule for _, rule in RULES.values()], ids=RULES)
def test_the_next_five_rings_are_those_of_the_schedule(hands, rule):
    """What is written out is what will be."""
    alarm = make_alarm(rule=rule)
    hands.editor.edit(alarm)
    expected = [ring.rings_at.strftime("%H:%M") for ring in next_rings(alarm, (), NOW, 5, PARIS)]
    days = [ring.occurrence.day for ring in next_rings(alarm, (), NOW, 5, PARIS)]
    shown = hands.plan()
    assert len(shown) == len(days)
    for line, day, at in zip(shown, days, expected, strict=True):
        year = "" if day.year == 2026 else f" {day.year}"
        assert line.startswith(f"{day:%a} {day.day} {day:%b}{year}, {at}")


def test_the_rings_follow_each_choice(hands):
    """They are live, before anything is saved."""
    hands.editor.edit(make_alarm(rule=DAILY))
    hands.write("time", "6:30")
    assert hands.plan()[0] == "Mon 23 Nov, 06:30"
    hands.enter([MORE, ("mark", "excepted", ENTER), ("write", "lastDate", "25 Nov")])
    assert hands.plan() == ["Tue 24 Nov, 06:30", "Wed 25 Nov, 06:30 · ends here"]


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        (
            {"skipped": november(23)},
            ["Mon 23 Nov, 07:15 · skipped", "Tue 24 Nov, 07:15"],
        ),
        ({"skipped": november(23, 24, 25)}, ["3 rings skipped", "Thu 26 Nov, 07:15"]),
        ({"pause": Pause(date(2026, 12, 1))}, ["Paused until Tue 1 Dec", "Tue 1 Dec, 07:15"]),
        ({"pause": Pause()}, ["Paused until it is resumed"]),
        ({"zone": "Asia/Tokyo"}, ["Mon 23 Nov, 07:15 (Sun 23:15 here)"]),
    ],
    ids=["skipped", "many skipped", "paused", "paused until resumed", "another zone"],
)
def test_what_is_special_is_said(hands, more, lines):
    """Each oddity has its reason."""
    hands.editor.edit(make_alarm(rule=DAILY, **more))
    assert hands.plan()[: len(lines)] == lines


def test_a_change_of_clocks_is_said(hands):
    """A time that does not exist, and one that comes twice."""
    days = frozenset({date(2027, 3, 28), date(2027, 10, 31)})
    hands.editor.edit(make_alarm(2, 30, rule=OnDates(days)))
    assert hands.plan() == [
        "Sun 28 Mar 2027, 03:30 · 02:30 does not exist, rings 03:30",
        "Sun 31 Oct 2027, 02:30 · 02:30 comes twice, rings the first time, ends here",
    ]


def test_what_was_skipped_and_paused_is_kept(hands):
    """Another label must not make an alarm ring that a person silenced."""
    alarm = make_alarm(rule=DAILY, skipped=november(23), pause=Pause(date(2026, 12, 1)))
    hands.editor.edit(alarm)
    hands.write("label", "Gym")
    assert hands.saved() == replace(alarm, label="Gym")


def test_a_rule_that_does_not_repeat_has_nothing_to_skip(hands):
    """Skipped dates and limits go with the rule that they belonged to."""
    limits = Limits(last=date(2027, 1, 1))
    hands.editor.edit(make_alarm(rule=DAILY, limits=limits, skipped=november(23)))
    hands.press("ruleOnce")
    alarm = hands.saved()
    assert (alarm.limits, alarm.skipped) == (NO_LIMITS, NO_DATES)
    assert not hands.editor.findChild(QWidget, "lastDate").isVisible()


# More and less


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return], ids=["Space", "Enter"])
def test_more_opens_by_keyboard(hands, key):
    """Enter on it must not save."""
    hands.editor.edit(make_alarm(rule=DAILY))
    assert not hands.editor.findChild(QWidget, "ruleYearly").isVisible()
    hands.press("moreRules", key)
    assert hands.find("ruleYearly")
    assert hands.find("lastDate")
    assert hands.find("moreRules").text() == "Less"


def test_less_hides_only_what_is_not_in_use(hands):
    """Nothing that has an effect is out of sight."""
    limits = Limits(last=date(2027, 1, 1))
    hands.editor.edit(make_alarm(rule=MonthlyOnDay(LAST), limits=limits))
    hands.press("moreRules")
    names = ("ruleMonthlyOnDay", "monthDay", "lastDate", "ruleYearly", "firstDate", "excepted")
    seen = [hands.editor.findChild(QWidget, name).isVisible() for name in names]
    assert seen == [True, True, True, False, False, False]


def test_arrows_go_through_the_rules(hands):
    """Right and Left choose the neighbour, as in any group of choices."""
    hands.editor.edit(make_alarm())
    hands.press("ruleOnce", Qt.Key.Key_Right)
    assert hands.find("ruleOnDate").isChecked()
    hands.press("ruleOnDate", Qt.Key.Key_Left)
    assert hands.find("ruleOnce").hasFocus()
    assert not hands.editor.is_changed


def test_once_has_no_limits(hands):
    """Limits are offered for rules that repeat."""
    hands.editor.edit(make_alarm())
    hands.press("moreRules")
    assert not hands.editor.findChild(QWidget, "lastDate").isVisible()
    hands.press("ruleWeekdays")
    assert hands.find("lastDate")


def test_the_leap_policy_is_seen_for_a_leap_day_only(hands):
    """It would be a riddle beside any other date."""
    hands.editor.edit(make_alarm(rule=Yearly(2, 29)))
    assert hands.find("leapPolicy")
    hands.write("yearDay", "28")
    assert not hands.editor.findChild(QWidget, "leapPolicy").isVisible()


# Offers


def test_months_that_are_left_out_are_told(hands):
    """And the last day is offered, which every month has."""
    hands.editor.edit(make_alarm(rule=MonthlyOnDay(31)))
    labels = [label.text() for label in hands.editor.findChildren(QLabel) if label.isVisible()]
    assert "Months without a 31st are left out." in labels
    hands.press("useLastDay", Qt.Key.Key_Return)
    assert hands.find("monthDay").hasFocus()
    assert hands.saved().rule == MonthlyOnDay(LAST)


def test_a_fifth_weekday_offers_the_last(hands):
    """Most months have no fifth."""
    hands.editor.edit(make_alarm(rule=MonthlyOnWeekday(5, Weekday.FRIDAY)))
    hands.press("useLastWeekday")
    assert hands.saved().rule == MonthlyOnWeekday(LAST, Weekday.FRIDAY)


def test_the_count_from_today_goes_with_the_number(hands):
    """What nobody entered does not stay."""
    hands.editor.edit(make_alarm(rule=DAILY))
    hands.enter([MORE, ("write", "times", "5")])
    assert hands.find("firstDate").text() == "Sun 22 Nov 2026"
    hands.write("times", "no limit")
    assert hands.find("firstDate").text() == ""
    assert not hands.editor.is_changed


def test_today_is_that_of_the_alarms_zone(hands):
    """In Auckland it is Monday already."""
    hands.editor.edit(make_alarm(rule=DAILY, zone="Pacific/Auckland"))
    hands.enter([MORE, ("pick", "times", "2 times")])
    assert hands.saved().limits == Limits(first=date(2026, 11, 23), times=2)


# What can't be saved


@pytest.mark.parametrize(
    ("rule", "steps", "field", "said"),
    [
        (
            EveryDays(2, date(2026, 11, 23)),
            [("write", "dayCount", "soon")],
            "dayCount",
            "Type a number of days, such as 3.",
        ),
        (
            EveryDays(2, date(2026, 11, 23)),
            [("write", "dayCount", "1000")],
            "dayCount",
            "Choose from 1 to 999 days.",
        ),
        (
            EveryDays(2, date(2026, 11, 23)),
            [("write", "countedFrom", "30 Feb")],
            "countedFrom",
            "There is no day 30 Feb. Type one such as 28 Nov.",
        ),
        (
            EveryWeeks(2, frozenset({Weekday.MONDAY}), date(2026, 11, 23)),
            [("write", "weekCount", "0")],
            "weekCount",
            "Choose from 1 to 99 weeks.",
        ),
        (
            IsoWeeks(WeekParity.ODD, frozenset({Weekday.MONDAY})),
            [("press", "dayMon")],
            "dayMon",
            "Choose at least one weekday.",
        ),
        (
            MonthlyOnDay(1),
            [("write", "monthDay", "32")],
            "monthDay",
            "Choose a day from 1 to 31, or the last day of the month.",
        ),
        (
            Yearly(2, 28),
            [("write", "yearDay", "30")],
            "yearDay",
            "There is no such date in any year.",
        ),
        (
            OnDates(november(23)),
            [("press", "dates20261123")],
            "dates",
            "Choose at least one date.",
        ),
        (
            OnDates(november(20)),
            [],
            "dates",
            "This rule has no more rings: all of its dates are over. Add a later one.",
        ),
        (
            DAILY,
            [MORE, ("write", "lastDate", "2026-11-20")],
            "lastDate",
            "This rule has no more rings: its last date is over.",
        ),
        (
            DAILY,
            [MORE, ("write", "firstDate", "1 Dec"), ("write", "lastDate", "30 Nov")],
            "lastDate",
            "The last date is before the first.",
        ),
        (
            DAILY,
            [MORE, ("write", "times", "often")],
            "times",
            "Type a number of times, such as 10, or “no limit”.",
        ),
        (
            DAILY,
            [MORE, ("write", "firstDate", "2026-11-01"), ("write", "times", "2")],
            "times",
            "This rule has no more rings: 2 times are over.",
        ),
        (
            OnDates(november(25)),
            [("mark", "excepted", RIGHT, RIGHT, ENTER)],
            "excepted",
            "This rule has no more rings: every date that is left is excepted.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_entry_is_told_beside_its_field(qtbot, hands, rule, steps, field, said):
    """Save leads to the field and says why; nothing is lost."""
    hands.editor.edit(make_alarm(rule=rule))
    hands.enter(steps)
    with qtbot.assertNotEmitted(hands.editor.save_requested):
        hands.press("time", Qt.Key.Key_Return)
    assert set(hands.said_badly()) == {said}
    row_says = [label for label in hands.editor.findChildren(QLabel) if label.text() == said]
    assert len(row_says) == 2
    assert hands.find(field).hasFocus()
    assert hands.plan() == ["none"]


def test_a_list_that_has_just_begun_is_no_mistake(hands):
    """Nobody is blamed before the first date is added."""
    hands.editor.edit(make_alarm())
    hands.enter([MORE, ("press", "ruleOnDates")])
    assert hands.said_badly() == []
    assert hands.find("nextRings").text() == "Choose at least one date."


# Dates


def test_a_date_is_taken_away_by_keyboard(hands):
    """Del takes it away, and the keyboard goes to the next one."""
    hands.editor.edit(make_alarm(rule=OnDates(november(24, 25, 26))))
    hands.press("dates20261125", Qt.Key.Key_Delete)
    assert hands.find("dates20261126").hasFocus()
    assert hands.saved().rule == OnDates(november(24, 26))


def test_a_long_list_is_shown_on_demand(hands):
    """Five hundred dates are kept, and a few are shown."""
    days = frozenset(date.fromordinal(date(2026, 11, 23).toordinal() + n) for n in range(500))
    alarm = make_alarm(rule=OnDates(days))
    hands.editor.edit(alarm)
    assert hands.find("datesRest").text() == "488 more"
    hands.press("datesRest")
    assert hands.find("datesRest").text() == "428 more"
    assert hands.find("dates20261205").hasFocus()
    assert hands.saved() == alarm


@pytest.mark.parametrize("rule", [rule for _, rule in RULES.values()], ids=RULES)
@pytest.mark.parametrize(("width", "height"), [(320, 560), (420, 900)])
def test_every_rule_has_its_room(hands, rule, width, height):
    """Whatever is shown, the fields stay within the editor and scroll where they are many."""
    hands.editor.resize(width, height)
    hands.editor.edit(make_alarm(rule=rule, limits=Limits(excepted=november(27, 28, 29))))
    QApplication.processEvents()
    fields = hands.editor.findChildren(QWidget)
    named = [each for each in fields if each.objectName() and each.isVisible()]
    right = [each.mapTo(hands.editor, each.rect().topRight()).x() for each in named]
    assert hands.editor.width() == width
    assert max(right) <= width


def test_dates_that_were_added_stand_in_the_order_of_the_keyboard(qtbot, hands):
    """Tab goes on from the button to the new chips, and from the last to the next field."""
    hands.editor.edit(make_alarm(rule=OnDates(november(24))))
    hands.mark("dates", RIGHT, RIGHT, ENTER)
    reached = []
    hands.find("dates").setFocus()
    for _ in range(4):
        reached.append(hands.editor.focusWidget().objectName())
        qtbot.keyClick(hands.editor.focusWidget(), Qt.Key.Key_Tab)
    assert reached == ["dates", "dates20261124", "dates20261126", "firstDate"]


@pytest.mark.parametrize("rule", [rule for _, rule in RULES.values()], ids=RULES)
def test_tab_goes_down_the_fields(qtbot, hands, rule):
    """Whatever is shown, the keyboard goes through it as the eye does."""
    hands.editor.resize(400, 1600)
    limits = Limits(excepted=november(27)) if rule.repeats else NO_LIMITS
    hands.editor.edit(make_alarm(rule=rule, limits=limits))
    QApplication.processEvents()
    places = []
    while not places or places[-1][1] != "lateLimit":
        focused = hands.editor.focusWidget()
        top = focused.mapTo(hands.editor, focused.rect().center()).y()
        places.append((top, focused.objectName()))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert [name for _, name in places] == [
        name for _, name in sorted(places, key=lambda it: it[0])
    ]
    assert ("excepted" in dict(map(reversed, places))) is rule.repeats
