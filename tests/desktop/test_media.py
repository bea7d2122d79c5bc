"""Media players are paused for a ring and play on after it; what people touch is theirs."""

import asyncio
import time

import pytest

from alarmclock.core.surroundings.media import PaperPlayers
from alarmclock.desktop.bus.bus import Bus, BusKind
from alarmclock.desktop.media import BusMediaPlayers
from tests.desktop.bus_world import World, until
from tests.desktop.fake_player import FakePlayer

PATIENCE_S = 0.2


@pytest.fixture
async def world(tmp_path):
    """Give buses of our own."""
    async with World(tmp_path) as world:
        yield world


@pytest.fixture
async def media(world):
    """Give what pauses the players of the session's bus."""
    media = BusMediaPlayers(world.session, PATIENCE_S)
    media.start()
    await world.calm()
    yield media
    media.close()


async def paused_by(media):
    """Pause, and give the names of what was paused."""
    told = []
    media.pause(told.append)
    await until(lambda: told, "the names of what was paused")
    return told[0]


class Paper:
    """Players on paper."""

    def __init__(self):
        self.media = PaperPlayers()

    async def begin(self, name):
        """Let a player begin to play."""
        self.media.playing.append(name)

    async def playing(self):
        """Name what plays."""
        return sorted(self.media.playing)


class Real:
    """Players on a bus."""

    def __init__(self, world, media):
        self.world = world
        self.media = media
        self.players = []

    async def begin(self, name):
        """Let a player begin to play."""
        self.players.append(await self.world.come(FakePlayer(name.lower(), name)))

    async def playing(self):
        """Name what plays when all has arrived."""
        await self.world.calm()
        return sorted(one.identity for one in self.players if one.is_playing)


@pytest.fixture(params=["paper", "bus"])
def room(request):
    """Give a room in which players play, on paper and on a bus."""
    if request.param == "paper":
        return Paper()
    return Real(request.getfixturevalue("world"), request.getfixturevalue("media"))


async def test_whatever_plays_is_paused_and_named(room):
    """And plays on after it."""
    await room.begin("Radio")
    await room.begin("Films")
    assert sorted(await paused_by(room.media)) == ["Films", "Radio"]
    assert await room.playing() == []
    room.media.resume()
    assert await room.playing() == ["Films", "Radio"]


async def test_where_nothing_plays_nothing_is_named(room):
    """Who asked is told so."""
    assert await paused_by(room.media) == []
    room.media.resume()
    assert await room.playing() == []


async def test_a_second_ring_adds_what_has_begun_meanwhile(room):
    """One resume lets all of them play on."""
    await room.begin("Radio")
    assert await paused_by(room.media) == ["Radio"]
    await room.begin("Films")
    assert await paused_by(room.media) == ["Films"]
    assert await room.playing() == []
    room.media.resume()
    assert await room.playing() == ["Films", "Radio"]


async def test_the_end_of_the_program_lets_all_play_on(room):
    """Nobody else would."""
    await room.begin("Radio")
    await paused_by(room.media)
    room.media.close()
    assert await room.playing() == ["Radio"]


async def test_what_is_paused_already_stays_so(world, media):
    """A person has paused it, and only a person lets it play."""
    quiet = await world.come(FakePlayer("quiet", status="Paused"))
    loud = await world.come(FakePlayer("loud"))
    assert await paused_by(media) == ["Loud"]
    media.resume()
    await until(lambda: loud.is_playing)
    await world.calm()
    assert quiet.members() == []


async def test_a_stopped_player_is_not_started(world, media):
    """It has no place to play on from."""
    player = await world.come(FakePlayer("radio"))
    await paused_by(media)
    player.be("Stopped")
    media.resume()
    await world.calm()
    assert player.members() == ["Pause"]


async def test_what_can_not_pause_is_left_alone(world, media):
    """Stopping it would lose its place."""
    player = await world.come(FakePlayer("live", can_pause=False))
    assert await paused_by(media) == []
    assert player.is_playing
    assert player.members() == []


async def test_a_player_without_an_identity_goes_by_its_name_on_the_bus(world, media):
    """Whichever of its instances it is."""
    await world.come(FakePlayer("some_player.instance7"))
    assert await paused_by(media) == ["Some player"]


async def test_a_player_with_two_names_is_one(world, media):
    """VLC has one for itself and one for its instance."""
    player = await world.come(FakePlayer("vlc", "VLC", aliases=["vlc.instance1"]))
    assert await paused_by(media) == ["VLC"]
    assert player.members() == ["Pause"]


