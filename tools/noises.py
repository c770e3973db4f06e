"""Synthesises instruments and noises from the recipes of assets/noises.toml: layers of tones, hiss, plucked strings and
scattered grains. The same recipe gives the same samples.
"""

import array
import math
import random

import sound_levels

RATE = sound_levels.RATE
STRENGTH = 6000  # of a layer with level 1; the whole is levelled afterwards


def samples_of(milliseconds):
    return int(RATE * milliseconds / 1000)


def envelope(layer):
    """Loudness over time: attack_ms up, hold_ms level, then a fall to a third in each fade_ms."""
    attack, hold = max(1, samples_of(layer.get("attack_ms", 1))), samples_of(layer.get("hold_ms", 0))
    fade = max(1.0, RATE * layer["fade_ms"] / 1000)

    def loudness(i):
        if i < attack:
            return i / attack
        return 1.0 if i < attack + hold else math.exp(-(i - attack - hold) / fade)

    return loudness, attack + hold + int(fade * 6)


def band(samples, low_hertz, high_hertz):
    """The samples without what lies below and above the band (two gentle filters of second order)."""
    for hertz, kind in ((low_hertz, "high"), (high_hertz, "low")):
        k = math.tan(math.pi * min(hertz, RATE * 0.45) / RATE)
        scale = 1 / (1 + k * math.sqrt(2) + k * k)
        b0 = scale if kind == "high" else k * k * scale
        b1 = (-2 if kind == "high" else 2) * b0
        a1, a2 = 2 * (k * k - 1) * scale, (1 - k * math.sqrt(2) + k * k) * scale
        x1 = x2 = y1 = y2 = 0.0
        for i, x in enumerate(samples):
            y = b0 * x + b1 * x1 + b0 * x2 - a1 * y1 - a2 * y2
            x2, x1, y2, y1 = x1, x, y1, y
            samples[i] = y
    return samples


def tone(layer, chance):
    """Partials [multiple, strength, share of the fade] of a pitch that may glide, waver (vibrato) or trill."""
    loudness, length = envelope(layer)
    start, end = layer["hertz"], layer.get("to_hertz", layer["hertz"])
    glide = max(1, samples_of(layer.get("glide_ms", 1)))
    waver_hertz, waver = layer.get("waver_hertz", 0), layer.get("waver", 0)
    partials = layer.get("partials", [[1, 1, 1]])
    breath = layer.get("breath", 0)
    fade = max(1.0, RATE * layer["fade_ms"] / 1000)
    sounding = [partial for partial in partials if partial[0] * max(start, end) < RATE * 0.45]
    phase = 0.0
    result = array.array("d")
    for i in range(length):
        pitch = start + (end - start) * min(1.0, i / glide)
        pitch *= 1 + waver * math.sin(2 * math.pi * waver_hertz * i / RATE)
        phase += 2 * math.pi * pitch / RATE
        sum_ = 0.0
        for multiple, strength, share in sounding:
            # A share below 1 lets a partial die before the others.
            sum_ += strength * math.exp(-i / fade * (1 / share - 1)) * math.sin(multiple * phase)
        result.append(loudness(i) * (sum_ + breath * chance.uniform(-1, 1)))
    return result


def hiss(layer, chance):
    """Noise between low_hertz and high_hertz."""
    loudness, length = envelope(layer)
    noise = band(array.array("d", (chance.uniform(-1, 1) for _ in range(length))), layer["low_hertz"], layer["high_hertz"])
    return array.array("d", (loudness(i) * sample for i, sample in enumerate(noise)))


def pluck(layer, chance):
    """A string (Karplus and Strong 1983): noise that goes round in a loop and loses its edge."""
    loop = array.array("d", (chance.uniform(-1, 1) for _ in range(max(2, round(RATE / layer["hertz"])))))
    loudness, length = envelope(layer)
    result = array.array("d")
    for i in range(length):
        here, after = i % len(loop), (i + 1) % len(loop)
        result.append(loudness(i) * loop[here])
        loop[here] = 0.498 * (loop[here] + loop[after])
    return result


def grains(layer, chance):
    """Many short bursts of hiss, here and there in the first over_ms."""
    whole = array.array("d", bytes(8 * samples_of(layer["over_ms"] + 8 * layer["fade_ms"])))
    for _ in range(layer["count"]):
        burst = hiss(layer, chance)
        start, size = samples_of(chance.uniform(0, layer["over_ms"])), chance.uniform(0.3, 1)
        for i, sample in enumerate(burst[: len(whole) - start]):
            whole[start + i] += size * sample
    return whole


LAYERS = {"tone": tone, "hiss": hiss, "pluck": pluck, "grains": grains}


def synthesised(recipe):
    """The samples of a recipe, not levelled yet."""
    whole = array.array("d", bytes(8 * samples_of(recipe["length_ms"])))
    for number, layer in enumerate(recipe["layer"]):
        made = LAYERS[layer["kind"]](layer, random.Random(number))
        for at_ms in layer["at_ms"]:
            start = samples_of(at_ms)
            for i, sample in enumerate(made[: max(0, len(whole) - start)]):
                whole[start + i] += STRENGTH * layer["level"] * sample
    return sound_levels.faded(whole, 1, min(60, recipe["length_ms"] // 6))
