# What .dev/open, .dev/test and .ci/run share; they source it. Each step does nothing when nothing is to be done;
# one that fails says why and ends with status 2.
# shellcheck shell=bash

set -euo pipefail

clone=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
packages=$clone/.dev/packages.txt
venv=$clone/.venv
bin=$venv/bin
[[ ${OSTYPE:-} == msys* || ${OSTYPE:-} == cygwin* ]] && bin=$venv/Scripts

say() { printf '%s\n' "$*" >&2; }

give_up() {
    say "$*"
    exit 2
}

# Sets up what the uses of packages.txt in $1 and the dependency groups of pyproject.toml in $2 need.
set_up() {
    local group
    exec 9<"$clone"
    if command -v flock >/dev/null && ! flock --nonblock 9; then
        say "Waiting for another set-up of this folder to end ..."
        flock 9
    fi
    find_missing "$1"
    install_missing
    make_venv
    install_python_packages program --editable "$clone"
    for group in $2; do
        install_python_packages "$group" --group "$clone/pyproject.toml:$group"
    done
    check_qt "$1"
    exec 9<&-
}

# ---------------------------------------------------------------- system packages

missing=()

# Collects the packages that are needed for the uses in $1 and not installed, by their name or by what they provide.
find_missing() {
    missing=()
    command -v dpkg-query >/dev/null || return 0
    mapfile -t missing < <(
        dpkg-query --show --showformat '${db:Status-Status} ${Package}, ${Provides}\n' |
            awk -v uses=" $1 " '
                NR == FNR {
                    if ($1 != "installed") next
                    gsub(/\([^)]*\)|,/, " ")
                    for (i = 2; i <= NF; i++) installed[$i] = 1
                    next
                }
                /^[^#]/ && index(uses, " " $1 " ") && !($2 in installed) { print $2 }
            ' - "$packages"
    )
    has_venv || find_missing_python
}

find_missing_python() {
    if ! find_python; then
        missing+=(python3 python3-venv)
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        missing+=("$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')")
    fi
}

# Without the right to install, check_qt decides later whether the program can do without.
install_missing() {
    local log
    if ((${#missing[@]} == 0)) || ! may_install; then
        return 0
    fi
    say "Installing the system packages ${missing[*]} ..."
    log=$(mktemp)
    if ! apt_get install "${missing[@]}" >"$log" 2>&1 &&
        ! { apt_get update && apt_get install "${missing[@]}"; } >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        give_up "The system packages could not be installed; apt-get says above why."
    fi
    rm -f "$log"
    missing=()
}

may_install() {
    command -v apt-get >/dev/null && { ((EUID == 0)) || sudo -n true 2>/dev/null; }
}

apt_get() {
    local as_root=()
    ((EUID == 0)) || as_root=(sudo -n)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get --quiet --yes --no-install-recommends \
        -o DPkg::Lock::Timeout=300 "$@" </dev/null 9<&-
}

# Goes on without missing packages when Qt loads nevertheless; that is tried, and told, once.
check_qt() {
    local tried=$venv/.qt-loads state
    state="$1: ${missing[*]}"
    [[ -f $tried && $(<"$tried") == "$state" ]] && return
    if ((${#missing[@]})); then
        say "Please install the missing system packages: sudo apt-get install ${missing[*]}"
    fi
    if ! "$bin/python" "$clone/.dev/qt_loads.py"; then
        ((${#missing[@]})) && give_up "Qt does not load without them."
        give_up "Qt does not load here. It needs what Debian calls" \
            "$(awk '$1 == "qt" || $1 == "window" { printf "%s%s", comma, $2; comma = ", " }' "$packages")."
    fi
    printf '%s\n' "$state" >"$tried"
}

# ---------------------------------------------------------------- Python

python=

# Finds the first Python that is new enough and runs; the commands of version managers may exist and not run.
find_python() {
    local candidate
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python; do
        if new_enough "$candidate"; then
            python=$candidate
            return
        fi
    done
    return 1
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# One that was made half, or whose Python is gone, does not count.
has_venv() {
    [[ -x $bin/python && -f $venv/.installed-program ]] ||
        { new_enough "$bin/python" && "$bin/python" -m pip --version >/dev/null 2>&1; }
}

make_venv() {
    has_venv && return
    find_python || give_up "Alarm Clock needs Python 3.11 or newer, with its venv module." \
        "Please install it (Debian: python3 and python3-venv)."
    "$python" -m venv --clear "$venv" >/dev/null || give_up "$python could not make the environment $venv." \
        "Please install its venv module (Debian: python3-venv)."
}

# Gives the arguments after the name to pip, unless this pyproject.toml in this folder with this Python had them.
install_python_packages() {
    local name=$1 stamp=$venv/.installed-$1 wanted pip
    shift
    wanted="$clone $(readlink -f "$bin/python")
$(<"$clone/pyproject.toml")"
    [[ -f $stamp && $(<"$stamp") == "$wanted" ]] && return
    say "Installing the Python packages of \"$name\" into .venv ..."
    pip=("$bin/python" -m pip -qq --disable-pip-version-check --no-input install)
    if ! "${pip[@]}" "pip>=25.1" || ! "${pip[@]}" "$@"; then
        give_up "The Python packages could not be installed; pip says above why."
    fi
    printf '%s\n' "$wanted" >"$stamp"
}
