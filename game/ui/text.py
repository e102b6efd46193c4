"""Text: fonts, single lines, wrapped paragraphs with **bold** words, halos.

Styles are written in design pixels and turned into pixels of this window by the painter's metrics.
The y of a single line is the middle of its capital letters, since that is what the eye lines up
with buttons, glyphs and counters; the y of a paragraph is its top. Small text is drawn at twice its
size and reduced, which keeps weight and spacing true at every scale.
"""

import math
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

import pygame

from game.ui.sprites import SpriteCache
from game.ui.theme import LINE_HEIGHT, Colour, Metrics

Face = Literal[
    "regular", "italic", "medium", "semibold", "bold", "medium-italic", "semibold-italic"
]
Align = Literal["left", "center", "right"]

_FILES: dict[Face, str] = {
    "regular": "IBMPlexSans-Variable.ttf",
    "italic": "IBMPlexSans-Italic-Variable.ttf",
    "medium": "IBMPlexSansCondensed-Medium.ttf",
    "semibold": "IBMPlexSansCondensed-SemiBold.ttf",
    "bold": "IBMPlexSansCondensed-Bold.ttf",
    "medium-italic": "IBMPlexSansCondensed-MediumItalic.ttf",
    "semibold-italic": "IBMPlexSansCondensed-SemiBoldItalic.ttf",
}
_CAP_HEIGHT = 0.698
_SUPERSAMPLED_BELOW_PX = 44
_HELD_FONTS = 96
_HELD_PARAGRAPHS = 1500
_HELD_WIDTHS = 8192
_NARROW_SPACE = "\u202f"
_HARD_SPACE = "\u00a0"


def signed(number: int) -> str:
    """A change with its sign and a true minus: +1, −1, 0."""
    return f"{number:+d}".replace("-", "−") if number else "0"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text looks: size and tracking in design pixels, a face and a colour.

    `strong` is the face of words between double asterisks, `strong_colour` their colour when it
    differs. `leading` is the height of a line as a share of the size.
    """

    size: float
    colour: Colour
    face: Face = "regular"
    tracking: float = 0.0
    strong: Face = "semibold"
    strong_colour: Colour | None = None
    leading: float = LINE_HEIGHT

    def on(self, colour: Colour) -> "TextStyle":
        """The same style in another colour."""
        return replace(self, colour=colour)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line in one face, `x` pixels from the line's start."""

    text: str
    strong: bool
    x: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph."""

    runs: tuple[Run, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text wrapped to a width, ready to be drawn; sizes in pixels."""

    lines: tuple[Line, ...]
    style: TextStyle
    width: int
    height: int
    line_height: int


