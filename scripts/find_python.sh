#!/bin/sh
# Prints the newest Python (3.12 or later) on this machine: on PATH first, then among pyenv's.
works() { "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 12) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; }
for name in "$PYTHON" python3.13 python3.12 python3 python; do
    [ -n "$name" ] && found=$(command -v "$name" 2>/dev/null) && works "$found" && { echo "$found"; exit 0; }
done
for found in $(ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[23]*/bin/python3 2>/dev/null | sort -rV); do
    works "$found" && { echo "$found"; exit 0; }
done
echo "error: no Python 3.12 or 3.13 was found. hint: install one, or say where it is: make PYTHON=/path/to/python3.12" >&2
exit 2
