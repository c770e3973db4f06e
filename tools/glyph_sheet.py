#!/usr/bin/env python3
"""Lays all glyphs of one alphabet on one sheet: strokes in colours, numbered where they begin, with arrows."""

import argparse
import ctypes
import ctypes.util
import math
import pathlib
import sys
import tempfile
import tomllib

INKS = ("#22313F", "#B23A5A", "#2F6B3A", "#6B4E8E", "#8A5A3B", "#D98E04")
PAPER, RULE, BASE = "#FFF9EC", "#CFEAF5", "#9CC9DE"
GAP = 14  # pixels
PIECES = 12  # of a curve between two points


def span(p0, p1, p2, p3):
    """The piece p1–p2 of a centripetal Catmull–Rom curve, as engine/glyph.cpp draws it."""
    t0 = 0.0
    t1 = t0 + math.sqrt(math.dist(p0, p1))
    t2 = t1 + math.sqrt(math.dist(p1, p2))
    t3 = t2 + math.sqrt(math.dist(p2, p3))

    def mix(a, b, ta, tb, t):
        return tuple(u * (tb - t) / (tb - ta) + v * (t - ta) / (tb - ta) for u, v in zip(a, b))

    for piece in range(1, PIECES + 1):
        t = t1 + (t2 - t1) * piece / PIECES
        a1, a2, a3 = mix(p0, p1, t0, t1, t), mix(p1, p2, t1, t2, t), mix(p2, p3, t2, t3, t)
        yield mix(mix(a1, a2, t0, t2, t), mix(a2, a3, t1, t3, t), t1, t2, t)


def smooth(points):
    runs, run = [], [points[0]]
    for before, point in zip(points, points[1:]):
        if before == point:
            runs.append(run)
            run = [point]
        else:
            run.append(point)
    runs.append(run)
    line = [tuple(points[0])]
    for run in runs:
        for i in range(len(run) - 1):
            p1, p2 = run[i], run[i + 1]
            p0 = run[i - 1] if i else [2 * a - b for a, b in zip(p1, p2)]
            p3 = run[i + 2] if i + 2 < len(run) else [2 * a - b for a, b in zip(p2, p1)]
            line.extend(span(p0, p1, p2, p3))
    return line


def polyline(points, colour, width):
    way = " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return (f'<path d="M{way}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round" '
            f'stroke-linejoin="round"/>')


def arrow(line, colour):
    """A head a third of the way along."""
    lengths = [math.dist(a, b) for a, b in zip(line, line[1:])]
    way, goal = 0, sum(lengths) * 0.3
    for (ax, ay), (bx, by), step in zip(line, line[1:], lengths):
        way += step
        if way >= goal and step > 0:
            ux, uy = (bx - ax) / step, (by - ay) / step
            tip = (bx + ux * 5, by + uy * 5)
            return polyline([(bx - 5 * ux + 5 * uy, by - 5 * uy - 5 * ux), tip,
                             (bx - 5 * ux - 5 * uy, by - 5 * uy + 5 * ux)], colour, 2.5)
    return ""


def drawn(strokes, place, digits):
    parts = []
    for number, stroke in enumerate(strokes, 1):
        colour = INKS[(number - 1) % len(INKS)]
        line = [place(x, y) for x, y in stroke]
        parts += [polyline(line, colour, 3.5), arrow(line, colour)]
    for number, stroke in enumerate(strokes, 1):
        x, y = place(*stroke[0])
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7" fill="{INKS[(number - 1) % len(INKS)]}"/>')
        for line in digits[str(number)]:
            parts.append(polyline([(x - 2.6 + 9 * u, y - 4.5 + 9 * v) for u, v in line], PAPER, 1.4))
    return "".join(parts)


def read(path):
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return table["unit"], [(glyph, [smooth(s) for s in glyph["strokes"]]) for glyph in table["glyph"]]


def cell(strokes, unit, x, y, side, digits):
    """One glyph in its cell; letters that share a base line stand on its rules."""
    xs = [u for line in strokes for u, _ in line]
    rules = ""
    if unit == "interline":
        scale, top = side / 5.6, y + 3.2 * side / 5.6
        for row in range(-3, 3):
            level = top + row * scale
            rules += polyline([(x, level), (x + side, level)], BASE if row == 0 else RULE, 2 if row == 0 else 1)
    else:
        scale, top = min(0.86 * side, 0.9 * side / max(max(xs) - min(xs), 0.1)), y + 0.08 * side
    left = x + side / 2 - (min(xs) + max(xs)) / 2 * scale
    return rules + drawn(strokes, lambda u, v: (left + u * scale, top + v * scale), digits)


def save(svg, width, height, out):
    sdl = ctypes.CDLL(ctypes.util.find_library("SDL2-2.0"))
    image = ctypes.CDLL(ctypes.util.find_library("SDL2_image-2.0"))
    sdl.SDL_RWFromFile.restype = image.IMG_LoadSizedSVG_RW.restype = ctypes.c_void_p
    with tempfile.NamedTemporaryFile(suffix=".svg") as file:
        file.write(svg.encode())
        file.flush()
        stream = sdl.SDL_RWFromFile(file.name.encode(), b"rb")
        surface = image.IMG_LoadSizedSVG_RW(ctypes.c_void_p(stream), width, height)
    if not surface or image.IMG_SavePNG(ctypes.c_void_p(surface), str(out).encode()) != 0:
        sys.exit(f"{out}: it cannot be written: choose another --out")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("alphabet", type=pathlib.Path, help="e.g. assets/glyphs/cursive.toml")
    arguments.add_argument("--out", type=pathlib.Path, required=True)
    arguments.add_argument("--columns", type=int, default=9)
    arguments.add_argument("--cell", type=int, default=150, help="pixels")
    arguments.add_argument("--variants", action="store_true", help="what else counts, too")
    options = arguments.parse_args()

    digits = {glyph["id"]: lines for glyph, lines in read(options.alphabet.parent / "digits.toml")[1]}
    unit, glyphs = read(options.alphabet)
    shapes = []
    for glyph, strokes in glyphs:
        shapes.append(strokes)
        if options.variants:
            shapes += [[smooth(s) for s in variant["strokes"]] for variant in glyph.get("variant", [])]
    columns, side = min(options.columns, len(shapes)), options.cell
    width = GAP + columns * (side + GAP)
    height = GAP + -(-len(shapes) // columns) * (side + GAP)
    body = "".join(cell(strokes, unit, GAP + i % columns * (side + GAP), GAP + i // columns * (side + GAP), side,
                        digits)
                   for i, strokes in enumerate(shapes))
    save(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
         f'viewBox="0 0 {width} {height}"><rect width="{width}" height="{height}" fill="{PAPER}"/>{body}</svg>',
         width, height, options.out)


if __name__ == "__main__":
    main()
