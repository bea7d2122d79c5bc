import os
import socket
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from alarmclock.desktop.instance.client import Line
from alarmclock.desktop.instance.place import places_of_running
from alarmclock.desktop.instance.server import MOST_VISITORS, Server
from alarmclock.desktop.instance.wire import LONGEST_REQUEST, request_line

ECHO = request_line(7, "echo", {"word": "tea"})


def test_a_request_is_answered_with_its_id(call, asked):
    """Status, answer and text come from whoever carries it out."""
    caller = call()
    caller.send(ECHO)
    reply = {"status": 0, "answer": {"word": "tea"}, "text": "echo"}
    assert caller.line() == {"version": 1, "id": 7, **reply}
    assert asked == [("echo", {"word": "tea"})]


def test_requests_over_one_connection_are_answered_in_turn(call):
    """Also when they come in one piece, or in many."""
    caller = call()
    caller.send(ECHO * 3 + ECHO[:9])
    assert [caller.line()["id"] for _ in range(3)] == [7, 7, 7]
    caller.send(ECHO[9:])
    assert caller.line()["answer"] == {"word": "tea"}


def test_the_window_has_its_turn_between_the_parts_of_an_answer(call, asked):
    """A long list must not hold up a picture, nor a ring."""
    caller = call()
    QTimer.singleShot(0, lambda: asked.append("the window"))
    caller.send(request_line(8, "list", {"parts": 3}))
    assert caller.line()["id"] == 8
    window = asked.index("the window")
    assert "a part" in asked[window:]


def test_who_hangs_up_while_an_answer_is_made_gets_none(call, asked, qtbot):
    """And keeps nobody else waiting."""
    leaving = call()
    leaving.send(request_line(8, "list", {"parts": 1000}))
    qtbot.waitUntil(lambda: "a part" in asked)
    leaving.close()
    other = call()
    other.send(ECHO)
    assert other.line()["id"] == 7
    assert asked.count("a part") < 1000


def test_only_its_user_may_reach_it(server):
    """The socket and its folder are closed to everybody else."""
    place = Path(server.place)
    for path in (place, place.parent):
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077


def test_a_command_of_another_session_finds_it(qapp, runtime, tmp_path, monkeypatch):
    """By what stands in the data folder, also when the runtime folder is another one or none."""
    server = Server(str(tmp_path), lambda _command, _arguments: {"status": 0})
    server.start()
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    line = Line(str(tmp_path), 0)
    assert next(places_of_running(str(tmp_path))) == server.place
    line.close()
    server.close()
    assert list(tmp_path.iterdir()) == []


def test_who_watches_with_an_unknown_argument_is_refused(call):
    """As with every other command."""
    caller = call()
    caller.send(request_line(1, "watch", {"tics": True}))
    assert "It takes “ticks”" in caller.line()["error"]


def test_a_socket_left_by_a_crash_is_replaced(server, runtime, tmp_path, qapp):
    """Its file stays when a program is killed."""
    place = server.place
    server.close()
    left = socket.socket(socket.AF_UNIX)
    left.bind(place)
    left.close()
    again = Server(str(tmp_path / "data"), lambda *_: {})
    again.start()
    assert again.place == place
    again.close()
    assert not Path(place).exists()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"\x00\xff garbage\n", "one line of JSON"),
        (b"[1, 2]\n", "a JSON object"),
        (b"[" * 60_000 + b"\n", "one line of JSON"),
        (b'{"version": 2, "id": 1, "command": "list"}\n', "version 1"),
        (b'{"version": 1, "id": {}, "command": "list"}\n', "a number or text"),
        (b'{"version": 1, "command": 5}\n', "“command”"),
        (b'{"version": 1, "command": "list", "arguments": []}\n', "“arguments”"),
    ],
    ids=["bytes", "a list", "deep", "another version", "a strange id", "no command", "no object"],
)
def test_garbage_is_answered_with_an_error(call, caplog, line, reason):
    """A sentence says what a request is, then the program hangs up."""
    caller = call()
    caller.send(line)
    reply = caller.line()
    assert reply["status"] == 2
    assert reason in reply["error"]
    caller.until_over()
    assert "told once" in caplog.text


