"""A device as the sound server tells of it, and what that means for people."""

from alarmclock.core.surroundings.outlet import NO_OUTPUT, Output
from alarmclock.values import dataclass, replace

# PulseAudio and PipeWire both play into this one while there is no real device.
DUMMY = "auto_null"
# Nearer than the smallest step a person makes, farther than what servers round away.
SAME_VOLUME = 0.008


@dataclass(frozen=True, slots=True)
class Stand:
    """How a device stands: each channel's volume, where 1 is 100 %, and whether it is muted."""

    volumes: tuple[float, ...]
    is_muted: bool

    @property
    def loudest(self) -> float:
        """Give the volume of the loudest channel."""
        return max(self.volumes, default=0.0)

    def raised(self, percent: int) -> "Stand":
        """Be heard and at least so loud; left and right stay as they are to each other."""
        wanted = percent / 100
        if self.loudest >= wanted - SAME_VOLUME:
            return replace(self, is_muted=False)
        if not self.loudest:
            return Stand(tuple(wanted for _ in self.volumes), is_muted=False)
        shares = (volume / self.loudest for volume in self.volumes)
        return Stand(tuple(wanted * share for share in shares), is_muted=False)

    def is_like(self, other: "Stand") -> bool:
        """True unless somebody has changed it."""
        return (
            self.is_muted == other.is_muted
            and len(self.volumes) == len(other.volumes)
            and all(
                abs(mine - theirs) < SAME_VOLUME
                for mine, theirs in zip(self.volumes, other.volumes, strict=True)
            )
        )


@dataclass(frozen=True, slots=True)
class Device:
    """A device that plays. Its ``name`` stays when the server starts anew, its ``index`` not.

    ``monitor`` names where to listen to what it plays; ``is_tapped_early`` says that one hears
    it there before the volume of the device has turned it down.
    """

    index: int
    name: str
    label: str
    stand: Stand
    monitor: str | None = None
    is_suspended: bool = False
    is_tapped_early: bool = False

    @property
    def output(self) -> Output:
        """Say it to people; a dummy is no device to them."""
        if self.name == DUMMY:
            return NO_OUTPUT
        volume = round(self.stand.loudest * 100)
        return Output(self.label or self.name, is_muted=self.stand.is_muted, volume=volume)

    def heard(self, peak: float) -> float:
        """Give what is left of a peak of its monitor behind its volume and its mute.

        The monitor of a device of software, such as a null sink, comes behind both, on PulseAudio
        and PipeWire alike. That of a sound card comes before both on PipeWire, and before those
        that the card itself does on PulseAudio. Behind a mute nothing is heard whatever it says.
        """
        if self.stand.is_muted:
            return 0.0
        # Both servers mean the cube of the number that they show.
        return peak * min(self.stand.loudest, 1.0) ** 3 if self.is_tapped_early else peak


@dataclass(frozen=True, slots=True)
class Devices:
    """All devices, and the one that plays what goes nowhere else."""

    all: tuple[Device, ...] = ()
    default: Device | None = None

    @property
    def output(self) -> Output:
        """Say it to people."""
        return NO_OUTPUT if self.default is None else self.default.output

    def named(self, name: str) -> Device | None:
        """Find a device."""
        return next((device for device in self.all if device.name == name), None)
