#!/usr/bin/env python3
"""Makes the few sounds that are not speech from the notes of assets/sounds.toml."""

import argparse
import array
import math
import pathlib
import random
import tomllib

import sound_levels

# A timbre: attack in ms, share of breath noise, and for each partial (multiple of the pitch, strength, share of
# the fade).
TIMBRES = {
    "wood": (1, 0.25, [(1, 1.0, 1.0), (2.57, 0.5, 0.6), (4.1, 0.25, 0.4)]),
    "marimba": (3, 0.02, [(1, 1.0, 1.0), (3.93, 0.22, 0.35), (9.2, 0.06, 0.12)]),
    "hum": (40, 0.0, [(1, 1.0, 1.0), (2, 0.35, 0.8), (3, 0.1, 0.6)]),
    "air": (18, 0.06, [(1, 1.0, 1.0), (2, 0.18, 0.7), (3, 0.05, 0.5)]),
}


def add_note(samples, note):
    attack_ms, breath, partials = TIMBRES[note["timbre"]]
    start = sound_levels.RATE * note["at_ms"] // 1000
    attack = sound_levels.RATE * attack_ms // 1000
    chance = random.Random(note["at_ms"])
    for i in range(start, len(samples)):
        seconds = (i - start) / sound_levels.RATE
        rise = min(1.0, (i - start) / attack)
        tone = 0.0
        for multiple, strength, fade_share in partials:
            fade = math.exp(-seconds * 1000 / (note["fade_ms"] * fade_share))
            tone += strength * fade * math.sin(2 * math.pi * note["hertz"] * multiple * seconds)
        noise = breath * chance.uniform(-1, 1) * math.exp(-seconds * 1000 / (note["fade_ms"] * 0.5))
        samples[i] += 8000 * rise * (tone + noise)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--recipes", type=pathlib.Path, required=True)
    arguments.add_argument("--out", type=pathlib.Path, required=True, help="folder for <sound>.ogg")
    options = arguments.parse_args()

    options.out.mkdir(parents=True, exist_ok=True)
    for recipe in tomllib.loads(options.recipes.read_text(encoding="utf-8"))["sound"]:
        samples = array.array("d", sound_levels.silence(recipe["length_ms"]))
        for note in recipe["notes"]:
            add_note(samples, note)
        samples = sound_levels.faded(samples, 1, min(60, recipe["length_ms"] // 3))
        samples = sound_levels.levelled(samples, recipe["level_db"], -6)
        sound_levels.write_vorbis(samples, options.out / f"{recipe['id']}.ogg", 4)


if __name__ == "__main__":
    main()
