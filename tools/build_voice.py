#!/usr/bin/env python3
"""Renders the default voice pack: every line that the data files name, one Ogg Vorbis file each, and index.tsv.

A line is rendered again only when what it says, or how, has changed: finished files are kept in a cache under the
checksum of all that shapes them.
"""

import argparse
import array
import csv
import hashlib
import json
import multiprocessing
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tomllib
from typing import NamedTuple, Optional

import noises
import sound_levels

VOICE = "fr+f2"  # the clearest and calmest of espeak-ng's French variants for short lines
PITCH = 60  # 0..99; a little above the middle: friendly, not shrill
SENTENCE_SPEED = 135  # words a minute
WORD_SPEED = 120
SOUND_SPEED = 80  # the slowest: a held sound lasts about half a second
BURST_SPEED = 320  # a stop with as little vowel as can be
LOUDNESS_DB = -18  # which is -19 LUFS on the whole, as what teachers record: engine/voice/loudness.h
PEAK_DB = -2  # before compression, which may add a little
SILENCE_BEFORE_MS, SILENCE_AFTER_MS = 30, 80
QUALITY, SOUND_QUALITY = 1, 5  # oggenc's: about 35 kbit/s for speech; a letter's sound needs more
RECIPE = 1  # changed with anything in this file that changes what is heard
NOISE_RECIPE = 1  # the same for tools/noises.py

IPA_TO_ESPEAK = {
    "ɑ̃": "A~", "ɛ̃": "E~", "ɔ̃": "O~", "œ̃": "W~", "ɑ": "A", "ɛ": "E", "ɔ": "O", "œ": "W", "ø": "Y", "ə": "@",
    "ʃ": "S", "ʒ": "Z", "ʁ": "r", "ɲ": "n^", "ɡ": "g", "ɥ": "y",
}  # the other symbols are the same in both
ESPEAK_VOWELS = "aAeEiouyOWY@"
IPA_VOWELS = "aeiouyøəɑɛɔœ\u0303"  # the last one makes them nasal


class Line(NamedTuple):
    id: str
    text: str
    phonemes: Optional[str] = None
    speed: int = SENTENCE_SPEED
    held: bool = False  # a consonant that goes on
    family: str = "line"  # or general, number, letter, object, word: where it is written
    noise: str = ""  # no speech at all, but what this recipe of noises.toml (JSON) makes

    def spoken(self):
        return f"[[{self.phonemes}]]" if self.phonemes else self.text

    def quality(self):
        return SOUND_QUALITY if self.noise or self.speed in (SOUND_SPEED, BURST_SPEED) else QUALITY

    def checksum(self):
        if self.noise:
            recipe = (self.noise, self.quality(), LOUDNESS_DB, PEAK_DB, SILENCE_BEFORE_MS, SILENCE_AFTER_MS, NOISE_RECIPE)
            return hashlib.sha256(repr(recipe).encode()).hexdigest()[:32]
        recipe = (self.spoken(), self.speed, self.held, self.quality(), VOICE, PITCH, LOUDNESS_DB, PEAK_DB,
                  SILENCE_BEFORE_MS, SILENCE_AFTER_MS, RECIPE)
        return hashlib.sha256(repr(recipe).encode()).hexdigest()[:32]


def word_phonemes(ipa):
    """espeak-ng's phonemes for a word of the table, with the stress on its last full vowel.

    Words are spoken from the table's own pronunciation, because that is what the activities count and compare.
    """
    phonemes = []
    rest = ipa.replace(".", "")
    while rest:
        symbol = rest[:2] if rest[:2] in IPA_TO_ESPEAK else rest[0]
        phonemes.append(IPA_TO_ESPEAK.get(symbol, symbol))
        rest = rest[len(symbol):]
    vowels = [
        place for place, phoneme in enumerate(phonemes)
        if phoneme[0] in ESPEAK_VOWELS
        # ɥ before a vowel is no vowel of its own
        and not (phoneme == "y" and phonemes[place + 1 : place + 2] and phonemes[place + 1][0] in ESPEAK_VOWELS)
    ]
    full = [place for place in vowels if phonemes[place] != "@"] or vowels
    phonemes.insert(full[-1], "'")
    return "".join(phonemes)


