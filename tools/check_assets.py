#!/usr/bin/env python3
"""Checks the finished bundle: origins and licences, voice and sounds by measure, pictures by what they are made of.

Messages read `file:line: what: remedy`.
"""

import argparse
import json
import multiprocessing
import pathlib
import re
import sys
import tomllib

import build_voice
import sound_levels

SHORTEST_VOICE_MS = 60
SHORTEST_VOWEL_MS, LONGEST_VOWEL_MS = 400, 800
SILENCE_BEFORE_MS, SILENCE_AFTER_MS = (10, 60), (50, 260)
VOICE_TOLERANCE_DB = 1.5
HIGHEST_PEAK_DB = -1
SOUND_LENGTHS_MS = {
    "touch": (20, 80), "settle": (300, 500), "neutral": (200, 400), "leaf": (700, 1100), "goodbye": (900, 1500),
}
SOUND_BELOW_VOICE_DB = 4
LARGEST_BUNDLE_BYTES = 18_000_000

KINDS = {"bundled", "rendered", "linked", "test"}
NEEDED_KEYS = {"id", "name", "kind", "package", "version", "licence", "author", "used_for"}
# SPDX identifiers that this project can live with; another one needs a thought before it is added here.
LICENCES = {
    "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-or-later",
    "ISC", "LGPL-2.1-or-later", "MIT", "OFL-1.1", "OFL-1.1-RFN", "Zlib", "blessing",
}
COPYLEFT_PROGRAMS = {"GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-or-later"}  # as tools only
OWN_FOLDERS = {"art", "content"}

# What SDL_image's SVG reader draws as it was meant.
SAFE_ELEMENTS = {
    "svg", "g", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "linearGradient",
    "radialGradient", "stop", "title", "desc",
}
UNSAFE_ATTRIBUTES = {"clip-path", "mask", "filter", "class", "href", "xlink:href", "marker-end", "marker-start"}
ELEMENT = re.compile(r"<([A-Za-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*)")
ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*[\"']([^\"']*)")


def check_sources(root, bundle, noto):
    table = root / "assets" / "SOURCES.toml"
    sources = tomllib.loads(table.read_text(encoding="utf-8"))["source"]
    text = table.read_text(encoding="utf-8").splitlines()
    covered = set()
    for source in sources:
        line = next((n for n, row in enumerate(text, 1) if f'id = "{source.get("id")}"' in row), 1)
        missing = NEEDED_KEYS - set(source)
        if missing:
            yield f"{table}:{line}: lacks {', '.join(sorted(missing))}: write them"
            continue
        if source["kind"] not in KINDS:
            yield f"{table}:{line}: the kind '{source['kind']}' is unknown: write one of {', '.join(sorted(KINDS))}"
        if source["licence"] not in LICENCES:
            yield f"{table}:{line}: the licence '{source['licence']}' is not an expected one: mend it, or think it over"
        if source["licence"] in COPYLEFT_PROGRAMS and source["kind"] in ("bundled", "linked"):
            yield f"{table}:{line}: {source['licence']} goes out with the program: use something else"
        if "files" in source:
            folder, pattern = source["files"].split("/")
            files = set((bundle / folder).glob(pattern))
            if not files:
                yield f"{table}:{line}: no file of the bundle is called {source['files']}: mend the name"
            covered |= files
        if source["id"] == "noto-emoji":
            fetched = json.loads((noto / "package.json").read_text(encoding="utf-8"))["version"]
            if fetched != source["version"]:
                yield f"{table}:{line}: version {source['version']}, but {fetched} is bundled: write {fetched}"
    packages = {source.get("package", "").removeprefix("Debian: ") for source in sources}
    set_up = (root / "tools" / "setup.sh").read_text(encoding="utf-8")
    build_set = re.search(r"build_packages=\((.*?)\)", set_up, re.S).group(1).split()
    for package in build_set:
        if (package.startswith(("lib", "fonts-")) or package.endswith("-dev")) and package not in packages \
                and not package.startswith("libsox"):
            yield f"{table}:1: {package} of tools/setup.sh is not named: add where it comes from and its licence"
    for path in sorted(bundle.rglob("*")):
        folder = path.relative_to(bundle).parts[0]
        if path.is_file() and folder not in OWN_FOLDERS and path not in covered and path.name != "index.tsv":
            yield f"{path}:1: no source of {table} has made this file: add where it comes from"


