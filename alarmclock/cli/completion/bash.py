"""The completions of bash."""

from alarmclock.cli.completion.taken import Kind, Taken, Value, options_with_values, taken
from alarmclock.cli.table import COMMANDS

# The line is read here, and not taken from COMP_WORDS: bash cuts that at every colon, which times
# have, and leaves the quotes in it.
SCRIPT = """\
_alarmclock_read() {{
    local line=${{COMP_LINE:0:COMP_POINT}} letter place is_word=
    words=() current= quote= head=
    for ((place = 0; place < ${{#line}}; place++)); do
        letter=${{line:place:1}}
        case $quote$letter in
            \\'\\' | \\"\\") quote= ;;
            \\'?) current+=$letter ;;
            \\"\\\\) ((place++)); current+=${{line:place:1}} ;;
            \\"?) current+=$letter ;;
            \\' | \\") quote=$letter head=$current is_word=1 ;;
            \\\\) ((place++)); current+=${{line:place:1}} is_word=1 ;;
            ' ' | $'\\t')
                [[ $is_word ]] && words+=("$current")
                current= head= is_word= ;;
            *)
                current+=$letter is_word=1
                [[ $letter == [:=] && $COMP_WORDBREAKS == *"$letter"* ]] && head=$current ;;
        esac
    done
}}
_alarmclock_offer() {{
    local candidate
    while IFS=$'\\t' read -r candidate _; do
        [[ $candidate == "$current"* ]] || continue
        candidate=${{candidate#"$head"}}
        case $quote in
            \\') [[ $candidate == *\\'* ]] && continue ;;
            \\") candidate=$(printf %s "$candidate" | sed 's/[\\\\"$`]/\\\\&/g') ;;
            *) printf -v candidate %q "$candidate" ;;
        esac
        COMPREPLY+=("$candidate")
    done
}}
_alarmclock() {{
    local current quote head name= before= kind= options= word place count=0
    local -a words kinds=() folder=()
    COMPREPLY=()
    _alarmclock_read
    for ((place = 1; place < ${{#words[@]}}; place++)); do
        word=${{words[place]}} before=
        case $word in
            --data-dir=*) folder=(--data-dir "${{word#*=}}") ;;
            {valued})
                before=$word
                ((++place < ${{#words[@]}})) || break
                before=
                word=$word=${{words[place]/#\\~\\//$HOME/}}
                [[ $word == --data-dir=* ]] && folder=(--data-dir "${{word#*=}}") ;;
            -*) ;;
            *) if [[ $name ]]; then ((count++)); else name=$word; fi ;;
        esac
    done
    case $name in
        "") options='--help --version --data-dir' kinds=('{commands}') ;;
{cases}
    esac
    case $before/$name in
        /*) kind=${{kinds[count]:-word}} ;;
        --data-dir/*) kind=folder ;;
{values}
        *) kind=word ;;
    esac
    [[ -z $before && $current == -* ]] && kind=$options
    [[ -z $before && $kind == word && -z $current ]] && kind=$options
    case $kind in
        file) ;;
        folder) compopt +o default -o dirnames 2>/dev/null ;;
        word) compopt +o default 2>/dev/null ;;
        alarm) _alarmclock_offer < <(alarmclock completion ids "${{folder[@]}}" 2>/dev/null) ;;
        backup) _alarmclock_offer < <(alarmclock completion backups "${{folder[@]}}" 2>/dev/null) ;;
        *) _alarmclock_offer < <(printf '%s\\n' $kind) ;;
    esac
}}
complete -o default -F _alarmclock alarmclock
"""
CASE = "        {name}) options='{options}'{kinds} ;;"
VALUE = "        {option}/{name}) kind='{kind}' ;;"


def script() -> str:
    """Give what bash reads."""
    cases, values = [], []
    for name, takes in taken().items():
        cases.append(_case(name, takes))
        values += [
            VALUE.format(option=option, name=name, kind=_kind(value))
            for option, (_, value) in takes.options.items()
            if value is not None and value.kind not in (Kind.WORD, Kind.FOLDER)
        ]
    return SCRIPT.format(
        commands=" ".join(COMMANDS),
        valued=" | ".join(options_with_values()),
        cases="\n".join(cases),
        values="\n".join(values),
    )


def _case(name: str, takes: Taken) -> str:
    kinds = " ".join(f"'{_kind(value)}'" for value in takes.places)
    told = f" kinds=({kinds})" if kinds else ""
    return CASE.format(name=name, options=" ".join(takes.options), kinds=told)


def _kind(value: Value) -> str:
    return " ".join(value.choices) or value.kind.name.lower()