class FontBook:
    """Opens the shipped fonts, each size once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open = lru_cache(maxsize=_HELD_FONTS)(self._load)
        self._measured = lru_cache(maxsize=_HELD_WIDTHS)(self._measure)

    def get(self, face: Face, px: int) -> pygame.font.Font:
        """The font of a face at a size in pixels."""
        return self._open(face, px)

    def width(self, face: Face, px: int, text: str) -> int:
        """The width of a line at a size in pixels."""
        return self._measured(face, px, text)

    def _measure(self, face: Face, px: int, text: str) -> int:
        return self.get(face, px).size(text)[0]

    def _load(self, face: Face, px: int) -> pygame.font.Font:
        return pygame.font.Font(str(self._folder / _FILES[face]), px)


class TextPainter:
    """Measures, wraps and draws text at the scale of its metrics."""

    def __init__(self, fonts: FontBook, sprites: SpriteCache, metrics: Metrics) -> None:
        self._fonts = fonts
        self._sprites = sprites
        self._metrics = metrics
        self._paragraphs: OrderedDict[tuple[str, TextStyle, int, int], Paragraph] = OrderedDict()

    def at(self, metrics: Metrics) -> "TextPainter":
        """The same fonts and pictures at another scale."""
        return TextPainter(self._fonts, self._sprites, metrics)

    def width(self, text: str, style: TextStyle) -> int:
        """The width of one line in pixels, rounded up."""
        return math.ceil(self._width(text, style))

    def line_height(self, style: TextStyle) -> int:
        """The height of one line in pixels."""
        return math.ceil(self._metrics.font(style.size) * style.leading)

    def line(self, text: str, style: TextStyle) -> pygame.Surface:
        """The picture of one line; shared, so not to be drawn on."""
        px = self._metrics.font(style.size)
        gap = style.tracking * self._metrics.scale
        key = ("line", text, style.face, px, style.colour, round(gap, 2))
        return self._sprites.get(key, lambda: self._render(text, style.face, px, style.colour, gap))

    def draw(
        self,
        surface: pygame.Surface,
        text: str,
        at: tuple[float, float],
        style: TextStyle,
        align: Align = "left",
    ) -> int:
        """Draw one line with the middle of its capitals at y; returns its width in pixels."""
        if not text:
            return 0
        image = self.line(text, style)
        width = self._width(text, style)
        x = at[0] - _before(width, align)
        surface.blit(image, (round(x), round(at[1] - self._middle(style))))
        return math.ceil(width)

    def halo(
        self,
        surface: pygame.Surface,
        text: str,
        at: tuple[float, float],
        style: TextStyle,
        colour: Colour,
        align: Align = "center",
        radius: float = 2.2,
    ) -> pygame.Rect:
        """Draw one line on a soft outline, for text on the map; returns the place it takes."""
        px = self._metrics.font(style.size)
        spread = max(1.0, radius * self._metrics.scale)
        key = ("halo", text, style, px, colour, round(spread, 2), round(self._metrics.scale, 4))
        image = self._sprites.get(key, lambda: self._render_halo(text, style, colour, spread))
        margin = math.ceil(spread)
        x = at[0] - _before(self._width(text, style), align) - margin
        return surface.blit(image, (round(x), round(at[1] - self._middle(style)) - margin))

    def wrap(
        self, text: str, style: TextStyle, width: int, max_lines: int | None = None
    ) -> Paragraph:
        """Break text into lines no wider than `width` pixels.

        Words between double asterisks are strong; a line feed starts a new line. A word too long
        for a line is broken. Give `max_lines` only where the whole text can be read elsewhere: the
        last line then ends in an ellipsis.
        """
        key = (text, style, width, max_lines or 0)
        held = self._paragraphs.get(key)
        if held is not None:
            return held
        lines = tuple(_Wrapping(self, style, max(1, width)).lines(text))
        if max_lines is not None and len(lines) > max_lines:
            lines = (*lines[: max_lines - 1], self._cut(lines[max_lines - 1], style, width))
        height = self.line_height(style)
        widest = math.ceil(max((line.width for line in lines), default=0.0))
        paragraph = Paragraph(lines, style, widest, height * len(lines), height)
        self._paragraphs[key] = paragraph
        if len(self._paragraphs) > _HELD_PARAGRAPHS:
            self._paragraphs.popitem(last=False)
        return paragraph

    def draw_paragraph(
        self,
        surface: pygame.Surface,
        paragraph: Paragraph,
        at: tuple[int, int],
        align: Align = "left",
    ) -> int:
        """Draw a wrapped paragraph with its top at y; x is its left, middle or right edge.

        Returns the y below it.
        """
        style = paragraph.style
        has_strong = any(run.strong for line in paragraph.lines for run in line.runs)
        strong = self.strong_style(style) if has_strong else style
        y = at[1] + paragraph.line_height / 2
        for line in paragraph.lines:
            left = at[0] - _before(line.width, align)
            for run in line.runs:
                self.draw(surface, run.text, (left + run.x, y), strong if run.strong else style)
            y += paragraph.line_height
        return at[1] + paragraph.height

    def rich(
        self,
        surface: pygame.Surface,
        text: str,
        at: tuple[int, int],
        width: int,
        style: TextStyle,
        align: Align = "left",
    ) -> int:
        """Wrap and draw in one go; returns the y below the paragraph."""
        return self.draw_paragraph(surface, self.wrap(text, style, width), at, align)

    def height(self, text: str, style: TextStyle, width: int) -> int:
        """The height of text wrapped to a width, in pixels; 0 for no text."""
        return self.wrap(text, style, width).height if text else 0

    def shorten(self, text: str, style: TextStyle, width: int) -> str:
        """The text, or as much of it as fits with an ellipsis; only for names the user typed."""
        if self._width(text, style) <= width:
            return text
        kept = text
        while kept and self._width(f"{kept}…", style) > width:
            kept = kept[:-1]
        return f"{kept.rstrip()}…"

    def strong_style(self, style: TextStyle) -> TextStyle:
        """The style of a paragraph's words between double asterisks."""
        return replace(style, face=style.strong, colour=style.strong_colour or style.colour)

    def advance(self, text: str, style: TextStyle) -> float:
        """The exact width of one line in pixels."""
        return self._width(text, style)

    def _width(self, text: str, style: TextStyle) -> float:
        px = self._metrics.font(style.size)
        factor = _factor(px)
        width = self._fonts.width(style.face, px * factor, _printable(text)) / factor
        gaps = max(0, len(text) - 1) * style.tracking * self._metrics.scale
        return width + gaps

    def _middle(self, style: TextStyle) -> float:
        px = self._metrics.font(style.size)
        factor = _factor(px)
        ascent = self._fonts.get(style.face, px * factor).get_ascent() / factor
        return ascent - _CAP_HEIGHT * px / 2

    def _render(self, text: str, face: Face, px: int, colour: Colour, gap: float) -> pygame.Surface:
        factor = _factor(px)
        font = self._fonts.get(face, px * factor)
        image = _spaced(font, _printable(text), colour, gap * factor)
        return image if factor == 1 else _halved(image, colour)

    def _render_halo(
        self, text: str, style: TextStyle, colour: Colour, spread: float
    ) -> pygame.Surface:
        px = self._metrics.font(style.size)
        gap = style.tracking * self._metrics.scale
        factor = _factor(px)
        font = self._fonts.get(style.face, px * factor)
        ghost = _spaced(font, _printable(text), colour, gap * factor)
        ghost.set_alpha(110)
        margin = math.ceil(spread) * factor
        size = (ghost.get_width() + 2 * margin, ghost.get_height() + 2 * margin)
        image = pygame.Surface(size, pygame.SRCALPHA)
        image.fill((*colour, 0))
        for step in range(12):
            angle = step * math.pi / 6
            x, y = math.cos(angle) * spread * factor, math.sin(angle) * spread * factor
            image.blit(ghost, (round(margin + x), round(margin + y)))
        image.blit(_spaced(font, _printable(text), style.colour, gap * factor), (margin, margin))
        return image if factor == 1 else _halved(image, colour)

    def _cut(self, line: Line, style: TextStyle, width: int) -> Line:
        words = "".join(run.text for run in line.runs)
        kept = self.shorten(f"{words}…", style, width)
        text = kept if kept.endswith("…") else f"{kept}…"
        return Line((Run(text, False, 0.0),), self._width(text, style))