def is_held(phonemes):
    """Whether this is one consonant repeated, such as s:s:"""
    return phonemes.count(":") > 1


def robot_phonemes(ipa):
    """The word in pieces: each syllable by itself, with silence between them."""
    return "_:_:_:".join(word_phonemes(syllable) for syllable in ipa.split("."))


def southern_ipa(row):
    """The word with its mute e as a syllable, as the south of France says it; None where that is the same.

    The rule is that of engine/content/accent.cpp, which counts these syllables.
    """
    ipa, written = row["ipa"], row["word"].removesuffix("s") if row["word"].endswith("es") else row["word"]
    if not written.endswith("e") or ipa[-1] in IPA_VOWELS:
        return None
    parted = ipa[-1] in "lʁ" and ipa[-2] in "ptkbdɡfv"
    begins = len(ipa) - (2 if parted else 1)
    return f"{ipa[:begins]}.{ipa[begins:]}ə"


def southern_lines(row, unstable):
    ipa = southern_ipa(row)
    if ipa is None:
        return
    code = row["emoji"].lower()
    yield Line(f"south_word_{code}", row["word"], word_phonemes(ipa), WORD_SPEED, family="word")
    if row["word"] in unstable:
        return
    # Doubled letters begin a syllable, as in the table.
    parted = re.sub(r"(gn|ch|ph|[qg]u|([a-z])\2|[bcdfgptv][lr]|[a-z])(es?)$", r"-\1\3", row["syllables"])
    text = " … ".join(parted.split("-"))
    yield Line(f"south_robot_{code}", text, robot_phonemes(ipa), WORD_SPEED, family="word")


def letter_lines(letters):
    for letter in letters:
        # A digraph has no name of its own: it is called by its sound.
        name, speed = letter["name_phonemes"], SOUND_SPEED if letter["kind"] == "digraph" else WORD_SPEED
        yield Line(f"letter_{letter['id']}", letter["name"], name, speed, is_held(name), "letter")
        if "sound" in letter:
            sound, speed = letter["sound_phonemes"], BURST_SPEED if letter["kind"] == "stop" else SOUND_SPEED
            yield Line(f"sound_{letter['id']}", letter["sound"], sound, speed, is_held(sound), "letter")


def object_lines(objects, templates, numbers):
    words = numbers["words"]
    for thing in objects:
        yield Line(f"count_{thing['id']}", templates["count"].format_map(thing), family="object")
        yield Line(f"these_{thing['id']}", templates["these"].format_map(thing), family="object")
        if not thing["food"]:
            continue
        for number in range(1, numbers["give_up_to"] + 1):
            template = templates["give_one" if number == 1 else "give_many"]
            text = template.format(number=words[number - 1], **thing)
            yield Line(f"give_{number}_{thing['id']}", text, family="object")


def tale_lines(tales):
    for tale in tales:
        name = f"story_{tale['id']}_"
        for number, page in enumerate(tale["page"], 1):
            yield Line(f"{name}{number}", page["told"])
        for question in tale["question"]:
            yield Line(f"{name}{question['id']}_ask", question["ask"])
            yield Line(f"{name}{question['id']}_answer", question["answer"])


def noise_lines(recipes):
    for recipe in recipes:
        made = {key: recipe[key] for key in ("length_ms", "layer")}
        yield Line(f"noise_{recipe['id']}", recipe["text"], noise=json.dumps(made, sort_keys=True))


