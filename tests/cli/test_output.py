import io
import json
import sys

import pytest

from alarmclock.cli.output import say, show

DONE = {"status": 0, "answer": {"label": "Frühstück"}, "text": "Stopped.", "note": "A note."}
NOTHING = {"status": 1, "error": "Nothing rings.", "answer": []}


def test_people_read_text_and_programs_json(capsys):
    """Messages go to stderr."""
    assert show(DONE, as_json=False) == 0
    assert capsys.readouterr() == ("Stopped.\n", "A note.\n")
    assert show(DONE, as_json=True) == 0
    assert json.loads(capsys.readouterr().out) == {"label": "Frühstück"}


def test_where_nothing_matched_programs_have_an_answer_too(capsys):
    """An empty list is JSON."""
    assert show(NOTHING, as_json=True) == 1
    assert capsys.readouterr() == ("[]\n", "Nothing rings.\n")
    assert show(NOTHING, as_json=False) == 1
    assert capsys.readouterr() == ("", "Nothing rings.\n")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_of_few_letters_is_no_error(monkeypatch, encoding):
    """What it can't show is replaced, and JSON is escaped."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding))
    say("“早” – ok")
    show({"status": 0, "answer": "早"}, as_json=True)
    sys.stdout.flush()
    text, answer = written.getvalue().decode(encoding).splitlines()
    assert text.endswith("ok")
    assert json.loads(answer) == "早"
