#!/usr/bin/env python3
"""Checks who includes whom, and that no file has outgrown its size.

The rooms of the house may see each other only in one direction; system headers lie on a path where linking alone
stops nobody, so this script does. Messages read `file:line: what: remedy`.
"""

import argparse
import pathlib
import re
import sys

ROOMS = ("engine", "activities", "teacher", "platform", "tests", "tools")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

# Library headers, by the pattern of their name, and the files (by pattern of their path) that may include them.
LIBRARIES = [
    ("SDL", r"(SDL2/)?SDL", r"platform/|tests/|tools/"),
    ("Dear ImGui", r"(imgui/)?(imgui|imstb)", r"platform/|teacher/|tests/"),
    ("SQLite", r"(sqlite3|SQLiteCpp/)", r"engine/journal[^/]*$|engine/journal/|tests/|tools/"),
    ("a sound library", r"(sndfile|ogg/|vorbis/|ebur128)", r"engine/voice/|tests/|tools/"),
    ("the archive library", r"zip\.h$", r"engine/content/pack_archive\.cpp|tests/"),
    ("toml++", r"toml(\+\+|plusplus)/", r"engine/|tests/|tools/"),
    ("libsodium", r"sodium(\.h|/)", r"engine/|tests/|tools/"),
    ("fmt", r"fmt/", r""),
    ("nlohmann/json", r"nlohmann/", r"teacher/|platform/commands|tests/|tools/"),
    ("CLI11", r"CLI/", r"platform/(main\.cpp|commands)|tools/"),
    ("doctest", r"doctest/", r"tests/"),
]
# Standard headers that the browser's and Windows' older toolchains lack.
NEW_STANDARD = {"format", "ranges", "coroutine", "source_location", "stop_token", "generator", "expected", "print"}
SEES_EVERYTHING = re.compile(r"platform/(main\.cpp|commands)|tests/|tools/")
MAY_SEE = {  # which rooms each room may include, itself apart
    "engine": set(),
    "activities": {"engine"},
    "teacher": {"engine"},
    "platform": {"engine"},
}
SIZES = [  # the first pattern that matches counts
    (r"platform/main\.cpp$", 150, "main.cpp"),
    (r"activities/mechanics/.*\.cpp$", 250, "a mechanic"),
    (r"activities/[^/]+/.*\.cpp$", 120, "an activity"),
    (r"teacher/(pages/.*|.*_page)\.cpp$", 200, "a teacher's page"),
    (r".*\.h$", 120, "a header"),
    (r".*\.cpp$", 400, "a source"),
]


def folder_of_activity(path):
    """The activity that a path belongs to, or None for the list of activities and for the mechanics."""
    parts = path.split("/")
    if parts[0] != "activities" or len(parts) < 3 or parts[1] == "mechanics":
        return None
    return parts[1]


def fault_of_own_header(path, header, root):
    room, other = path.split("/")[0], header.split("/")[0]
    if other not in ROOMS:
        return f"'{header}' is not written from the project's root", "write \"room/file.h\""
    if not (root / header).is_file():
        return f"'{header}' does not exist", "mend its name"
    if SEES_EVERYTHING.match(path):
        return None
    if other != room and other not in MAY_SEE.get(room, set()):
        allowed = ", ".join(sorted(MAY_SEE.get(room, set()) | {room}))
        return f"{room}/ may not include {other}/", f"it sees {allowed} only; move the shared part to engine/"
    mine, theirs = folder_of_activity(path), folder_of_activity(header)
    if mine and header.startswith("activities/") and theirs != mine:
        return f"the activity {mine} includes '{header}'", "activities see engine/ only; move the shared part there"
    if theirs and not mine and path != "activities/activities.cpp":
        return "only activities/activities.cpp lists activities", "go through that list"
    return None


def fault_of_system_header(path, header):
    for library, pattern, allowed in LIBRARIES:
        if re.match(pattern, header):
            if re.match(allowed, path):
                return None
            return f"{library} may not be used here", "ask one of the project's own interfaces"
    if header in NEW_STANDARD:
        return f"<{header}> is missing in older toolchains", "use fmt, or plain loops"
    if "/" in header or header.endswith(".h"):
        if re.match(r"platform/|tests/|tools/", path):
            return None
        return f"<{header}> is a header of one system", "only platform/ knows systems; the C library is <cstdio>…"
    return None


def faults_of(path, text, root):
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if line.startswith("TEST_CASE") and not path.endswith("_test.cpp"):
            yield number, "a test case in a file that ctest does not list", "call the file …_test.cpp"
        found = INCLUDE.match(line)
        if not found:
            continue
        mark, header = found.groups()
        fault = fault_of_own_header(path, header, root) if mark == '"' else fault_of_system_header(path, header)
        if fault:
            yield number, *fault
    for pattern, most, name in SIZES:
        if re.match(pattern, path):
            if len(lines) > most:
                yield most + 1, f"{len(lines)} lines, and {name} has at most {most}", "it does two things: part them"
            break


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    root = arguments.parse_args().root

    files = sorted(
        path.relative_to(root).as_posix() for room in ROOMS for path in (root / room).rglob("*") if path.suffix in (".h", ".cpp")
    )
    faults = 0
    for path in files:
        for line, what, remedy in faults_of(path, (root / path).read_text(encoding="utf-8"), root):
            print(f"{path}:{line}: {what}: {remedy}")
            faults += 1
    print(f"{len(files)} files, {faults} faults")
    sys.exit(1 if faults or not files else 0)


if __name__ == "__main__":
    main()
