"""Cuts the fonts to the letters Omtanke needs, renames them and packs them as WOFF2.

usage: fonts.py <node_modules> <out>

IBM Plex Sans has the Reserved Font Name "Plex" (OFL-1.1, section 3): a changed version must carry another name, so
ours is "Om Sans". The Noto fonts reserve no name; they are renamed too, since a subset is not the whole Noto.
"""

import sys
from pathlib import Path

from fontTools import subset

PLEX = "dkfds/src/fonts/IBMPlexSans/complete/ttf/IBMPlexSans-{}.ttf"
SANS = "@expo-google-fonts/noto-sans-arabic/{0}/NotoSansArabic_{0}.ttf"
NASKH = "@expo-google-fonts/noto-naskh-arabic/{0}/NotoNaskhArabic_{0}.ttf"

# Danish, English, Turkish, Polish and Somali, and the Nordic and Baltic names found in Danish registers.
LATIN = (
    set(range(0x20, 0x7F))
    | set(range(0xA0, 0x100))
    | set(map(ord, "ĄąĆćĘęŁłŃńŚśŹźŻżĞğİıŞşŌōŪūĀāĒēĪīČčŠšŽžŐőŰűŒœ"))
    | set(map(ord, "–—‘’‚“”„•…‹›€−×≤≥←→✓"))
)
MARKS = set(range(0x64B, 0x656)) | {0x670, 0x200C, 0x200D, 0x200E, 0x200F}
ARABIC = (
    set(range(0x621, 0x63B)) | set(range(0x640, 0x64B)) | set(range(0x660, 0x66D)) | MARKS
    | set(map(ord, "،؛؟پچژکگیۀ«»")) | set(range(0x6F0, 0x6FA)) | {0x20, 0x671}
)
URDU = ARABIC | set(map(ord, "ٹڈڑںھہۂۃےۓ۔ە")) | {0x60C, 0x615, 0x654}
NAMES = set(map(ord, "العربية اردو"))

# Without these Arabic letters do not join and Turkish has the wrong i.
FEATURES = "ccmp locl init medi fina isol rlig calt liga mark mkmk curs kern".split()

# file, family, source, letters
FONTS = [
    ("om-sans-400", "Om Sans", PLEX.format("Regular"), LATIN),
    ("om-sans-700", "Om Sans", PLEX.format("Bold"), LATIN),
    ("om-arabic-400", "Om Arabic", SANS.format("400Regular"), ARABIC),
    ("om-arabic-700", "Om Arabic", SANS.format("700Bold"), ARABIC),
    ("om-naskh-400", "Om Naskh", NASKH.format("400Regular"), URDU),
    ("om-naskh-700", "Om Naskh", NASKH.format("700Bold"), URDU),
    ("om-names", "Om Names", SANS.format("400Regular"), NAMES),
]


def cut(source: Path, letters: set[int], family: str, out: Path) -> None:
    """Writes the subset of `source` that can set `letters`, under the name `family`."""
    options = subset.Options(
        layout_features=FEATURES,
        flavor="woff2",
        hinting=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 4, 6, 13, 14],  # copyright and licence stay in the file
        drop_tables=subset.Options().drop_tables + ["meta"],
    )
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    style = font["name"].getDebugName(2)
    names = {1: family, 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", "")}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    subset.save_font(font, str(out), options)


def main() -> None:
    modules, out = map(Path, sys.argv[1:3])
    for name, family, source, letters in FONTS:
        cut(modules / source, letters, family, out / f"{name}.woff2")


if __name__ == "__main__":
    main()