def check_line(task):
    """The faults of one voice line; (file, expected ms, is it a vowel that is held)."""
    path, milliseconds, held_vowel = task
    samples = sound_levels.read_sound(path)
    first, last = sound_levels.sounding_part(samples)
    length = 1000 * len(samples) / sound_levels.RATE
    before = 1000 * first / sound_levels.RATE
    after = 1000 * (len(samples) - last) / sound_levels.RATE
    voiced = length - before - after
    loudness, peak = sound_levels.loudness(samples), sound_levels.peak(samples)
    faults = []
    if voiced < SHORTEST_VOICE_MS:
        faults.append(f"only {voiced:.0f} ms sound: speak it more slowly, or give it other phonemes")
    if held_vowel and not SHORTEST_VOWEL_MS <= voiced <= LONGEST_VOWEL_MS:
        faults.append(f"the vowel sounds for {voiced:.0f} ms: mend its phonemes or its speed")
    if abs(length - milliseconds) > 2:
        faults.append(f"lasts {length:.0f} ms and the index says {milliseconds}: build again")
    if not SILENCE_BEFORE_MS[0] <= before <= SILENCE_BEFORE_MS[1]:
        faults.append(f"{before:.0f} ms of silence before it: trim it to 30")
    if not SILENCE_AFTER_MS[0] <= after <= SILENCE_AFTER_MS[1]:
        faults.append(f"{after:.0f} ms of silence after it: trim it to 80")
    if abs(loudness - build_voice.LOUDNESS_DB) > VOICE_TOLERANCE_DB:
        faults.append(f"is at {loudness:.1f} dB: level it to {build_voice.LOUDNESS_DB}")
    if peak > HIGHEST_PEAK_DB:
        faults.append(f"has a peak of {peak:.1f} dB: at most {HIGHEST_PEAK_DB}")
    return [f"{path}:1: {fault}" for fault in faults]


def check_voice(root, bundle):
    index = bundle / "voice" / "index.tsv"
    rows = [line.split("\t") for line in index.read_text(encoding="utf-8").splitlines()]
    ids = [row[0] for row in rows]
    if ids != sorted(set(ids)):
        yield f"{index}:1: lines are not sorted, or one is there twice: build again"
    wanted = {line.id: line for line in build_voice.all_lines(root / "assets")}
    for line_id in sorted(set(wanted) ^ set(ids)):
        yield f"{index}:1: '{line_id}' is in the index or in the data files, not in both: build again"
    tasks = []
    for number, row in enumerate(rows, 1):
        path = bundle / "voice" / f"{row[0]}.ogg"
        if len(row) != 4 or not row[1].isdigit() or not row[3]:
            yield f"{index}:{number}: not an id, milliseconds, family and text: build again"
        elif not path.is_file():
            yield f"{path}:1: is missing: build again"
        else:
            phonemes = getattr(wanted.get(row[0]), "phonemes", None) or ""
            held_vowel = row[0].startswith("sound_") and phonemes.startswith("'") and phonemes.endswith(":")
            tasks.append((path, int(row[1]), held_vowel))
    for path in (bundle / "voice").glob("*.ogg"):
        if path.stem not in ids:
            yield f"{path}:1: is not in the index: build again"
    with multiprocessing.Pool() as workers:
        for faults in workers.imap(check_line, tasks, chunksize=16):
            yield from faults


def check_letters(root):
    """A letter whose sound may be asked has one that is spoken as phonemes: spelt out, its name would be heard."""
    path = root / "assets" / "letters.toml"
    letters = tomllib.loads(path.read_text(encoding="utf-8"))["letter"]
    for letter in letters:
        where = f"{path}:1: letter '{letter['id']}'"
        if letter["sound_may_be_asked"] and not letter.get("sound_phonemes"):
            yield f"{where} has no sound_phonemes, and its sound may be asked: write them"
        if letter["sound_may_be_asked"] and letter["kind"] in ("stop", "silent"):
            yield f"{where} is a {letter['kind']}: its sound is not asked in maternelle"
        if letter["kind"] in ("continuant", "stop") and letter.get("sound_phonemes") == letter["name_phonemes"]:
            yield f"{where} has its name for a sound: write the sound's phonemes"
        for other in letters:
            for relation in ("mirrors", "neighbours"):
                if other["id"] in letter[relation] and relation == "mirrors" and letter["id"] not in other["mirrors"]:
                    yield f"{where} mirrors '{other['id']}', which does not mirror it: add it there"


