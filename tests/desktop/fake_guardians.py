"""Those who keep a computer awake, and those who know its habits, on buses of our own."""

import os

from dbus_fast import Message, Variant

from tests.desktop.bus_world import FakeProgram


class FakeLogind(FakeProgram):
    """Hands out open files, and sees when they are closed."""

    def __init__(self, **properties):
        super().__init__("org.freedesktop.login1", **properties)
        self.refuses = False
        self.hangs = False
        self.waiting = []
        self.can_suspend = "yes"
        self._kept = []

    @property
    def promises(self):
        """Give the reasons of the promises that stand: their files are open at the other end."""
        self._kept = [(reason, end) for reason, end in self._kept if not self._is_closed(end)]
        return [reason for reason, _end in self._kept]

    def on_Inhibit(self, message):  # noqa: N802
        """Hand out an open file."""
        if self.refuses:
            raise ValueError("not today")
        if self.hangs:
            self.waiting.append(message)
        else:
            self._promise(message)

    def answer(self):
        """Answer what was asked before."""
        for message in self.waiting:
            self._promise(message)
        self.waiting = []

    def _promise(self, message):
        """Hand out an open file; ours of it is closed when it was sent."""
        kept, given = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._kept.append((message.body[2], kept))
        sent = self.bus.send(Message.new_method_return(message, "h", [0], unix_fds=[given]))
        sent.add_done_callback(lambda _sent: os.close(given))

    def on_CanSuspend(self, _message):  # noqa: N802
        """Tell whether the hardware can sleep."""
        return "s", [self.can_suspend]

    def go(self):
        """Leave, and close all files."""
        super().go()
        for _reason, end in self._kept:
            os.close(end)
        self._kept = []

    @staticmethod
    def _is_closed(end):
        try:
            ended = os.read(end, 1) == b""
        except BlockingIOError:
            return False
        os.close(end)
        return ended


class FakePortal(FakeProgram):
    """Makes a request for each promise, which stands until it is closed."""

    def __init__(self):
        super().__init__("org.freedesktop.portal.Desktop")
        self.promises_by_path = {}
        self.flags = None
        self.can_inhibit = True

    @property
    def promises(self):
        """Give the reasons of the promises that stand."""
        return list(self.promises_by_path.values())

    def on_Inhibit(self, message):  # noqa: N802
        """Make a request."""
        if not self.can_inhibit:
            raise ValueError("no backend")
        _window, self.flags, options = message.body
        path = f"/org/freedesktop/portal/desktop/request/{len(self.heard)}"
        self.promises_by_path[path] = options["reason"].value
        return "o", [path]

    def on_Close(self, message):  # noqa: N802
        """Close a request."""
        del self.promises_by_path[message.path]
        return "", []


class FakeScreenSaver(FakeProgram):
    """Gives a number for each promise."""

    def __init__(self):
        super().__init__("org.freedesktop.ScreenSaver")
        self.promises_by_number = {}
        self.waiting = []
        self.hangs = False

    @property
    def promises(self):
        """Give the reasons of the promises that stand."""
        return list(self.promises_by_number.values())

    def on_Inhibit(self, message):  # noqa: N802
        """Give a number, now or when `answer` is called."""
        if self.hangs:
            self.waiting.append(message)
            return None
        return "u", [self._number(message)]

    def answer(self):
        """Answer what was asked before."""
        for message in self.waiting:
            self.bus.send(Message.new_method_return(message, "u", [self._number(message)]))
        self.waiting = []

    def on_UnInhibit(self, message):  # noqa: N802
        """Take a number back."""
        del self.promises_by_number[message.body[0]]
        return "", []

    def _number(self, message):
        number = len(self.heard)
        self.promises_by_number[number] = message.body[1]
        return number


def fake_time_service(*, is_synchronised):
    """Give what knows whether a time server sets the clock."""
    value = Variant("b", is_synchronised)
    return FakeProgram("org.freedesktop.timedate1", NTPSynchronized=value)


def fake_power(*, on_battery):
    """Give what knows of the battery."""
    return FakeProgram("org.freedesktop.UPower", OnBattery=Variant("b", on_battery))


class FakeXfce(FakeProgram):
    """Xfce's power manager and the settings it has, one program here."""

    def __init__(self, **minutes):
        super().__init__("org.xfce.PowerManager", "org.xfce.Xfconf")
        self.minutes = minutes

    def on_PropertyExists(self, message):  # noqa: N802
        """Tell whether a setting was ever made."""
        return "b", [self._name(message) in self.minutes]

    def on_GetProperty(self, message):  # noqa: N802
        """Tell a setting."""
        return "v", [Variant("u", self.minutes[self._name(message)])]

    @staticmethod
    def _name(message):
        return message.body[1].rpartition("-")[2]
