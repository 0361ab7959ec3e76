#!/bin/sh
# Bring the accessibility engine of the browser tests: one package, pinned, kept out of the repository.
set -eu
cd "$(dirname "$0")/../../tests/browser"
[ -f node_modules/axe-core/axe.min.js ] || npm ci --ignore-scripts --no-audit --no-fund --silent
