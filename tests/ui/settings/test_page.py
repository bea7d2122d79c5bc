"""The Settings page as a whole."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from alarmclock.core.ring_settings import RingSettings, Task
from alarmclock.core.settings import Settings, StayAwake, Theme

BOXES = {
    "settingTheme": "Theme",
    "settingClosingTime": "Closing time",
    "settingSound": "Sound",
    "settingVolume": "Volume",
    "settingRise": "Rise of volume",
    "settingSnoozeLength": "Snooze length",
    "settingSnoozeLimit": "Snooze limit",
    "settingRingLength": "Ring length",
    "settingAgain": "If unanswered",
    "settingAgainEvery": "Again after",
    "settingTask": "Before Stop",
    "settingAwakeAfter": "Still awake?",
    "settingLateLimit": "Late limit",
    "settingRaiseTo": "Volume of the computer",
    "settingPauseMedia": "Other players",
    "settingStayAwake": "Keep awake",
    "settingNoticeBefore": "Notice before",
    "settingActivityKept": "Kept for",
}


def box(page, name):
    """Give a box of the page."""
    return page.findChild(QComboBox, name)


def pick(page, name, words):
    """Choose words in a box as a person does."""
    place = box(page, name).findText(words)
    assert place >= 0, f"{words} is not offered"
    box(page, name).setCurrentIndex(place)
    box(page, name).activated.emit(place)


def write_presets(qtbot, page, text):
    """Write the presets and press Enter."""
    line = page.findChild(QLineEdit, "settingPresets")
    line.setText(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    return line


def test_it_shows_the_settings(page):
    """Every box shows its choice in words."""
    ring = RingSettings(
        sound="bell",
        volume=40,
        rise=timedelta(0),
        snooze_length=timedelta(minutes=15),
        snooze_limit=None,
        ring_length=timedelta(minutes=30),
        late_limit=timedelta(0),
        task=Task.SUM,
        awake_after=timedelta(minutes=5),
        again=2,
        again_every=timedelta(minutes=3),
    )
    settings = Settings(
        Theme.DARK,
        timedelta(0),
        (2, 4),
        ring,
        raise_to=70,
        pause_media=False,
        stay_awake=StayAwake.NEVER,
        notice_before=timedelta(minutes=30),
    )
    page.show_settings(settings)
    assert [box(page, name).currentText() for name in BOXES] == [
        "Dark",
        "Closes at once",
        "Bell",
        "40 %",
        "At once",
        "15 min",
        "Without limit",
        "30 min",
        "Twice",
        "3 min",
        "Sums",
        "After 5 min",
        "Only on time",
        "Unmute and turn up to 70 %",
        "Play on",
        "Never",
        "30 min before",
        "1 year",
    ]
    assert page.findChild(QLineEdit, "settingPresets").text() == "2, 4"


def test_values_that_are_not_offered_are_kept(page):
    """A sound file of one's own and an odd length are shown, not replaced."""
    ring = RingSettings(
        sound="/home/anna/Küche.wav", volume=73, snooze_length=timedelta(minutes=7), snooze_limit=4
    )
    page.show_settings(Settings(closing_time=timedelta(seconds=2.5), new_alarm=ring))
    names = "settingSound settingVolume settingSnoozeLength settingSnoozeLimit settingClosingTime"
    texts = [box(page, name).currentText() for name in names.split()]
    assert texts == ["Küche.wav", "73 %", "7 min", "4 times", "2.5 s"]


def test_a_change_keeps_what_is_not_offered(qtbot, page):
    """Changing one choice leaves the odd values of the others alone."""
    page.show_settings(Settings(new_alarm=RingSettings(sound="/home/anna/Küche.wav", volume=73)))
    with qtbot.waitSignal(page.settings_changed) as heard:
        pick(page, "settingRise", "Rises over 10 s")
    changed = heard.args[0].new_alarm
    assert changed == RingSettings("/home/anna/Küche.wav", 73, timedelta(seconds=10))


@pytest.mark.parametrize(
    ("name", "words", "changed"),
    [
        ("settingTheme", "Dark", Settings(theme=Theme.DARK)),
        ("settingClosingTime", "10 s", Settings(closing_time=timedelta(seconds=10))),
        ("settingSound", "Bell", Settings(new_alarm=RingSettings(sound="bell"))),
        ("settingVolume", "100 %", Settings(new_alarm=RingSettings(volume=100))),
        ("settingRise", "At once", Settings(new_alarm=RingSettings(rise=timedelta(0)))),
        (
            "settingSnoozeLength",
            "10 min",
            Settings(new_alarm=RingSettings(snooze_length=timedelta(minutes=10))),
        ),
        ("settingSnoozeLimit", "Not at all", Settings(new_alarm=RingSettings(snooze_limit=0))),
        (
            "settingRingLength",
            "1 h",
            Settings(new_alarm=RingSettings(ring_length=timedelta(hours=1))),
        ),
        ("settingAgain", "10 times", Settings(new_alarm=RingSettings(again=10))),
        (
            "settingAgainEvery",
            "10 min",
            Settings(new_alarm=RingSettings(again_every=timedelta(minutes=10))),
        ),
        ("settingTask", "Hard sums", Settings(new_alarm=RingSettings(task=Task.HARD_SUM))),
        (
            "settingAwakeAfter",
            "After 3 min",
            Settings(new_alarm=RingSettings(awake_after=timedelta(minutes=3))),
        ),
        ("settingLateLimit", "However late", Settings(new_alarm=RingSettings(late_limit=None))),
        ("settingRaiseTo", "Unmute and turn up to 100 %", Settings(raise_to=100)),
        ("settingPauseMedia", "Play on", Settings(pause_media=False)),
        (
            "settingStayAwake",
            "While something is armed",
            Settings(stay_awake=StayAwake.WHILE_ARMED),
        ),
        (
            "settingNoticeBefore",
            "60 min before",
            Settings(notice_before=timedelta(minutes=60)),
        ),
        ("settingActivityKept", "For ever", Settings(activity_kept=None)),
    ],
    ids=list(BOXES),
)
def test_each_choice_changes_its_setting(qtbot, page, name, words, changed):
    """What is picked is the only thing that changes."""
    with qtbot.waitSignal(page.settings_changed) as heard:
        pick(page, name, words)
    assert heard.args == [changed]