async def test_what_only_repeats_another_player_is_passed_over(world, media):
    """It would be named twice, and stand for another one at the end."""
    mirror = await world.come(FakePlayer("playerctld", "mirror"))
    assert await paused_by(media) == []
    assert mirror.members() == []


@pytest.mark.parametrize("member", ["GetAll", "Pause", "Get"])
async def test_a_player_that_hangs_delays_nobody(world, media, member):
    """Whatever it does not answer, the others are paused at once and named in time."""
    stuck = await world.come(FakePlayer("stuck", "Stuck"))
    stuck.hangs_at.add(member)
    loud = await world.come(FakePlayer("loud", "Loud"))
    told = []
    begun_s = time.monotonic()
    media.pause(told.append)
    await until(lambda: not loud.is_playing, "the pause of the other")
    assert not told
    await until(lambda: told, "the names")
    assert time.monotonic() - begun_s < PATIENCE_S + 1.0
    assert told[0] == (["Loud", "Stuck"] if member == "Get" else ["Loud"])


async def test_a_player_that_answers_late_is_paused_late(world, media):
    """A computer that has just woken up is slow, and the ring still sounds."""
    slow = await world.come(FakePlayer("slow"))
    slow.hangs_at.add("GetAll")
    held = []
    slow.on_GetAll = held.append
    assert await paused_by(media) == []
    del slow.on_GetAll
    slow.hangs_at.clear()
    reply = slow.on_GetAll(held[0])
    slow.bus.send(type(held[0]).new_method_return(held[0], *reply))
    await until(lambda: not slow.is_playing, "the late pause")
    media.resume()
    await until(lambda: slow.is_playing, "the resume")


async def test_a_player_that_goes_while_it_is_paused_is_forgotten(world, media):
    """The other one plays on."""
    gone = await world.come(FakePlayer("gone"))
    loud = await world.come(FakePlayer("loud"))
    assert await paused_by(media) == ["Gone", "Loud"]
    gone.go()
    media.resume()
    await until(lambda: loud.is_playing)


async def test_a_player_that_goes_at_the_question_is_not_named(world, media):
    """Nobody waits for it."""
    gone = await world.come(FakePlayer("gone"))
    gone.on_GetAll = lambda _message: gone.go()
    loud = await world.come(FakePlayer("loud"))
    assert await paused_by(media) == ["Loud"]
    assert not loud.is_playing


async def test_a_player_that_was_started_anew_is_left_as_it_is(world, media):
    """It is not the one that was paused, though it has its name."""
    before = await world.come(FakePlayer("radio"))
    await paused_by(media)
    before.go()
    after = await world.come(FakePlayer("radio", status="Paused"))
    media.resume()
    await world.calm()
    assert not after.is_playing


async def test_what_was_played_and_paused_meanwhile_stays_paused(world, media):
    """Somebody was there, and wanted it so."""
    player = await world.come(FakePlayer("radio"))
    await paused_by(media)
    await world.calm()
    player.be("Playing")
    player.be("Paused")
    await world.calm()
    media.resume()
    await world.calm()
    assert not player.is_playing


async def test_another_track_stays_paused(world, media):
    """Somebody has chosen it."""
    player = await world.come(FakePlayer("radio"))
    await paused_by(media)
    await world.calm()
    player.skip_to("two")
    await world.calm()
    media.resume()
    await world.calm()
    assert not player.is_playing


async def test_another_track_that_nobody_told_of_stays_paused(world, media):
    """Some players send no signals; they are asked before they are let play."""
    player = await world.come(FakePlayer("radio"))
    await paused_by(media)
    player.track = "two"
    media.resume()
    await world.calm()
    assert player.members() == ["Pause"]


async def test_touched_once_it_is_paused_for_the_next_ring_all_the_same(world, media):
    """It plays, so it is too loud."""
    player = await world.come(FakePlayer("radio"))
    await paused_by(media)
    await world.calm()
    player.be("Playing")
    await world.calm()
    assert await paused_by(media) == ["Radio"]
    media.resume()
    await until(lambda: player.is_playing)


async def test_resumed_before_it_was_asked_it_is_never_paused(world, media):
    """The ring was shorter than the questions."""
    player = await world.come(FakePlayer("radio"))
    told = []
    media.pause(told.append)
    media.resume()
    await until(lambda: told)
    assert told == [[]]
    assert player.is_playing


