"""The completions of fish."""

from alarmclock.cli.completion.taken import Kind, Taken, Value, options_with_values, plain, taken
from alarmclock.cli.table import COMMANDS

SCRIPT = """\
function __alarmclock_words
    # Older ones know no -x; newer ones leave the quotes in -o.
    commandline -xpc 2>/dev/null; or commandline -opc
end
function __alarmclock_at --argument-names name place
    # Whether the command is NAME, empty for none yet, and the argument of that place is typed.
    set -l found
    set -l count 1
    set -l skip 0
    for word in (__alarmclock_words)[2..-1]
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case {valued}
                set skip 1
            case '-*'
            case '*'
                if set -q found[1]
                    set count (math $count + 1)
                else
                    set found $word
                end
        end
    end
    test "$found" = "$name"; and begin
        test -z "$place"; or test "$place" = $count
    end
end
function __alarmclock_offered --argument-names what
    set -l folder
    set -l is_next 0
    for word in (__alarmclock_words)
        if test $is_next = 1
            set folder --data-dir (string replace -r '^~/' "$HOME/" -- $word)
            set is_next 0
        end
        switch $word
            case --data-dir
                set is_next 1
            case '--data-dir=*'
                set folder --data-dir (string replace -- --data-dir= '' $word)
        end
    end
    alarmclock completion $what $folder 2>/dev/null
end
complete -c alarmclock -f
complete -c alarmclock -l data-dir -x -a '(__fish_complete_directories)' \\
    -d 'work on the alarms of this folder'
complete -c alarmclock -n '__alarmclock_at ""' -l help -d 'tell more'
complete -c alarmclock -n '__alarmclock_at ""' -l version -d 'tell the version'
{commands}
{cases}
"""


def script() -> str:
    """Give what fish reads."""
    commands = [
        f"complete -c alarmclock -n '__alarmclock_at \"\"' -a {name} -d '{plain(told)}'"
        for name, told in COMMANDS.items()
    ]
    cases = [line for name, takes in taken().items() for line in _case(name, takes)]
    return SCRIPT.format(
        valued=" ".join(options_with_values()),
        commands="\n".join(commands),
        cases="\n".join(cases),
    )


def _case(name: str, takes: Taken) -> list[str]:
    lines = []
    for option, (told, value) in takes.options.items():
        if option != "--data-dir":
            kind = "-l" if option.startswith("--") else "-s"
            start = f"complete -c alarmclock -n '__alarmclock_at {name}' {kind}"
            follows = f" -x{_offered(value)}" if value else ""
            lines.append(f"{start} {option.lstrip('-')} -d '{plain(told)}'{follows}")
    for number, value in enumerate(takes.places, 1):
        if offered := _offered(value):
            lines.append(f"complete -c alarmclock -n '__alarmclock_at {name} {number}'{offered}")
    return lines


def _offered(value: Value) -> str:
    match value.kind:
        case Kind.ALARM:
            return " -a '(__alarmclock_offered ids)'"
        case Kind.BACKUP:
            return " -a '(__alarmclock_offered backups)'"
        case Kind.FILE:
            return " -F"
        case Kind.CHOICE:
            return f" -a '{' '.join(value.choices)}'"
    return ""
