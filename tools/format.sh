#!/usr/bin/env bash
# Formats all C++ of the project. With --check it changes nothing, and fails where something would change.
set -euo pipefail
cd "$(dirname "$0")/.."

# One version of clang-format, because others break lines elsewhere.
formatter=$(command -v clang-format-14 || command -v clang-format)
action=(-i)
if [ "${1:-}" = --check ]; then action=(--dry-run -Werror); fi
find engine activities teacher platform tests tools \( -name '*.cpp' -o -name '*.h' \) -print0 |
    xargs -0 -r -n 20 -P 2 "$formatter" "${action[@]}"