def check_named_lines(root):
    """What the program or a mechanic says by name is general; what activities say exists."""
    table = root / "assets" / "voice" / "lines.toml"
    voice = tomllib.loads(table.read_text(encoding="utf-8"))
    known = {line.id for line in build_voice.all_lines(root / "assets")}
    for path in sorted([*(root / "engine").rglob("*.cpp"), *(root / "activities").rglob("*.cpp")]):
        text = path.read_text(encoding="utf-8")
        program = "activities" not in path.relative_to(root).parts or "mechanics" in path.parts
        for call in re.finditer(r"\bvoice\(([^()]*)\)", text):
            for name in re.findall(r'"(\w+)"(?! *\+)', call.group(1)):
                line = text.count("\n", 0, call.start()) + 1
                if name not in known and not name.endswith("_"):
                    yield f"{path}:{line}: says '{name}', which nobody has written: add it to {table.name}"
                elif program and name in voice["line"]:
                    yield f"{path}:{line}: says '{name}': move it to [general] of {table.name}, where teachers find it"


def check_sounds(bundle):
    for name, (shortest, longest) in SOUND_LENGTHS_MS.items():
        path = bundle / "sounds" / f"{name}.ogg"
        if not path.is_file():
            yield f"{path}:1: is missing: add it to assets/sounds.toml"
            continue
        samples = sound_levels.read_sound(path)
        length, loudness = 1000 * len(samples) / sound_levels.RATE, sound_levels.loudness(samples)
        if not shortest <= length <= longest:
            yield f"{path}:1: lasts {length:.0f} ms: between {shortest} and {longest} are meant"
        if loudness > build_voice.LOUDNESS_DB - SOUND_BELOW_VOICE_DB:
            yield f"{path}:1: is at {loudness:.1f} dB: keep it {SOUND_BELOW_VOICE_DB} dB below the voice"


def check_drawings(folder):
    for path in sorted(folder.glob("*.svg")):
        text = path.read_text(encoding="utf-8")
        without_comments = re.sub(r"<!--.*?-->", lambda found: re.sub(r"[^\n]", " ", found.group(0)), text, flags=re.S)
        root = without_comments.split("<svg", 1)[-1].split(">", 1)[0]
        for key in ("viewBox", "width", "height"):
            if f"{key}=" not in root:
                yield f"{path}:1: the drawing has no {key}: write it on <svg>"
        for found in ELEMENT.finditer(without_comments):
            line = without_comments.count("\n", 0, found.start()) + 1
            if found.group(1) not in SAFE_ELEMENTS:
                yield f"{path}:{line}: <{found.group(1)}> is not drawn by the program's reader: draw it with paths"
            for key, value in ATTRIBUTE.findall(found.group(2)):
                if key in UNSAFE_ATTRIBUTES and not (key.endswith("href") and found.group(1).endswith("Gradient")):
                    yield f"{path}:{line}: {key} is not understood by the program's reader: do without it"
                if key in ("width", "height") and value.endswith("%"):
                    yield f"{path}:{line}: {key} in percent is drawn wrong: write a number"


def check_size(bundle):
    size = sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file())
    if size > LARGEST_BUNDLE_BYTES:
        yield f"{bundle}:1: is {size} bytes: at most {LARGEST_BUNDLE_BYTES}: compress more, or bundle less"


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--bundle", type=pathlib.Path, required=True)
    arguments.add_argument("--noto", type=pathlib.Path, required=True, help="the unpacked pictures package")
    options = arguments.parse_args()
    root = pathlib.Path(__file__).resolve().parent.parent

    faults = [
        *check_sources(root, options.bundle, options.noto),
        *check_letters(root),
        *check_voice(root, options.bundle),
        *check_named_lines(root),
        *check_sounds(options.bundle),
        *check_drawings(options.bundle / "art"),
        *check_drawings(options.bundle / "pictures"),
        *check_size(options.bundle),
    ]
    for fault in faults:
        print(fault.removeprefix(f"{root}/"))
    print(f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
