"""Asks the system and the desktop what the computer does when nobody touches it."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from alarmclock.core.surroundings.wakefulness import Habits
from alarmclock.desktop.bus.bus import Bus, BusError
from alarmclock.desktop.wakefulness.gsettings import list_settings
from alarmclock.desktop.wakefulness.keep_awake import LOGIND, LOGIND_MANAGER, LOGIND_PATH
from alarmclock.desktop.wakefulness.sleep_rules import (
    NEVER,
    SleepRule,
    rule_of_gnome,
    rule_of_kde,
    rule_of_logind,
    rule_of_xfce,
    soonest,
)

UPOWER = "org.freedesktop.UPower"
UPOWER_PATH = "/org/freedesktop/UPower"
TIMEDATE = "org.freedesktop.timedate1"
PROPERTIES = "org.freedesktop.DBus.Properties"

# Settings of a desktop count while the part of it that obeys them is there: many have been left
# behind by a desktop that a person tried once.
GNOME = "org.gnome.SettingsDaemon.Power"
GNOME_SCHEMA = "org.gnome.settings-daemon.plugins.power"
KDE = "org.kde.Solid.PowerManagement"
XFCE = "org.xfce.PowerManager"
XFCONF = "org.xfce.Xfconf"
DESKTOPS = (GNOME, KDE, XFCE)

ANSWERS_WITHIN_S = 2.0
STARTS_WITHIN_S = 10.0

ReadSettings = Callable[[str], Awaitable[str]]


class HabitReader:
    """Puts together what all say who know something of the computer's sleep and clock."""

    def __init__(
        self,
        session: Bus,
        system: Bus,
        *,
        settings: ReadSettings = list_settings,
        config_home: Path | None = None,
    ) -> None:
        self._session = session
        self._system = system
        self._settings = settings
        self._config_home = config_home

    async def read(self) -> Habits:
        """Ask everybody; who does not answer says nothing."""
        on_battery = await self._property(self._system, UPOWER, UPOWER_PATH, "OnBattery") is True
        logind, desktop, is_synchronised = await asyncio.gather(
            self._logind(), self._desktop(on_battery=on_battery), self._is_synchronised()
        )
        rule = soonest([logind, desktop])
        return Habits(
            may_sleep=None if rule is None else rule.after is not None,
            sleeps_after=None if rule is None else rule.after,
            is_clock_synchronised=is_synchronised,
        )

    async def _logind(self) -> SleepRule | None:
        action = await self._property(
            self._system, LOGIND, LOGIND_PATH, "IdleAction", LOGIND_MANAGER
        )
        after_us = await self._property(
            self._system, LOGIND, LOGIND_PATH, "IdleActionUSec", LOGIND_MANAGER
        )
        if not isinstance(action, str) or not isinstance(after_us, int):
            return None
        return rule_of_logind(action, after_us)

    async def _desktop(self, *, on_battery: bool) -> SleepRule | None:
        rules = [
            await self._gnome(on_battery=on_battery),
            await self._kde(on_battery=on_battery),
            await self._xfce(on_battery=on_battery),
        ]
        rule = soonest(rules)
        return NEVER if rule is not None and await self._cannot_sleep() else rule

    async def _cannot_sleep(self) -> bool:
        """Tell whether the hardware can't: many virtual machines have a desktop that would."""
        try:
            (answer,) = await self._system.call(LOGIND, LOGIND_PATH, LOGIND_MANAGER, "CanSuspend")
        except BusError:
            return False
        return bool(answer == "na")

    async def _gnome(self, *, on_battery: bool) -> SleepRule | None:
        if not await self._is_there(GNOME):
            return None
        return rule_of_gnome(await self._settings(GNOME_SCHEMA), on_battery=on_battery)

    async def _kde(self, *, on_battery: bool) -> SleepRule | None:
        if not await self._is_there(KDE):
            return None
        folder = self._config_home or _config_home()
        return rule_of_kde(
            _text(folder / "powerdevilrc"),
            _text(folder / "powermanagementprofilesrc"),
            on_battery=on_battery,
        )

    async def _xfce(self, *, on_battery: bool) -> SleepRule | None:
        if not await self._is_there(XFCE):
            return None
        key = f"/xfce4-power-manager/inactivity-on-{'battery' if on_battery else 'ac'}"
        where = (XFCONF, "/org/xfce/Xfconf", XFCONF)
        channel = "xfce4-power-manager"
        try:
            (is_set,) = await self._session.call(*where, "PropertyExists", "ss", [channel, key])
            if not is_set:
                return rule_of_xfce(None)
            (minutes,) = await self._session.call(*where, "GetProperty", "ss", [channel, key])
        except BusError:
            return None
        return rule_of_xfce(minutes)

    async def _is_synchronised(self) -> bool | None:
        """Ask systemd's service for the time, which sleeps and is woken for that."""
        answer = await self._property(
            self._system,
            TIMEDATE,
            "/org/freedesktop/timedate1",
            "NTPSynchronized",
            may_start=True,
        )
        return answer if isinstance(answer, bool) else None

    async def _is_there(self, name: str) -> bool:
        daemon = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        try:
            (is_owned,) = await self._session.call(*daemon, "NameHasOwner", "s", [name])
        except BusError:
            return False
        return bool(is_owned)

    async def _property(
        self,
        bus: Bus,
        service: str,
        path: str,
        name: str,
        interface: str | None = None,
        *,
        may_start: bool = False,
    ) -> Any:
        """Give a property, None if nobody tells it; its interface may be named as the service."""
        try:
            (value,) = await bus.call(
                service,
                path,
                PROPERTIES,
                "Get",
                "ss",
                [interface or service, name],
                timeout_s=STARTS_WITHIN_S if may_start else ANSWERS_WITHIN_S,
                may_start=may_start,
            )
        except BusError:
            return None
        return value


def _config_home(environment: Mapping[str, str] = os.environ) -> Path:
    return Path(environment.get("XDG_CONFIG_HOME") or Path.home() / ".config")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