class _Wrapping:
    """Breaks one text into lines of a width."""

    def __init__(self, painter: TextPainter, style: TextStyle, width: int) -> None:
        self._painter = painter
        self._plain = style
        self._strong = painter.strong_style(style)
        self._width = width

    def lines(self, text: str) -> Iterator[Line]:
        strong = False
        for part in text.split("\n"):
            words, strong = _words(part, strong)
            yield from self._fill(words)

    def _fill(self, words: list[list[tuple[str, bool]]]) -> Iterator[Line]:
        taken: list[list[tuple[str, bool]]] = []
        line = self._joined(taken)
        for word in words:
            for piece in self._pieces(word):
                longer = self._joined([*taken, piece])
                if taken and longer.width > self._width:
                    yield line
                    taken, longer = [], self._joined([piece])
                taken.append(piece)
                line = longer
        yield line

    def _joined(self, words: list[list[tuple[str, bool]]]) -> Line:
        """One line with neighbouring words of one face drawn together, for even spaces."""
        parts: list[tuple[str, bool]] = []
        for word in words:
            for place, (text, strong) in enumerate(word):
                space = " " if parts and place == 0 else ""
                if parts and parts[-1][1] == strong:
                    parts[-1] = (parts[-1][0] + space + text, strong)
                elif space and strong:
                    parts[-1] = (parts[-1][0] + space, parts[-1][1])
                    parts.append((text, strong))
                else:
                    parts.append((space + text, strong))
        runs: list[Run] = []
        x = 0.0
        for part in parts:
            runs.append(Run(part[0], part[1], x))
            x += self._measure(part)
        return Line(tuple(runs), x)

    def _pieces(self, word: list[tuple[str, bool]]) -> Iterator[list[tuple[str, bool]]]:
        if sum(self._measure(part) for part in word) <= self._width:
            yield word
            return
        for text, strong in word:
            kept = ""
            for letter in text:
                if kept and self._measure((kept + letter, strong)) > self._width:
                    yield [(kept, strong)]
                    kept = ""
                kept += letter
            yield [(kept, strong)]

    def _measure(self, part: tuple[str, bool]) -> float:
        return self._painter.advance(part[0], self._strong if part[1] else self._plain)


def _words(text: str, strong: bool) -> tuple[list[list[tuple[str, bool]]], bool]:
    """Words as lists of (text, strong), since a word may be strong only in part."""
    words: list[list[tuple[str, bool]]] = []
    open_word = False
    for index, stretch in enumerate(text.split("**")):
        strong = strong if index == 0 else not strong
        for place, part in enumerate(stretch.split(" ")):
            if place:
                open_word = False
            if not part:
                continue
            if not open_word:
                words.append([])
            words[-1].append((part, strong))
            open_word = True
    return words, strong


def _before(width: float, align: Align) -> float:
    if align == "left":
        return 0.0
    return width / 2 if align == "center" else width


def _factor(px: int) -> int:
    return 2 if px < _SUPERSAMPLED_BELOW_PX else 1


def _printable(text: str) -> str:
    return text.replace(_NARROW_SPACE, _HARD_SPACE)


def _spaced(font: pygame.font.Font, text: str, colour: Colour, gap: float) -> pygame.Surface:
    if not gap:
        return font.render(text, True, colour)
    # Each letter stands where it would without the gaps, so that the line is as long as measured.
    starts = [font.size(text[:place])[0] + gap * place for place in range(len(text))]
    width = font.size(text)[0] + gap * max(0, len(text) - 1)
    image = pygame.Surface((math.ceil(width), font.get_height()), pygame.SRCALPHA)
    image.fill((*colour, 0))
    for letter, x in zip(text, starts, strict=True):
        image.blit(font.render(letter, True, colour), (round(x), 0))
    return image


def _halved(image: pygame.Surface, edge: Colour) -> pygame.Surface:
    width, height = image.get_size()
    even = pygame.Surface(((width + 1) // 2 * 2, (height + 1) // 2 * 2), pygame.SRCALPHA)
    even.fill((*edge, 0))
    even.blit(image, (0, 0))
    return pygame.transform.smoothscale(even, (even.get_width() // 2, even.get_height() // 2))
