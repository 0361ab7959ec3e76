#!/usr/bin/env bash
# Installs Debian's programs that the tests drive, when they are missing and this account may install.
# What stays missing is named by the tests themselves in their last lines.
set -eu

missing=()
need() { command -v "$1" >/dev/null || missing+=("$2"); }
# The browser without its window starts twice as fast; some releases have the whole one only.
need chromium-headless-shell browser
need redis-server redis-server
need npm npm
need java default-jdk-headless
need mvn maven
[ -n "$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] || missing+=(postgresql)
[ "${#missing[@]}" -eq 0 ] && exit 0

command -v apt-get >/dev/null || exit 0
if [ "$(id -u)" -eq 0 ]; then
  as_root=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
  as_root=(sudo -n)
else
  exit 0
fi
echo "Installing ${missing[*]} …"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
browser=chromium-headless-shell
apt-cache show "$browser" >/dev/null 2>&1 || browser=chromium
missing=("${missing[@]/#browser/$browser}")
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
