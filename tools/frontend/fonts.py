"""Build the hub's face from Commissioner (greek, latin, cyrillic) and Vazirmatn (arabic), both OFL 1.1 (licences in site/static/fonts).

usage: python tools/frontend/fonts.py NODE_MODULES   after `npm i @fontsource-variable/commissioner @fontsource-variable/vazirmatn`
needs: fonttools, brotli

One axis only: weight 400-700, and the heavier, the more flared (Commissioner's FLAR 0 -> 100), so headings and numbers have their own
voice at no extra weight. Hinting and rare glyphs are dropped. The Greek numeral sign (U+0384, U+0374) is set tight: «Α΄ Κοινότητα».
"""
import sys
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.designspaceLib import AxisDescriptor, DesignSpaceDocument, SourceDescriptor
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib import build, instancer

SRC = Path(sys.argv[1]) / "@fontsource-variable"
OUT = Path(__file__).resolve().parents[2] / "site" / "static" / "fonts"
PARTS = {
    "greek": ("greek", "U+0384-0386,U+0388-038A,U+038C,U+038E-03A1,U+03A3-03CE,U+0374"),
    "common": ("latin", "U+0020-003F,U+005B,U+005D,U+007C,U+00A0,U+00A9,U+00AB,U+00AD,U+00B7,U+00BB,U+00D7,U+2011,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2026,U+202F,U+20AC,U+2190-2193,U+2212"),
    "latin": ("latin", "U+0040-005A,U+005C,U+005E-007B,U+007D,U+007E"),
    "latin-ext": ("latin", "U+00A1-00A8,U+00AA,U+00AC,U+00AE,U+00B0-00B6,U+00B9,U+00BA,U+00BC-00BF,U+00C0-00D6,U+00D8-00F6,U+00F8-00FF,U+0131,U+0152,U+0153,U+0160,U+0161,U+017D,U+017E,U+201A,U+201E,U+2022,U+2032,U+2122"),
    "cyrillic": ("cyrillic", "U+0401,U+0404,U+0406,U+0407,U+040E,U+0410-044F,U+0451,U+0454,U+0456,U+0457,U+045E,U+0490,U+0491,U+2116"),
}
FEATURES = ("kern", "liga", "locl", "ccmp", "mark", "mkmk")
# Digits stand in columns, ligatures of Latin letters are rare here: what such rules weigh, first views pay.
FEWER = {"common": (), "latin": ("kern",)}
MASTERS = ((400, 0), (700, 100))
DROP = ("STAT", "fvar", "avar", "HVAR", "MVAR", "gvar", "cvar")


def cut(font, unicodes, features, notdef=True):
    options = subset.Options(hinting=False, glyph_names=False, notdef_outline=notdef, layout_features=list(features))
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(unicodes))
    subsetter.subset(font)


def tighten_keraia(font):
    cmap = font.getBestCmap()
    name = cmap.get(0x384)
    if name:
        glyph, side = font["glyf"][name], 30
        shift = side - glyph.xMin
        if glyph.isComposite():
            for c in glyph.components:
                c.x += shift
        else:
            glyph.coordinates.translate((shift, 0))
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (glyph.xMax + side, glyph.xMin)
        for other in font["glyf"].glyphs.values():  # accented letters are built from this sign: they keep their accent where it was
            if other.isComposite():
                for c in other.components:
                    if c.glyphName == name:
                        c.x -= shift


def main():
    with tempfile.TemporaryDirectory() as tmp:
        for part, (script, unicodes) in PARTS.items():
            space = DesignSpaceDocument()
            space.addAxis(AxisDescriptor(tag="wght", name="Weight", minimum=400, default=400, maximum=700))
            for weight, flare in MASTERS:
                font = TTFont(SRC / f"commissioner/files/commissioner-{script}-flar-normal.woff2")
                font = instancer.instantiateVariableFont(font, {"wght": weight, "FLAR": flare})
                cut(font, unicodes, FEWER.get(part, FEATURES))
                for table in DROP:
                    if table in font:
                        del font[table]
                scale_upem(font, 1000)          # shorter outlines, no visible difference
                if part == "greek":
                    tighten_keraia(font)
                font.flavor = None
                path = f"{tmp}/{part}-{weight}.ttf"
                font.save(path)
                space.addSource(SourceDescriptor(path=path, name=path, location={"Weight": weight}, familyName="Hub", styleName=str(weight)))
            face, _, _ = build(space)
            for record in face["name"].names:
                if record.nameID in (1, 4, 16):
                    record.string = "Commissioner Hub"
                elif record.nameID == 6:
                    record.string = "CommissionerHub"
            if "STAT" in face:
                del face["STAT"]
            save(face, part)
        arabic = TTFont(SRC / "vazirmatn/files/vazirmatn-arabic-wght-normal.woff2")
        arabic = instancer.instantiateVariableFont(arabic, {"wght": (400, 400, 700)})
        scale_upem(arabic, 1000)
        cut(arabic, "U+0020,U+060C,U+061B,U+061F,U+0621-063A,U+0640-0652,U+0670,U+066A-066C",
            ["init", "medi", "fina", "isol", "rlig", "liga", "calt", "ccmp", "mark", "mkmk", "kern", "locl"], notdef=False)
        save(arabic, "arabic")


def save(font, part):
    font.flavor = "woff2"
    path = OUT / f"hub-{part}.woff2"
    font.save(path)
    print(f"{part:10} {path.stat().st_size:6} bytes, {len(font.getGlyphOrder())} glyphs")


main()