def test_the_log_tells_once_of_garbage(call, caplog):
    """A hostile client fills no disk."""
    for _ in range(5):
        caller = call()
        caller.send(b"garbage\n")
        caller.until_over()
    assert caplog.text.count("no request") == 1


def test_a_line_of_a_hundred_megabytes_is_cut_off_early(call, caplog):
    """It is refused after the first 64 KiB, and the rest is never taken in."""
    caller = call()
    taken = caller.send(b"x" * 100_000_000)
    assert not taken
    caller.until_over()
    other = call()
    other.send(ECHO)
    assert other.line()["status"] == 0


def test_the_longest_line_is_still_understood(call):
    """The bound is on more than that."""
    empty = request_line(1, "echo", {"word": ""})
    caller = call()
    caller.send(request_line(1, "echo", {"word": "x" * (LONGEST_REQUEST - len(empty))}))
    assert caller.line()["status"] == 0


def test_a_thousand_connections_harm_nothing(call, server, caplog):
    """The newest is served, the longest silent have to go."""
    silent = [call() for _ in range(3 * MOST_VISITORS)]
    caller = call()
    caller.send(ECHO)
    assert caller.line()["status"] == 0
    silent[0].until_over()
    assert len(server._visitors) <= MOST_VISITORS


@pytest.mark.parametrize("patience", [{"longest_silence_ms": 100}])
def test_who_is_silent_for_long_is_turned_away(call):
    """Half a line is as good as none; who watches may be silent for ever."""
    watching, half = call(), call()
    watching.send(request_line(1, "watch", {}))
    assert watching.line()["status"] == 0
    half.send(ECHO[:5])
    half.until_over()
    assert not watching.is_over


def test_who_watches_is_told_what_happens(call, server):
    """One object a line, made only when somebody watches."""
    made = []

    def event():
        made.append(1)
        return {"event": "rang"}

    server.tell(event)
    assert not made
    caller = call()
    caller.send(request_line(1, "watch", {}))
    assert caller.line()["answer"] == {"process": os.getpid()}
    server.tell(event)
    assert caller.line() == {"version": 1, "event": {"event": "rang"}}


def test_a_watcher_that_does_not_read_is_turned_away(call, server, qtbot, caplog):
    """What happens is not kept for it without end."""
    caller = call()
    caller.send(request_line(1, "watch", {}))
    caller.line()
    for _ in range(40):
        server.tell(lambda: {"detail": "x" * 100_000})
    qtbot.waitUntil(lambda: not server._visitors)


def test_a_command_that_fails_ends_nothing(call, caplog):
    """The log has the reason, the caller a sentence, and the next request is served."""
    caller = call()
    caller.send(request_line(1, "fail", {}) + ECHO)
    assert "log" in caller.line()["error"]
    assert caller.line()["status"] == 0
    assert "on purpose" in caplog.text


def test_closed_it_hangs_up(call, server):
    """Who waits is not left waiting."""
    caller = call()
    caller.send(ECHO)
    caller.line()
    server.close()
    caller.until_over()


WAIT = request_line(8, "wait", {})


def test_a_slow_command_is_answered_when_it_is_done(call, later, qtbot):
    """Others are served meanwhile, and what its caller asks next comes after it."""
    slow, quick = call(), call()
    slow.send(WAIT + ECHO)
    qtbot.waitUntil(lambda: len(later) == 1)
    quick.send(ECHO)
    assert quick.line()["id"] == 7
    later[0].come({"status": 0, "answer": "done"})
    assert [slow.line()["id"] for _ in range(2)] == [8, 7]


def test_one_who_has_hung_up_is_told_nothing(call, later, qtbot):
    """The answer is for nobody."""
    slow = call()
    slow.send(WAIT)
    qtbot.waitUntil(lambda: len(later) == 1)
    slow.close()
    quick = call()
    quick.send(ECHO)
    assert quick.line()["id"] == 7
    later[0].come({"status": 0, "answer": "done"})


@pytest.mark.parametrize("patience", [{"longest_silence_ms": 100}])
def test_one_who_waits_is_not_turned_away_as_silent(call, later, qtbot, patience):
    """It has nothing to say before it has its answer."""
    slow, silent = call(), call()
    slow.send(WAIT)
    qtbot.waitUntil(lambda: len(later) == 1)
    silent.until_over()
    later[0].come({"status": 0, "answer": "done"})
    assert slow.line()["id"] == 8