def all_lines(assets):
    def table(name):
        return tomllib.loads((assets / name).read_text(encoding="utf-8"))

    voice = table("voice/lines.toml")
    for family in ("general", "line"):
        for line_id, line in voice[family].items():
            text, phonemes = (line, None) if isinstance(line, str) else (line["text"], line["phonemes"])
            yield Line(line_id, text, phonemes, family=family)
    for number, word in enumerate(voice["numbers"]["words"], 1):
        yield Line(f"number_{number}", word, None, WORD_SPEED, family="number")
    yield from letter_lines(table("letters.toml")["letter"])
    yield from object_lines(table("objects.toml")["object"], voice["template"], voice["numbers"])
    yield from tale_lines(table("tales.toml")["story"])
    yield from noise_lines(table("noises.toml")["noise"])
    unstable = set(table("word_traps.toml")["unstable_syllables"])
    with (assets / "words_fr.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            phonemes = word_phonemes(row["ipa"])
            yield Line(f"word_{row['emoji'].lower()}", row["word"], phonemes, WORD_SPEED, family="word")
            if "." in row["ipa"] and row["word"] not in unstable:
                text = " … ".join(row["syllables"].split("-"))
                yield Line(f"robot_{row['emoji'].lower()}", text, robot_phonemes(row["ipa"]), WORD_SPEED, family="word")
            yield from southern_lines(row, unstable)


def spoken_samples(line):
    wave = subprocess.run(
        ["espeak-ng", "-v", VOICE, "-p", str(PITCH), "-s", str(line.speed), "--stdout", line.spoken()],
        check=True, capture_output=True,
    ).stdout
    samples = array.array("h")
    samples.frombytes(wave[44 : len(wave) - len(wave) % 2])  # after the header of a wave file
    return samples


def render(line, path):
    samples = noises.synthesised(json.loads(line.noise)) if line.noise else spoken_samples(line)
    first, last = sound_levels.sounding_part(samples)
    if first == last:
        raise RuntimeError(f"{line.id}: the voice says nothing for '{line.spoken()}'")
    samples = samples[first:last]
    if line.held:
        samples = sound_levels.faded(sound_levels.steadied(samples), 30, 60)
    samples = sound_levels.faded(samples, 4, 12)
    samples = sound_levels.levelled(samples, LOUDNESS_DB, PEAK_DB)
    samples = sound_levels.silence(SILENCE_BEFORE_MS) + samples + sound_levels.silence(SILENCE_AFTER_MS)
    sound_levels.write_vorbis(samples, path, line.quality())
    return round(1000 * len(samples) / sound_levels.RATE)


def provide(task):
    """Puts a line into the voice folder, from the cache where it can; returns its row of the index."""
    line, cache, out = task
    file = cache / f"{line.checksum()}.ogg"
    note = file.with_suffix(".ms")  # written last: its presence says that the sound is whole
    if not note.exists():
        milliseconds = render(line, file)
        part = note.with_suffix(f".{os.getpid()}")
        part.write_text(str(milliseconds))
        part.replace(note)
    shutil.copyfile(file, out / f"{line.id}.ogg")
    return f"{line.id}\t{note.read_text()}\t{line.family}\t{line.text}\n"


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--assets", type=pathlib.Path, required=True)
    arguments.add_argument("--cache", type=pathlib.Path, required=True)
    arguments.add_argument("--out", type=pathlib.Path, required=True, help="folder for <line>.ogg and index.tsv")
    options = arguments.parse_args()

    options.cache.mkdir(parents=True, exist_ok=True)
    options.out.mkdir(parents=True, exist_ok=True)
    lines = sorted(all_lines(options.assets))
    for before, line in zip(lines, lines[1:]):
        if before.id == line.id:
            sys.exit(f"voice: two lines are called '{line.id}': give one another name")
    for line in lines:
        if not re.fullmatch(r"[a-z0-9_]+", line.id):
            sys.exit(f"voice: '{line.id}': a line's name has only the letters a-z, digits and _")
    with multiprocessing.Pool() as workers:
        index = workers.map(provide, [(line, options.cache, options.out) for line in lines], chunksize=8)
    wanted = {f"{line.id}.ogg" for line in lines}
    for stale in options.out.glob("*.ogg"):
        if stale.name not in wanted:
            stale.unlink()
    (options.out / "index.tsv").write_text("".join(index), encoding="utf-8")


if __name__ == "__main__":
    main()
