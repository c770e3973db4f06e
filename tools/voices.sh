#!/usr/bin/env bash
# Lists every line that a person would record: its id, which names the file (<id>.ogg), its text, and where it is said.
# usage: tools/voices.sh [--csv] [--all]        e.g. tools/voices.sh | lpr        tools/voices.sh --csv > voices.csv
set -euo pipefail
cd "$(dirname "$0")/.."

tools/setup.sh build >&2
tools/build.sh build/release mirabelle -DCMAKE_BUILD_TYPE=Release >&2
exec build/release/mirabelle voices "$@"
