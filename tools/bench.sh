#!/usr/bin/env bash
# Builds, and measures what a child feels and a tablet has: start, memory, rest, frames, fingers, disk.
# Prints one line of JSON per figure, with the target it is held to where there is one.
# usage: tools/bench.sh [arguments of tools/bench.py]
set -euo pipefail
cd "$(dirname "$0")/.."

tools/setup.sh build run test >&2
tools/build.sh build/release all -DCMAKE_BUILD_TYPE=Release >&2
exec python3 tools/bench.py --build build/release "$@"
