"""The kit: one theme, one scale, one language, and everything that draws with them.

A kit is a value: when the window, the text size, the theme or the language changes, the app makes
the next kit from the last one, which shares its pictures. Screens and widgets receive the kit when
they are laid out and drawn, and never keep pictures of their own from it.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from game.ui.assets import Symbols
from game.ui.glyphs import Glyphs
from game.ui.paint import Painter
from game.ui.sprites import SpriteCache
from game.ui.text import FontBook, TextPainter, TextStyle
from game.ui.theme import Colour, Metrics, Theme

_TEXT_BYTES = 24_000_000
_SHAPE_BYTES = 40_000_000


class Translator(Protocol):
    """What turns an English template into the reader's language (the shape of gettext's own)."""

    def gettext(self, message: str, /) -> str:
        """The translation of a whole sentence."""
        ...

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        """The translation that suits a number."""
        ...


@dataclass(frozen=True)
class Kit:
    """Theme, scale and language, with the painters bound to them.

    `text` writes, `paint` draws shapes, `glyphs` signs, `symbols` unit pictures; `tr` translates
    the interface's own words.
    """

    theme: Theme
    metrics: Metrics
    tr: Translator
    fonts: FontBook
    words: SpriteCache
    shapes: SpriteCache
    text: TextPainter
    paint: Painter
    glyphs: Glyphs
    symbols: Symbols

    def px(self, design: float) -> int:
        """Design pixels as pixels of this window."""
        return self.metrics.px(design)

    def at(self, metrics: Metrics, theme: Theme, translator: Translator) -> "Kit":
        """This kit at another scale, in another theme or language, with the same pictures."""
        paint = self.paint.at(metrics, theme)
        return replace(
            self,
            theme=theme,
            metrics=metrics,
            tr=translator,
            text=self.text.at(metrics),
            paint=paint,
            glyphs=Glyphs(paint, self.fonts, metrics, theme),
        )

    def resized(self, gain: float) -> "Kit":
        """This kit with every length `gain` times as long."""
        metrics = replace(self.metrics, text_size=self.metrics.text_size * gain)
        return self.at(metrics, self.theme, self.tr)

    def body(self, size: float = 15, colour: Colour | None = None) -> TextStyle:
        """The style of sentences."""
        return TextStyle(size, self.theme.ink if colour is None else colour)

    def label(self, size: float = 15, colour: Colour | None = None) -> TextStyle:
        """The style of labels and secondary words."""
        ink = self.theme.ink2 if colour is None else colour
        return TextStyle(size, ink, "medium", strong="bold")

    def title(self, size: float = 20, colour: Colour | None = None) -> TextStyle:
        """The style of titles, names and buttons."""
        ink = self.theme.ink if colour is None else colour
        return TextStyle(size, ink, "semibold", strong="bold")

    def number(self, size: float = 18, colour: Colour | None = None) -> TextStyle:
        """The style of numbers and headlines that are read from afar."""
        return TextStyle(size, self.theme.ink if colour is None else colour, "bold", strong="bold")


def make_kit(theme: Theme, metrics: Metrics, translator: Translator, assets: Path) -> Kit:
    """A kit from the shipped files; pygame's display and fonts must have been started."""
    words, shapes = SpriteCache(_TEXT_BYTES), SpriteCache(_SHAPE_BYTES)
    fonts = FontBook(assets / "fonts")
    paint = Painter(shapes, metrics, theme)
    return Kit(
        theme=theme,
        metrics=metrics,
        tr=translator,
        fonts=fonts,
        words=words,
        shapes=shapes,
        text=TextPainter(fonts, words, metrics),
        paint=paint,
        glyphs=Glyphs(paint, fonts, metrics, theme),
        symbols=Symbols(assets / "symbols", shapes),
    )
