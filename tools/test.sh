#!/usr/bin/env bash
# Installs what is missing, builds with the sanitizers, and runs every test.
# usage: tools/test.sh [arguments of ctest]
set -euo pipefail
cd "$(dirname "$0")/.."

tools/setup.sh build run test
tools/build.sh build/sanitize all -DSANITIZE=ON
echo "mirabelle: testing"
# One more than there are cores: some tests wait for a real finger or a real second.
exec ctest --test-dir build/sanitize --output-on-failure "-j$(($(nproc) + 1))" "$@"
