"""Nothing that is imported, received or typed is ever run: the code has no way to do so."""

import ast
from pathlib import Path

import pytest

import alarmclock

PACKAGE = Path(alarmclock.__file__).parent
RUNS_TEXT = {"eval", "exec", "compile", "__import__", "breakpoint"}
READS_CODE = {"pickle", "marshal", "shelve", "dill", "yaml", "runpy", "code", "codeop"}
# Each starts a program of the system with words of ours, and never by a shell.
STARTS_PROGRAMS = {
    "desktop/wakefulness/gsettings.py",
    "desktop/last_resort.py",
    "store/exchange/gsettings.py",
}
STARTS = {"subprocess", "multiprocessing", "pty"}
STARTERS = {"create_subprocess_exec", "create_subprocess_shell", "system", "popen", "startDetached"}
STARTERS |= {"execv", "execve", "execvp", "spawnv", "spawnl", "posix_spawn", "startfile"}
# A local file at most, never an address that came from outside.
OPENS = {"calls.py"}

MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


@pytest.fixture(scope="module")
def trees():
    """Give the code of every module."""
    return {name: ast.parse((PACKAGE / name).read_text(encoding="utf-8")) for name in MODULES}


def names_called(tree):
    """Give the names of all that is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name, node


def modules_imported(tree):
    """Give the first names of all that is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def found(trees, is_meant):
    """Give the modules of which something is true."""
    return {name for name, tree in trees.items() if is_meant(tree)}


def test_no_text_is_run_as_code(trees):
    """Neither what is read nor what is typed."""

    def runs(tree):
        calls = ((name, node) for name, node in names_called(tree) if name in RUNS_TEXT)
        # re.compile reads patterns, and window.exec would be a method.
        return any(isinstance(node.func, ast.Name) for _, node in calls)

    assert found(trees, runs) == set()


def test_nothing_is_read_in_a_form_that_holds_code(trees):
    """JSON, SQLite and calendars hold values only."""
    assert found(trees, lambda tree: READS_CODE & set(modules_imported(tree))) == set()


def test_programs_are_started_where_it_is_known_only(trees):
    """A player that rings where nothing else does, and the settings of the desktop."""

    def starts(tree):
        called = {name for name, _ in names_called(tree)}
        return STARTS & set(modules_imported(tree)) or STARTERS & called

    assert found(trees, starts) == STARTS_PROGRAMS


def test_no_shell_reads_what_is_started(trees):
    """So that no name of a file can be a command."""

    def has_shell(tree):
        keywords = (word for _, node in names_called(tree) for word in node.keywords)
        shells = (word for word in keywords if word.arg == "shell")
        return any(isinstance(word.value, ast.Constant) for word in shells)

    assert found(trees, has_shell) == set()


def test_only_files_of_this_computer_are_opened(trees):
    """No address that came with an alarm."""

    def opens(tree):
        return any(name == "openUrl" for name, _ in names_called(tree))

    assert found(trees, opens) == OPENS
    calls = [node for name, node in names_called(trees["calls.py"]) if name == "openUrl"]
    assert all(ast.unparse(node.args[0]).startswith("QUrl.fromLocalFile(") for node in calls)
