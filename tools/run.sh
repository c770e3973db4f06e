#!/usr/bin/env bash
# Installs what is missing, builds, and starts Mirabelle: full screen, unless its arguments say otherwise.
# Without a screen and without arguments it makes the demonstration instead.
# usage: tools/run.sh [arguments of mirabelle]
set -euo pipefail
cd "$(dirname "$0")/.."

tools/setup.sh build run
tools/build.sh build/release mirabelle -DCMAKE_BUILD_TYPE=Release

if [ $# = 0 ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    echo "mirabelle: there is no screen here, so the demonstration is made instead, in ./demo."
    set -- demo --out ./demo --children 8 --weeks 3 --seed 1
fi
exec build/release/mirabelle "$@"
