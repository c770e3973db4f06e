"""Measures and sets how loud a piece of speech or sound is; shared by the builders and the check.

Loudness is the level of the parts that sound, heard through the high shelf of ITU-R BS.1770 (so that a hissed "s" and
a sung "a" seem as loud as each other), in dB below full scale.
"""

import array
import math
import operator
import pathlib
import subprocess
import tempfile

RATE = 22050  # samples a second
FULL_SCALE = 32768
FRAME = RATE // 50  # 20 ms

# BS.1770's first filter stage, its high shelf (+4 dB above 1.7 kHz), designed for RATE.
_SHELF_GAIN, _SHELF_HERTZ, _SHELF_Q = 3.99984, 1681.97, 0.7072


def _shelf():
    k = math.tan(math.pi * _SHELF_HERTZ / RATE)
    high = 10 ** (_SHELF_GAIN / 20)
    band = high**0.49967
    scale = 1 + k / _SHELF_Q + k * k
    b = ((high + band * k / _SHELF_Q + k * k) / scale, 2 * (k * k - high) / scale, (high - band * k / _SHELF_Q + k * k) / scale)
    a = (2 * (k * k - 1) / scale, (1 - k / _SHELF_Q + k * k) / scale)
    return b, a


_B, _A = _shelf()


def weighted(samples):
    """The samples as the ear weighs them."""
    (b0, b1, b2), (a1, a2) = _B, _A
    x1 = x2 = y1 = y2 = 0.0
    heard = array.array("d")
    push = heard.append
    for x in samples:
        y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
        x2, x1, y2, y1 = x1, x, y1, y
        push(y)
    return heard


def frame_powers(samples):
    return [
        sum(map(operator.mul, frame, frame)) / len(frame)
        for frame in (samples[i : i + FRAME] for i in range(0, max(1, len(samples) - FRAME // 2), FRAME))
        if len(frame)
    ]


def decibels(power):
    return 10 * math.log10(power / FULL_SCALE**2) if power > 0 else -120.0


def loudness(samples):
    """dB of the frames that are within 20 dB of the loudest one."""
    powers = frame_powers(weighted(samples))
    loud = [power for power in powers if power > max(powers) / 100]
    return decibels(sum(loud) / len(loud)) if loud else -120.0


def peak(samples):
    """dB of the largest sample."""
    largest = max((abs(sample) for sample in samples), default=0)
    return 20 * math.log10(largest / FULL_SCALE) if largest else -120.0


def sounding_part(samples, below_peak_db=40):
    """First and one-past-last sample that is not silence: within `below_peak_db` of the peak."""
    threshold = max((abs(sample) for sample in samples), default=0) * 10 ** (-below_peak_db / 20)
    if threshold == 0:
        return 0, 0
    first = next(i for i, sample in enumerate(samples) if abs(sample) > threshold)
    last = next(i for i in range(len(samples) - 1, -1, -1) if abs(samples[i]) > threshold)
    return first, last + 1


def levelled(samples, target_db, peak_db):
    """The samples at `target_db` loudness; peaks above a knee are bent so that none passes `peak_db`."""
    ceiling = FULL_SCALE * 10 ** (peak_db / 20)
    knee = ceiling * 0.6

    def bent(sample):
        size = abs(sample)
        if size <= knee:
            return sample
        return math.copysign(knee + (ceiling - knee) * math.tanh((size - knee) / (ceiling - knee)), sample)

    result = array.array("d", samples)
    for _ in range(3):  # bending takes a little loudness away, which the next round gives back
        gain = 10 ** ((target_db - loudness(result)) / 20)
        result = array.array("d", (bent(sample * gain) for sample in result))
        if abs(loudness(result) - target_db) < 0.2:
            break
    return result


def steadied(samples):
    """The same samples with an even loudness: a consonant held by repeating it would pulse."""
    sizes = [math.sqrt(power) for power in frame_powers(samples)]
    usual = sorted(sizes)[len(sizes) // 2]
    gains = [min(2.5, max(0.4, usual / size)) if size else 1.0 for size in sizes]
    gains.append(gains[-1])
    result = array.array("d", samples)
    for i in range(len(result)):
        place = max(0.0, i / FRAME - 0.5)  # a gain belongs to the middle of its frame
        before = min(int(place), len(gains) - 2)
        result[i] *= gains[before] + (gains[before + 1] - gains[before]) * (place - before)
    return result


def faded(samples, in_ms, out_ms):
    """The same samples with straight ramps at both ends, against clicks."""
    result = array.array("d", samples)
    rise, fall = min(len(result), RATE * in_ms // 1000), min(len(result), RATE * out_ms // 1000)
    for i in range(rise):
        result[i] *= i / rise
    for i in range(fall):
        result[-1 - i] *= i / fall
    return result


def silence(milliseconds):
    return array.array("d", bytes(8 * (RATE * milliseconds // 1000)))


def read_sound(path):
    """Mono samples of any sound file."""
    raw = subprocess.run(
        ["sox", str(path), "-t", "raw", "-e", "signed", "-b", "16", "-c", "1", "-r", str(RATE), "-"],
        check=True, capture_output=True,
    ).stdout
    samples = array.array("h")
    samples.frombytes(raw)
    return samples


def write_vorbis(samples, path, quality):
    """Writes an Ogg Vorbis file; the same samples give the same bytes."""
    whole = array.array("h", (max(-32768, min(32767, round(sample))) for sample in samples))
    path = pathlib.Path(path)
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as part:
        subprocess.run(
            ["oggenc", "--quiet", "--raw", "--raw-bits=16", "--raw-chan=1", f"--raw-rate={RATE}", "--raw-endianness=0",
             "--serial=1", f"--quality={quality}", "--output=-", "-"],
            check=True, input=whole.tobytes(), stdout=part,
        )
    written = pathlib.Path(part.name)
    written.chmod(0o644)
    written.replace(path)
