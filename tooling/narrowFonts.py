"""Makes the fonts of src/ui/styles/fonts from those of Fontsource. Run it after a new version of these:

    pip install fonttools brotli && python3 tooling/narrowFonts.py

The app sets text between weight 400 and 700 and uses figures of equal width. All letters and signs stay; other weights,
and fractions and figures of unequal width, are two fifths of the bytes that every visitor stores for offline use.
"""

from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FEATURES = ["calt", "ccmp", "kern", "liga", "locl", "mark", "mkmk", "rvrn", "tnum"]

for name in ["inter", "newsreader"]:
    file = f"{name}-latin-wght-normal.woff2"
    font = instantiateVariableFont(
        TTFont(f"node_modules/@fontsource-variable/{name}/files/{file}"), {"wght": (400, 700)}
    )
    # Written once in between: parts that were read late still name what is gone.
    written = BytesIO()
    font.flavor = None
    font.save(written)
    font = TTFont(BytesIO(written.getvalue()))
    options = Options(layout_features=FEATURES, name_IDs=["*"], glyph_names=False, hinting=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(f"src/ui/styles/fonts/{file}")
