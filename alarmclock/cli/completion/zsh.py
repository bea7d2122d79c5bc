"""The completions of zsh."""

from alarmclock.cli.completion.taken import Kind, Taken, Value, plain, taken
from alarmclock.cli.table import COMMANDS

SCRIPT = """\
#compdef alarmclock
_alarmclock_offered() {{
    local -a names told folder
    local row place named
    for ((place = 2; place < ${{#alarmclock_line}}; place++)); do
        case $alarmclock_line[place] in
            --data-dir=*) named=${{(Q)alarmclock_line[place]#*=}} ;;
            --data-dir) named=${{(Q)alarmclock_line[place+1]}} ;;
            *) continue ;;
        esac
        folder=(--data-dir "${{named/#\\~\\//$HOME/}}")
    done
    for row in ${{(f)"$(alarmclock completion $1 $folder 2>/dev/null)"}}; do
        names+=("${{row%%$'\\t'*}}")
        told+=("${{row/$'\\t'/  -- }}")
    done
    local expl
    _wanted $1 expl $2 compadd -l -d told -a names
}}
_alarmclock_alarms() {{ _alarmclock_offered ids 'alarm or timer' }}
_alarmclock_backups() {{ _alarmclock_offered backups backup }}
# A person's own words; to say so in its place would keep zsh from completing options there.
_alarmclock_word() {{ return 1 }}
_alarmclock() {{
    local -a commands alarmclock_line
    local curcontext=$curcontext state line
    typeset -A opt_args
    alarmclock_line=("${{words[@]}}")
    commands=(
{commands}
    )
    _arguments -C '--data-dir=[work on the alarms of this folder]:folder:_files -/' \\
        '--help[tell more]' '--version[tell the version]' '(-): :->command' '(-)*:: :->rest'
    case $state in
        command) _describe command commands ;;
        rest)
            case $words[1] in
{cases}
            esac ;;
    esac
}}
# Loaded from fpath, it is called at once; read with “source”, it is made known.
if [[ $funcstack[1] == _alarmclock ]]; then
    _alarmclock "$@"
else
    compdef _alarmclock alarmclock
fi
"""


def script() -> str:
    """Give what zsh reads."""
    commands = "\n".join(f"        '{name}:{plain(told)}'" for name, told in COMMANDS.items())
    cases = (f"                {name}) {_case(takes)} ;;" for name, takes in taken().items())
    return SCRIPT.format(commands=commands, cases="\n".join(cases))


def _case(takes: Taken) -> str:
    options = (
        f"'{_option(option, value)}[{plain(told)}]{_following(value) if value else ''}'"
        for option, (told, value) in takes.options.items()
    )
    places = (f"'{number}{_following(value)}'" for number, value in enumerate(takes.places, 1))
    return " ".join(["_arguments", *options, *places])


def _option(option: str, value: Value | None) -> str:
    """Say whether the value may follow a sign of equality, too."""
    return f"{option}=" if value and option.startswith("--") else option


def _following(value: Value) -> str:
    match value.kind:
        case Kind.ALARM:
            return ":alarm or timer:_alarmclock_alarms"
        case Kind.BACKUP:
            return ":backup:_alarmclock_backups"
        case Kind.FILE:
            return ":file:_files"
        case Kind.FOLDER:
            return ":folder:_files -/"
        case Kind.CHOICE:
            return f":choice:({' '.join(value.choices)})"
    return f":{plain(value.name)}:_alarmclock_word"
