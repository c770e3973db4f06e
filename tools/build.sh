#!/usr/bin/env bash
# Configures a build folder the first time, and brings it up to date. Says one line per step; the whole story of a step
# that fails is shown.
# usage: tools/build.sh FOLDER TARGET [cmake arguments]     (TARGET: all, or mirabelle for the program alone)
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$1
target=$2
shift 2

step() { # sentence, command...
    printf 'mirabelle: %s\n' "$1"
    shift
    "$@" >"$folder/last-step.log" 2>&1 || {
        cat "$folder/last-step.log" >&2
        printf 'mirabelle: this step failed; its messages are above.\n' >&2
        exit 1
    }
}

mkdir -p "$folder"
if [ ! -f "$folder/build.ninja" ]; then step "configuring $folder (the first build takes some minutes)" cmake -S . -B "$folder" -G Ninja "$@"; fi
step "building $folder" cmake --build "$folder" --target "$target"