async def test_resumed_before_it_answers_it_plays_on(world, media):
    """The pause is on its way and can't be called back."""
    player = await world.come(FakePlayer("radio"))
    player.is_slow = True
    told = []
    media.pause(told.append)
    await until(lambda: "Pause" in player.members(), "the pause")
    media.resume()
    await until(lambda: "Play" in player.members(), "the resume")
    player.obey()
    await until(lambda: told)
    await world.calm()
    assert player.is_playing


async def test_a_ring_right_after_another_keeps_quiet(world, media):
    """The resume of the first is not carried out any more."""
    player = await world.come(FakePlayer("radio"))
    await paused_by(media)
    await world.calm()
    media.resume()
    assert await paused_by(media) == []
    await world.calm()
    assert player.members() == ["Pause"]
    media.resume()
    await until(lambda: player.is_playing)


async def test_what_a_player_says_late_of_the_time_before_is_no_touch(world, media):
    """It may still tell that it plays when it was told to pause."""
    player = await world.come(FakePlayer("browser"))
    player.is_slow = True
    await paused_by(media)
    player.tell_changed(
        "/org/mpris/MediaPlayer2",
        "org.mpris.MediaPlayer2.Player",
        PlaybackStatus=player.properties["PlaybackStatus"],
    )
    player.obey()
    player.is_slow = False
    await world.calm()
    media.resume()
    await until(lambda: player.is_playing)


async def test_a_player_that_refuses_is_not_ours(world, media):
    """When a person pauses it later, it stays so."""
    player = await world.come(FakePlayer("radio"))
    player.refuses = True
    assert await paused_by(media) == []
    player.be("Paused")
    await world.calm()
    media.resume()
    await world.calm()
    assert player.members() == ["Pause"]


def test_players_are_paused_on_the_loop_of_the_program(tmp_path, run_on_loop):
    """Qt turns it."""

    async def main():
        async with World(tmp_path) as world:
            player = await world.come(FakePlayer("radio", "Radio"))
            media = BusMediaPlayers(world.session)
            media.start()
            assert await paused_by(media) == ["Radio"]
            media.resume()
            await until(lambda: player.is_playing)
            media.close()

    run_on_loop(main())


async def test_without_a_bus_nothing_is_paused(tmp_path):
    """Who asked is told so at once."""
    session = Bus(BusKind.SESSION, f"unix:path={tmp_path}/none")
    session.start()
    media = BusMediaPlayers(session)
    media.start()
    assert await paused_by(media) == []
    media.resume()
    media.close()
    session.close()
    await session.closed()


async def test_a_bus_that_comes_while_it_should_be_quiet_is_told_then(tmp_path):
    """As when something rings already while the program opens."""
    async with World(tmp_path) as world:
        player = await world.come(FakePlayer("radio", "Radio"))
        session = Bus(BusKind.SESSION, world.session_daemon.address)
        media = BusMediaPlayers(session)
        media.start()
        told = []
        media.pause(told.append)
        await until(lambda: told, "that nothing is paused yet")
        session.start()
        await until(lambda: told == [[], ["Radio"]], "the pause")
        media.resume()
        await until(lambda: player.is_playing)
        media.close()
        session.close()
        await session.closed()


async def test_a_bus_that_comes_after_the_ring_is_told_nothing(tmp_path):
    """Nobody wants quiet any more."""
    async with World(tmp_path) as world:
        player = await world.come(FakePlayer("radio", "Radio"))
        session = Bus(BusKind.SESSION, world.session_daemon.address)
        media = BusMediaPlayers(session)
        media.start()
        assert await paused_by(media) == []
        media.resume()
        session.start()
        await until(lambda: session.is_connected, "the bus")
        await world.calm()
        assert player.members() == []
        media.close()
        session.close()
        await session.closed()


async def test_a_bus_that_goes_takes_its_players_along(world, media):
    """There is nobody to resume."""
    await world.come(FakePlayer("radio"))
    await paused_by(media)
    world.session_daemon.kill()
    await until(lambda: not world.session.is_connected)
    assert await paused_by(media) == []
    media.resume()


async def test_closing_speaks_before_the_bus_is_closed(world, media):
    """The program ends within one turn of its loop, and leaves no task."""
    player = await world.come(FakePlayer("radio"))
    await paused_by(media)
    others = asyncio.all_tasks()
    media.pause(lambda _names: None)
    media.close()
    world.session.close()
    await world.session.closed()
    assert asyncio.all_tasks() <= others
    await until(lambda: player.is_playing)
