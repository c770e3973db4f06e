#!/usr/bin/env python3
"""How many digits of writers it has never seen the recogniser knows: reads rows of Alpaydin and Alimoglu's pen digits
(UCI, "pendigits.tes": eight points x,y with y upwards, then the digit; not part of the project), has them judged by
the program, and prints the share and what was taken for what.
usage: tools/pen_digits.py [--build FOLDER] FILE..."""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def digit_of(text, place):
    """Written as itself, or as ten digits of which one is 1."""
    text = text.strip()
    if len(text) == 1 and text.isdigit():
        return text
    if len(text) == 10 and text.count("1") == 1:
        return str(text.index("1"))
    sys.exit(f"pen_digits: {place}: '{text}' is no digit; rows end in 0 to 9, or in ten digits of which one is 1")


def read(file):
    for number, line in enumerate(file.read_text().splitlines(), 1):
        if not line.strip():
            continue
        cells = line.split(",")
        if len(cells) != 17 or not all(cell.strip().isdigit() for cell in cells[:16]):
            sys.exit(f"pen_digits: {file}:{number}: not sixteen numbers and a digit; take rows of pendigits.tes as they are")
        values = [int(cell) for cell in cells[:16]]
        points = [[x, 100 - y, 50 * i] for i, (x, y) in enumerate(zip(values[::2], values[1::2]))]
        yield digit_of(cells[16], f"{file}:{number}"), points


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    arguments.add_argument("files", type=pathlib.Path, nargs="+")
    options = arguments.parse_args()

    rows = [row for file in options.files for row in read(file)]
    lines = [json.dumps({"glyph": digit, "script": "digits", "mode": "free", "strokes": [points]}) for digit, points in rows]
    judged = subprocess.run([options.build / "mirabelle", "judge", "--recognise", "digits"], input="\n".join(lines) + "\n",
                            check=True, capture_output=True, text=True).stdout.splitlines()
    taken = collections.Counter((digit, json.loads(line)["best"][0]["glyph"]) for (digit, _), line in zip(rows, judged, strict=True))
    known = sum(count for (digit, best), count in taken.items() if digit == best)
    print(f"{known} of {len(rows)} known: {100 * known / len(rows):.1f} %")
    for (digit, best), count in taken.most_common():
        if digit != best:
            print(f"{digit} taken for {best}: {count}")


if __name__ == "__main__":
    main()