def test_how_long_after_is_asked_only_where_it_comes_again(page):
    """A box that means nothing is not seen."""
    seen = [box(page, "settingAgainEvery").isVisible()]
    pick(page, "settingAgain", "3 times")
    seen.append(box(page, "settingAgainEvery").isVisible())
    pick(page, "settingAgain", "Not again")
    seen.append(box(page, "settingAgainEvery").isVisible())
    assert seen == [False, True, False]


def test_two_changes_add_up(page):
    """Each change comes on top of those before."""
    heard = []
    page.settings_changed.connect(heard.append)
    pick(page, "settingTheme", "Light")
    pick(page, "settingVolume", "50 %")
    pick(page, "settingRaiseTo", "Unmute and turn up to 50 %")
    pick(page, "settingNoticeBefore", "10 min before")
    assert heard[-1] == Settings(
        theme=Theme.LIGHT,
        new_alarm=RingSettings(volume=50),
        raise_to=50,
        notice_before=timedelta(minutes=10),
    )


def test_picking_what_is_chosen_changes_nothing(qtbot, page):
    """The same choice again is no change."""
    with qtbot.assertNotEmitted(page.settings_changed):
        pick(page, "settingVolume", "80 %")


def test_showing_settings_is_no_change(qtbot, page):
    """Only people change settings."""
    with qtbot.assertNotEmitted(page.settings_changed):
        page.show_settings(Settings(theme=Theme.DARK, timer_presets=(7,)))


def test_presets_are_changed_by_writing_them(qtbot, page):
    """Enter takes the minutes on."""
    with qtbot.waitSignal(page.settings_changed) as heard:
        write_presets(qtbot, page, "2, 4, 8")
    assert heard.args == [Settings(timer_presets=(2, 4, 8))]


def test_bad_presets_are_told_beside_the_field(qtbot, page):
    """What can't be read is explained, and the old presets stay in use."""
    with qtbot.assertNotEmitted(page.settings_changed):
        write_presets(qtbot, page, "soon")
    error = page.findChild(QLabel, "settingPresetsError")
    assert error.isVisible()
    assert error.text() == "“soon” is no number of minutes. Write for example 5, 10, 25."


def test_the_sentence_goes_when_the_presets_are_right(qtbot, page):
    """A corrected line has no error any more."""
    write_presets(qtbot, page, "soon")
    write_presets(qtbot, page, "1, 3, 5, 10, 15, 25, 45")
    assert not page.findChild(QLabel, "settingPresetsError").isVisible()


def test_bad_presets_do_not_hold_up_other_changes(qtbot, page):
    """While a line is wrong the other settings can be changed, with the old presets."""
    write_presets(qtbot, page, "soon")
    with qtbot.waitSignal(page.settings_changed) as heard:
        pick(page, "settingTheme", "Dark")
    assert heard.args == [Settings(theme=Theme.DARK)]


def test_it_tells_the_version_and_the_folder(page):
    """The folder can be selected and copied, but not changed."""
    folder = page.findChild(QLineEdit, "dataFolder")
    assert page.findChild(QLabel, "version").text() == "Alarm Clock 1.2.3"
    assert (folder.text(), folder.isReadOnly()) == ("/home/anna/.local/share/alarmclock", True)


@pytest.mark.parametrize(
    ("name", "signal"),
    [("openFolder", "open_folder_requested"), ("showShortcuts", "shortcuts_requested")],
)
def test_buttons_ask(qtbot, page, name, signal):
    """A press asks the window to open what the button names."""
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("name", "spoken"), list(BOXES.items()))
def test_every_box_has_its_label_as_accessible_name(page, name, spoken):
    """Screen readers say what is written beside the box."""
    assert box(page, name).accessibleName() == spoken


def test_tab_goes_through_the_page_from_top_to_bottom(qtbot, page):
    """Everything is reached by the tab key, in the order of a narrow page."""
    page.show_settings(Settings(new_alarm=RingSettings(again=3)))
    box(page, "settingTheme").setFocus()
    passed = ["settingTheme"]
    *boxes, kept = BOXES
    exchange = ["exportData", "importData", "restoreBackup", "exportHistory"]
    about = ["dataFolder", "openFolder", "showShortcuts"]
    expected = [*boxes, "settingPresets", kept, *exchange, *about]
    while len(passed) < len(expected):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        passed.append(page.window().focusWidget().objectName())
    assert passed == expected


@pytest.mark.parametrize("width", [316, 400, 600, 800, 1000, 1200])
def test_nothing_is_clipped_at_any_width(qtbot, stage, page, width):
    """The content is as wide as the page; only its height is scrolled."""
    long_name = "/tmp/Donaudampfschifffahrtsgesellschaftskapitänspatentprüfung.wav"
    page.show_settings(Settings(new_alarm=RingSettings(sound=long_name, again=3)))
    stage.resize(page, width, 700)
    stage.shows_all(page)

    def nothing_is_cut():
        labels = [one for one in page.findChildren(QLabel) if one.wordWrap() and one.isVisible()]
        cut = [one.text() for one in labels if one.height() < one.heightForWidth(one.width())]
        assert cut == []

    qtbot.waitUntil(nothing_is_cut)
