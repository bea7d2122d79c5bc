"""Writes what lets a shell complete commands, their options, and ids with their labels."""

from argparse import Namespace
from collections.abc import Mapping

from alarmclock.cli.arguments import describe
from alarmclock.cli.output import say
from alarmclock.cli.run import answered
from alarmclock.cli.table import COMMANDS
from alarmclock.core.service.statuses import DONE
from alarmclock.desktop.instance.wire import Fields

SHORTEST_HANDLE = 8
SHELLS = ("bash", "zsh", "fish")

BASH = """\
_alarmclock() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} name= place
    local -a folder=()
    for ((place = 1; place < COMP_CWORD; place++)); do
        case ${{COMP_WORDS[place]}} in
            --data-dir) ((place++)); folder=(--data-dir "${{COMP_WORDS[place]}}") ;;
            -*) ;;
            *) name=${{name:-${{COMP_WORDS[place]}}}} ;;
        esac
    done
    if [[ $before == --data-dir ]]; then
        COMPREPLY=($(compgen -d -- "$current")); return
    fi
    case $name$before in
{values}
    esac
    case $name in
        "") COMPREPLY=($(compgen -W "{commands} --help --version --data-dir" -- "$current")) ;;
{cases}
    esac
}}
complete -o default -F _alarmclock alarmclock
"""
BASH_CASE = '        {name}) COMPREPLY=($(compgen -W "{options}{more}" -- "$current")) ;;'
BASH_VALUE = '        {name}{option}) COMPREPLY=($(compgen -W "{values}" -- "$current")); return ;;'
BASH_IDS = ' $(alarmclock completion ids "${folder[@]}" 2>/dev/null | cut -f1)'

ZSH = """\
#compdef alarmclock
_alarmclock_ids() {{
    local -a ids
    ids=(${{(f)"$(alarmclock completion ids 2>/dev/null | sed 's/:/\\\\:/g; s/\\t/:/')"}})
    _describe 'alarm or timer' ids
}}
_alarmclock() {{
    local -a commands
    local state line
    commands=(
{commands}
    )
    _arguments -C '--data-dir[work on the alarms of this folder]:folder:_files -/' \\
        '1: :->command' '*:: :->rest'
    case $state in
        command) _describe command commands ;;
        rest)
            case $words[1] in
{cases}
            esac ;;
    esac
}}
compdef _alarmclock alarmclock
"""

FISH = """\
complete -c alarmclock -f
complete -c alarmclock -l data-dir -r -a '(__fish_complete_directories)' \\
    -d 'work on the alarms of this folder'
{commands}
{cases}
"""


class Takes:
    """Collects what a command takes."""

    def __init__(self, name: str) -> None:
        self.options: dict[str, str] = {}
        self.names: list[str] = []
        self.choices: tuple[str, ...] = ()
        # What may follow an option; None is an alarm.
        self.values: dict[str, tuple[str, ...] | None] = {}
        describe(name, self)

    def add_argument(self, *names: str, **told: object) -> None:
        """Take note of an option or an argument."""
        if names[0].startswith("-"):
            self._add_option(names[0], told)
            return
        self.names.append(names[0])
        choices = told.get("choices")
        self.choices = choices if isinstance(choices, tuple) else self.choices

    def _add_option(self, name: str, told: Mapping[str, object]) -> None:
        self.options[name] = str(told.get("help", ""))
        choices = told.get("choices")
        if isinstance(choices, tuple):
            self.values[name] = choices
        elif told.get("metavar") == "ID":
            self.values[name] = None

    @property
    def takes_id(self) -> bool:
        """True where a word can name an alarm."""
        return not self.choices and not {"id", "what", "named"}.isdisjoint(self.names)


def run(_name: str, folder: str, options: Namespace, _arguments: Fields) -> int:
    """Print the completions of a shell, or the ids that they ask for."""
    if options.shell == "ids":
        return _say_ids(folder)
    say(script(options.shell).rstrip())
    return DONE


def script(shell: str) -> str:
    """Give what a shell reads."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell]()


def _say_ids(folder: str) -> int:
    items = answered(folder, "list", {}).get("answer")
    for item in items if isinstance(items, list) else []:
        say(f"{item['id'][:SHORTEST_HANDLE]}\t{item['label'] or item['time'] or item['kind']}")
    return DONE


def _bash() -> str:
    cases, values = [], []
    for name in COMMANDS:
        takes = Takes(name)
        for option, follows in takes.values.items():
            told = BASH_IDS if follows is None else " ".join(follows)
            values.append(BASH_VALUE.format(name=name, option=option, values=told))
        words = " ".join([*takes.options, *(c for c in takes.choices if c != "ids")])
        more = BASH_IDS if takes.takes_id else ""
        cases.append(BASH_CASE.format(name=name, options=words, more=more))
    return BASH.format(
        commands=" ".join(COMMANDS), cases="\n".join(cases), values="\n".join(values)
    )


def _zsh() -> str:
    commands = "\n".join(f"        '{name}:{_told(told)}'" for name, told in COMMANDS.items())
    cases = []
    for name in COMMANDS:
        takes = Takes(name)
        told = " ".join(f"'{option}[{_told(text)}]'" for option, text in takes.options.items())
        rest = ""
        if takes.choices:
            rest = f" '*: :({' '.join(choice for choice in takes.choices if choice != 'ids')})'"
        elif takes.takes_id:
            rest = " '*: :_alarmclock_ids'"
        elif "file" in takes.names:
            rest = " '*: :_files'"
        cases.append(f"                {name}) _arguments {told}{rest} ;;")
    return ZSH.format(commands=commands, cases="\n".join(cases))


def _fish() -> str:
    commands = [
        f"complete -c alarmclock -n __fish_use_subcommand -a {name} -d '{_told(told)}'"
        for name, told in COMMANDS.items()
    ]
    cases = []
    for name in COMMANDS:
        takes, start = (
            Takes(name),
            f"complete -c alarmclock -n '__fish_seen_subcommand_from {name}'",
        )
        for option, told in takes.options.items():
            kind = "-l" if option.startswith("--") else "-o"
            cases.append(f"{start} {kind} {option.lstrip('-')} -d '{_told(told)}'")
        if takes.takes_id:
            cases.append(f"{start} -a '(alarmclock completion ids 2>/dev/null)'")
        elif takes.choices:
            words = " ".join(choice for choice in takes.choices if choice != "ids")
            cases.append(f"{start} -a '{words}'")
        elif "file" in takes.names:
            cases.append(f"{start} -F")
    return FISH.format(commands="\n".join(commands), cases="\n".join(cases))


def _told(text: str) -> str:
    """Leave out what a shell would read as its own."""
    return "".join(" " if letter in "'[]:\\`$" else letter for letter in text)
