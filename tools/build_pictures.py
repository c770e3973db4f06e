#!/usr/bin/env python3
"""Writes the Noto pictures that Mirabelle names as stand-alone SVG files.

A picture is named by its code point in the column `emoji` of words_fr.csv and by `picture = "1f34e"` in the
.toml files. A name that the pictures package does not have is an error with its file and line.
"""

import argparse
import csv
import json
import pathlib
import re
import sys

CLIP_PATH = re.compile(r"<clipPath\b.*?</clipPath>")
CLIPPED = re.compile(r' clip-path="[^"]*"')
USE = re.compile(r'<use href="#(?P<target>[^"]+)"[^>]*/>')
IDENTIFIED_SHAPE = re.compile(r'<(?:path|circle|ellipse|rect)\b[^>]*\bid="(?P<id>[^"]+)"[^>]*/>')
IDENTITY = re.compile(r' id="[^"]*"')
NAMED_IN_TOML = re.compile(r'\bpicture\s*=\s*"([0-9a-fA-F-]+)"')


def named_pictures(assets):
    """Yields (code point as written, file, line number) for every picture named in `assets`."""
    words = assets / "words_fr.csv"
    with words.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for row in reader:
            yield row["emoji"], words, reader.line_num
    for path in sorted(assets.rglob("*.toml")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for found in NAMED_IN_TOML.finditer(line):
                yield found.group(1), path, number


def without_variation_selector(code_point):
    return "-".join(part for part in code_point.lower().split("-") if part != "fe0f")


def for_a_simple_reader(body):
    """The same drawing without <use> and <clipPath>, which SDL_image's SVG reader passes over.

    What is used is put in its place; clipping is left out (the drawings that have it hardly change).
    """
    body = CLIPPED.sub("", CLIP_PATH.sub("", body))
    for _ in range(3):  # a used thing may itself use another
        drawn = {found.group("id"): found.group(0) for found in IDENTIFIED_SHAPE.finditer(body)}
        body = USE.sub(lambda found: IDENTITY.sub("", drawn.get(found.group("target"), found.group(0)), count=1), body)
    return body


class NotoPictures:
    def __init__(self, folder):
        self._set = json.loads((folder / "icons.json").read_text(encoding="utf-8"))
        names = json.loads((folder / "chars.json").read_text(encoding="utf-8"))
        self._names = {without_variation_selector(code): name for code, name in names.items()}

    def find(self, code_point):
        """The picture as an SVG document, or None."""
        name = self._names.get(without_variation_selector(code_point))
        for _ in range(5):
            alias = self._set.get("aliases", {}).get(name)
            if alias is None:
                break
            name = alias["parent"]
        icon = self._set["icons"].get(name)
        if icon is None:
            return None
        left, top = icon.get("left", 0), icon.get("top", 0)
        width = icon.get("width", self._set.get("width", 16))
        height = icon.get("height", self._set.get("height", 16))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
            f' viewBox="{left} {top} {width} {height}">{for_a_simple_reader(icon["body"])}</svg>\n'
        )


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--noto", type=pathlib.Path, required=True, help="the unpacked pictures package")
    arguments.add_argument("--assets", type=pathlib.Path, required=True)
    arguments.add_argument("--out", type=pathlib.Path, required=True, help="folder for <code point>.svg")
    options = arguments.parse_args()

    pictures = NotoPictures(options.noto)
    options.out.mkdir(parents=True, exist_ok=True)
    written, faults = set(), 0
    for code_point, path, line in named_pictures(options.assets):
        file = options.out / f"{without_variation_selector(code_point)}.svg"
        if file in written:
            continue
        document = pictures.find(code_point)
        if document is None:
            print(f"{path}:{line}: picture {code_point}: not in the Noto pictures: choose another code point",
                  file=sys.stderr)
            faults += 1
            continue
        written.add(file)
        if not file.exists() or file.read_text(encoding="utf-8") != document:
            file.write_text(document, encoding="utf-8")
    for stale in set(options.out.glob("*.svg")) - written:
        stale.unlink()
    if faults:
        sys.exit(1)
    print(f"{len(written)} pictures")


if __name__ == "__main__":
    main()
