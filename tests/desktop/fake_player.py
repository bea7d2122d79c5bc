"""A media player on a bus of our own."""

from dbus_fast import Variant

from tests.desktop.bus_world import FakeProgram, text

PATH = "/org/mpris/MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"


class FakePlayer(FakeProgram):
    """Plays, or is paused; `identity` is what people call it."""

    def __init__(self, name, identity=None, *, status="Playing", can_pause=True, aliases=()):
        names = [f"org.mpris.MediaPlayer2.{one}" for one in (name, *aliases)]
        super().__init__(*names)
        self.identity = identity
        self.status = status
        self.can_pause = can_pause
        self.track = "one"
        self.hangs_at = set()
        """Members that are not answered."""
        self.refuses = False
        self.is_slow = False
        """Whether it answers first and obeys later, when `obey` is called, as browsers do."""
        self._wish = None

    @property
    def is_playing(self):
        """Whether it can be heard."""
        return self.status == "Playing"

    @property
    def properties(self):
        """Give all that it tells."""
        told = {
            "PlaybackStatus": text(self.status),
            "CanControl": Variant("b", True),
            "CanPause": Variant("b", self.can_pause),
            "Metadata": self._metadata(),
        }
        return told | ({"Identity": text(self.identity)} if self.identity else {})

    def on_GetAll(self, message):  # noqa: N802
        """Tell all, or nothing."""
        return None if "GetAll" in self.hangs_at else super().on_GetAll(message)

    def on_Get(self, message):  # noqa: N802
        """Tell one, or nothing."""
        return None if "Get" in self.hangs_at else super().on_Get(message)

    def on_Pause(self, _message):  # noqa: N802
        """Pause, refuse, or hang."""
        if "Pause" in self.hangs_at:
            return None
        if self.refuses:
            raise ValueError("not now")
        self._do("Paused")
        return "", []

    def on_Play(self, _message):  # noqa: N802
        """Play on."""
        self._do("Playing")
        return "", []

    def obey(self):
        """Do now what it was told before."""
        if self._wish:
            self.be(self._wish)

    def be(self, status):
        """Play or pause, as a person does by its own window."""
        if status != self.status:
            self.status = status
            self.tell_changed(PATH, PLAYER, PlaybackStatus=text(status))

    def skip_to(self, track):
        """Go to another track without playing it."""
        self.track = track
        self.tell_changed(PATH, PLAYER, Metadata=self._metadata())

    def _do(self, status):
        self._wish = status
        if not self.is_slow:
            self.obey()

    def _metadata(self):
        return Variant("a{sv}", {"mpris:trackid": Variant("o", f"/track/{self.track}")})
