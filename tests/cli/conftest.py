"""The command line on a folder of our own, without a program unless a test opens one."""

import json
import tempfile

import pytest

from alarmclock import cli


class Shell:
    """Runs commands in this process, and keeps what they print."""

    def __init__(self, folder, capsys):
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *words):
        """Give exit status, stdout and stderr of a command."""
        self._capsys.readouterr()
        try:
            status = cli.main([*words, "--data-dir", str(self.folder)])
        except SystemExit as ended:
            status = ended.code
        printed = self._capsys.readouterr()
        return status, printed.out, printed.err

    def json(self, *words):
        """Give the answer of a command that succeeds."""
        status, out, err = self(*words, "--json")
        assert status == 0, err
        return json.loads(out)


@pytest.fixture
def shell(tmp_path, capsys, monkeypatch):
    """Give a shell in Berlin, with a runtime folder of its own."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    with tempfile.TemporaryDirectory(prefix="run") as runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        yield Shell(tmp_path / "data", capsys)
