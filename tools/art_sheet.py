#!/usr/bin/env python3
"""Lays drawings side by side on one sheet, read by the program's own SVG reader, to look at them together."""

import argparse
import ctypes
import ctypes.util
import pathlib
import sys

CELL, CAPTION, GAP = 300, 30, 16  # pixels
PAPER = 0xFFFFF9EC
GROUNDS = {"day": 0xFFDCECCB, "evening": 0xFF8FA0B4, "paper": PAPER, "ink": 0xFF22313F}
INK = 0x003F3122  # as SDL_Color: red is the lowest byte


class Rect(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("w", ctypes.c_int), ("h", ctypes.c_int)]


class Surface(ctypes.Structure):
    _fields_ = [("flags", ctypes.c_uint32), ("format", ctypes.c_void_p), ("w", ctypes.c_int), ("h", ctypes.c_int)]


def library(name):
    found = ctypes.util.find_library(name)
    if not found:
        sys.exit(f"The library {name} is not installed: run tools/setup.sh, then start again.")
    return ctypes.CDLL(found)


SDL, IMAGE, TTF = library("SDL2-2.0"), library("SDL2_image-2.0"), library("SDL2_ttf-2.0")
for owner, functions in ((SDL, ("SDL_RWFromFile", "SDL_CreateRGBSurfaceWithFormat")),
                         (IMAGE, ("IMG_LoadSizedSVG_RW",)), (TTF, ("TTF_OpenFont", "TTF_RenderUTF8_Blended"))):
    for function in functions:
        getattr(owner, function).restype = ctypes.c_void_p
ARGB8888 = 0x16362004


def pointer(address):
    return ctypes.c_void_p(address)


def size_of(surface):
    return ctypes.cast(pointer(surface), ctypes.POINTER(Surface)).contents


def drawing(path, width, height):
    stream = SDL.SDL_RWFromFile(str(path).encode(), b"rb")
    surface = IMAGE.IMG_LoadSizedSVG_RW(pointer(stream), width, height) if stream else None
    if not surface:
        sys.exit(f"{path}:1: it cannot be drawn: mend it, or leave it out")
    return surface


def lay(sheet, surface, x, y):
    place = Rect(x, y, 0, 0)
    SDL.SDL_UpperBlit(pointer(surface), None, pointer(sheet), ctypes.byref(place))


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("drawings", nargs="+", type=pathlib.Path)
    arguments.add_argument("--out", type=pathlib.Path, required=True)
    arguments.add_argument("--columns", type=int, default=6)
    arguments.add_argument("--cell", type=int, default=CELL, help="pixels")
    arguments.add_argument("--ground", choices=GROUNDS, default="day")
    arguments.add_argument("--font", default="/usr/share/fonts/truetype/andika/Andika-Regular.ttf")
    options = arguments.parse_args()

    TTF.TTF_Init()
    font = TTF.TTF_OpenFont(options.font.encode(), 16)
    columns = min(options.columns, len(options.drawings))
    rows = -(-len(options.drawings) // columns)
    width, height = GAP + columns * (options.cell + GAP), GAP + rows * (options.cell + CAPTION + GAP)
    sheet = SDL.SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, ARGB8888)
    SDL.SDL_FillRect(pointer(sheet), None, ctypes.c_uint32(PAPER))
    for number, path in enumerate(options.drawings):
        x = GAP + number % columns * (options.cell + GAP)
        y = GAP + number // columns * (options.cell + CAPTION + GAP)
        ground = Rect(x, y, options.cell, options.cell)
        SDL.SDL_FillRect(pointer(sheet), ctypes.byref(ground), ctypes.c_uint32(GROUNDS[options.ground]))
        surface = drawing(path, options.cell, options.cell)
        size = size_of(surface)
        lay(sheet, surface, x + (options.cell - size.w) // 2, y + (options.cell - size.h) // 2)
        SDL.SDL_FreeSurface(pointer(surface))
        if font:
            words = TTF.TTF_RenderUTF8_Blended(pointer(font), path.stem.encode(), ctypes.c_uint32(INK | 0xFF000000))
            lay(sheet, words, x, y + options.cell)
            SDL.SDL_FreeSurface(pointer(words))
    if IMAGE.IMG_SavePNG(pointer(sheet), str(options.out).encode()) != 0:
        sys.exit(f"{options.out}: it cannot be written: choose another --out")


if __name__ == "__main__":
    main()
