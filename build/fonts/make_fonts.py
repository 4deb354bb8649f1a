#!/usr/bin/env python3
"""Makes the shipped fonts (resources/fonts/*.woff2) and coverage.json. Run by hand only when a font is to change.

    python3 build/fonts/make_fonts.py --fandol FOLDER --noto NotoSerifCJK-Regular.ttc --out resources/fonts

Needs fonttools and brotli. Where the sources come from stands in resources/fonts/README.md. The same sources and the same
versions of the tools give the same bytes.
"""
import argparse
import json
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, newTable

# Role, source file and shipped file. Roles are those of src/domain/fonts.
ROLES = [
    ("fangsong", "FandolFang-Regular.otf", "fandol-fang.woff2"),
    ("kai", "FandolKai-Regular.otf", "fandol-kai.woff2"),
    ("hei", "FandolHei-Regular.otf", "fandol-hei.woff2"),
    ("song", "FandolSong-Regular.otf", "fandol-song.woff2"),
    ("title", "FandolSong-Bold.otf", "fandol-song-bold.woff2"),
]
RARE_FACE = "Noto Serif CJK SC"
RARE_FILE = "noto-serif-rare.woff2"

# How far a converted outline may lie from the original one, in units of 1000 to the em.
MAX_ERROR = 1.0

# Layout features would move full-width signs; vertical writing is not printed.
DROPPED = ["BASE", "GPOS", "GSUB", "GDEF", "VORG", "vhea", "vmtx"]

HANGUL = [(0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xFFA0, 0xFFDC)]

CHANGE_NOTE = "Outlines converted from CFF to TrueType, layout tables removed, for 执法监督工作台. Advance widths unchanged."


def gb2312():
    """Characters of GB 2312, with the dash as GBK reads it."""
    found = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([high, low]).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return (found - {0x2015, 0x30FB}) | {0x2014, 0x00B7}


def rare_characters(cmap):
    """What the rare font takes: all that an office font of GB 2312 may lack, without Hangul."""
    common = gb2312() | set(range(0x7F))
    korean = {code for first, last in HANGUL for code in range(first, last + 1)}
    return sorted(set(cmap) - common - korean)


def to_true_type(font):
    """Replaces the CFF outlines of a font by quadratic ones; the advance widths stay as they are."""
    order = font.getGlyphOrder()
    glyphs = {}
    drawn = font.getGlyphSet()
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    for tag in ["CFF ", *DROPPED]:
        if tag in font:
            del font[tag]
    limits = font["maxp"]
    limits.tableVersion = 0x00010000
    limits.maxZones = 1
    for key in ["TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements", "SizeOfInstructions"]:
        setattr(limits, f"max{key}", 0)
    for key in ["ComponentElements", "Points", "Contours", "CompositePoints", "CompositeContours", "ComponentDepth"]:
        setattr(limits, f"max{key}", 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def finish(font, licence, target):
    """Writes a font as WOFF2, with one ascent and descent for all and a note of what was changed."""
    head, system = font["hhea"], font["OS/2"]
    head.ascent = system.sTypoAscender = 880
    head.descent = system.sTypoDescender = -120
    head.lineGap = system.sTypoLineGap = 0
    font["name"].setName(CHANGE_NOTE, 10, 3, 1, 0x409)
    font["name"].setName(licence, 13, 3, 1, 0x409)
    font.flavor = "woff2"
    font.save(target)


def ranges(codes):
    """Code points as text: '4E00-4E03 4E07'."""
    runs = []
    for code in sorted(codes):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return " ".join(f"{a:X}" if a == b else f"{a:X}-{b:X}" for a, b in runs)


def printed(font):
    """Characters of a font, controls left out, with their advance widths in thousandths of an em."""
    width = font["hmtx"]
    return {code: width[name][0] for code, name in font.getBestCmap().items() if code >= 0x20}


def face_entry(family, file, widths, known):
    """One font in coverage.json: what it has beyond `known`, and every advance that is not a whole em."""
    narrow = {}
    for code, width in widths.items():
        if width != 1000:
            narrow.setdefault(width, []).append(code)
    return {
        "family": family,
        "file": file,
        "ranges": ranges(set(widths) - known),
        "widths": {str(width): ranges(narrow[width]) for width in sorted(narrow)},
    }


def make_role(source, target):
    """Converts one Fandol font; returns its family and widths."""
    font = TTFont(source, recalcTimestamp=False)
    before = printed(font)
    to_true_type(font)
    finish(font, "GNU GPL version 3 with font exception; see COPYING.txt", target)
    after = printed(TTFont(target))
    assert before == after, f"{target}: widths or characters changed"
    return font["name"].getDebugName(4), after


def make_rare(source, target):
    """Cuts the rare characters out of the Noto face and converts them; returns family and widths."""
    faces = TTCollection(source, lazy=True).fonts
    font = next(face for face in faces if face["name"].getDebugName(1) == RARE_FACE)
    font.recalcTimestamp = False
    before = printed(font)
    options = Options(layout_features=[], hinting=False, name_IDs=["*"], notdef_outline=True, drop_tables=DROPPED)
    cutter = Subsetter(options)
    cutter.populate(unicodes=rare_characters(before))
    cutter.subset(font)
    to_true_type(font)
    finish(font, "SIL Open Font License, Version 1.1; see OFL.txt", target)
    after = printed(TTFont(target))
    assert all(before[code] == width for code, width in after.items()), f"{target}: widths changed"
    return font["name"].getDebugName(4), after


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fandol", type=Path, required=True)
    parser.add_argument("--noto", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    made = {}
    for role, source, file in ROLES:
        made[role] = (file, *make_role(given.fandol / source, given.out / file))
        print(file, len(made[role][2]))
    common = set.intersection(*(set(widths) for _, _, widths in made.values()))
    family, widths = make_rare(given.noto, given.out / RARE_FILE)
    print(RARE_FILE, len(widths))
    coverage = {
        "common": ranges(common),
        "roles": {role: face_entry(name, file, have, common) for role, (file, name, have) in made.items()},
        "rare": face_entry(family, RARE_FILE, widths, set()),
    }
    text = json.dumps(coverage, ensure_ascii=False, indent=2) + "\n"
    (given.out / "coverage.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
