"""The one font family that maps are drawn with; it comes as a package, so every machine has the same."""

from pathlib import Path
from typing import Literal, TypeAlias

import font_source_sans_pro

FAMILY = "Source Sans Pro"

Style: TypeAlias = Literal["Regular", "Bold"]
"""Its italics have no Cyrillic letters, so we do without."""
STYLES: tuple[Style, ...] = ("Regular", "Bold")


def font_file(style: Style) -> Path:
    """The TrueType file of one style."""
    return Path(font_source_sans_pro.__file__).parent / "files" / f"SourceSansPro-{style}.ttf"
