#!/usr/bin/env bash
# Makes .venv and installs what `requirements.txt` (demo) or `requirements-dev.txt` (dev) pins.
# Usage: tools/setup.sh demo|dev. Installs again only when the pins changed.
set -eu
cd "$(dirname "$0")/.."

kind="$1"
pins="requirements.txt"
[ "$kind" = dev ] && pins="requirements-dev.txt"
stamp=".venv/.installed-$kind"

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
  for candidate in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null && new_enough "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  echo "Χρειάζεται Python 3.11 ή νεότερη· βρέθηκε: $(python3 --version 2>&1 || true)." >&2
  echo "Python 3.11 or newer is needed; found: $(python3 --version 2>&1 || true). Or name one: PYTHON=/path/to/python3.12 make demo" >&2
  exit 2
}

fingerprint() { { cksum <"$pins"; .venv/bin/python --version; } 2>/dev/null | tr '\n' ' '; }

if [ -x .venv/bin/python ] && ! new_enough .venv/bin/python; then
  rm -rf .venv
fi
if [ -f "$stamp" ] && [ -x .venv/bin/python ] && [ "$(cat "$stamp")" = "$(fingerprint)" ]; then
  exit 0
fi

if [ ! -x .venv/bin/python ]; then
  python="$(find_python)"
  if command -v uv >/dev/null; then
    uv venv --quiet --python "$(command -v "$python")" .venv
  else
    "$python" -m venv .venv
  fi
fi
echo "Installing $pins …"
if command -v uv >/dev/null; then
  uv pip install --quiet --python .venv/bin/python --require-hashes -r "$pins"
else
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$pins"
fi
fingerprint >"$stamp"
