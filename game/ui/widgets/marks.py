"""Small drawn marks that are no widgets: key caps, chips, dice, values, heat, costs.

Each function draws at a point of the surface and returns the width it took, in pixels. The y of a
row is its middle, unless the name says otherwise. Sizes are design pixels.
"""

from dataclasses import dataclass

import pygame

from game.narrate.language import mark
from game.ui.kit import Kit
from game.ui.text import TextStyle
from game.ui.theme import Colour

COINS = ("budget", "capital", "cash", "case")
NAMED_KEYS = (
    mark("Enter"),
    mark("Esc"),
    mark("Space"),
    mark("Tab"),
    mark("PgUp PgDn"),
    mark("Home  End"),
    mark("Shift ← →"),
)
"""The keys that keyboards of other languages name in another way."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A number of one coin: budget, capital, cash or case."""

    amount: int
    coin: str


def key_cap_width(kit: Kit, label: str, size: float = 12) -> int:
    """The width of a key cap."""
    words = kit.text.width(kit.tr.gettext(label), kit.label(size))
    return max(kit.px(size + 8), words + kit.px(10))


def key_cap(
    surface: pygame.Surface,
    kit: Kit,
    at: tuple[int, int],
    label: str,
    colour: Colour,
    size: float = 12,
) -> int:
    """Draw the key that does the same, in a thin frame; x is its left edge."""
    width = key_cap_width(kit, label, size)
    height = max(kit.px(size * 1.5), kit.metrics.font(size) + kit.px(5))
    rect = pygame.Rect(at[0], round(at[1] - height / 2), width, height)
    kit.paint.box(surface, rect, None, 3, colour, 1)
    style = kit.label(size, colour)
    kit.text.draw(surface, kit.tr.gettext(label), rect.center, style, "center")
    return width


@dataclass(frozen=True, slots=True)
class ChipLook:
    """How a chip looks: its fill, its ink, perhaps a border and a glyph before the words."""

    fill: Colour
    ink: Colour
    border: Colour | None = None
    glyph: str = ""
    size: float = 13.5
    height: float = 22
    bold: bool = True


def chip_width(kit: Kit, text: str, look: ChipLook) -> int:
    """The width of a chip."""
    glyph = kit.px(look.size + 6) if look.glyph else 0
    return kit.text.width(text, _chip_style(kit, look)) + kit.px(18) + glyph


def chip_height(kit: Kit, look: ChipLook) -> int:
    """The height of a chip."""
    return max(kit.px(look.height), kit.metrics.font(look.size) + kit.px(6))


def chip(surface: pygame.Surface, kit: Kit, at: tuple[int, int], text: str, look: ChipLook) -> int:
    """Draw words in a full-round frame; x is its left edge."""
    width, height = chip_width(kit, text, look), chip_height(kit, look)
    rect = pygame.Rect(at[0], round(at[1] - height / 2), width, height)
    kit.paint.box(surface, rect, look.fill, 99, look.border, 1.2)
    x = rect.x + kit.px(9)
    if look.glyph:
        middle = (x + kit.px(look.size) // 2, rect.centery)
        kit.glyphs.draw(surface, look.glyph, middle, look.size, look.ink, look.fill)
        x += kit.px(look.size + 6)
    kit.text.draw(surface, text, (x, rect.centery), _chip_style(kit, look))
    return width


def dice_row(
    surface: pygame.Surface,
    kit: Kit,
    at: tuple[int, int],
    lit: int,
    size: float = 28,
    gap: float = 6,
) -> int:
    """Draw six faces with the first `lit` of them filled; `at` is the top left corner."""
    side, step = kit.px(size), kit.px(size) + kit.px(gap)
    theme = kit.theme
    for face in range(6):
        on = face < lit
        rect = pygame.Rect(at[0] + face * step, at[1], side, side)
        fill, ink = (theme.ink, theme.white) if on else (theme.rule, theme.ink3)
        kit.paint.box(surface, rect, fill, 4, theme.ink if on else theme.ink3, 1)
        kit.text.draw(surface, str(face + 1), rect.center, kit.title(size * 0.62, ink), "center")
    return 6 * step - kit.px(gap)


def pips(surface: pygame.Surface, kit: Kit, at: tuple[int, int], value: int, limit: int = 5) -> int:
    """Draw a value from 0 to `limit` as boxes, filled up to it; x is the left edge."""
    width, height, step = kit.px(19), kit.px(16), kit.px(22)
    theme = kit.theme
    for box in range(limit):
        rect = pygame.Rect(at[0] + box * step, round(at[1] - height / 2), width, height)
        on = box < value
        fill, border = (theme.ink, theme.ink) if on else (None, theme.line)
        kit.paint.box(surface, rect, fill, 3, border, 1.2)
    return limit * step - kit.px(3)


def heat_bars(
    surface: pygame.Surface, kit: Kit, at: tuple[int, int], heat: int, limit: int = 4
) -> int:
    """Draw heat as rising bars; x is the left edge, y the foot."""
    step = kit.px(7)
    for bar in range(limit):
        height = kit.px(5 + bar * 3)
        rect = pygame.Rect(at[0] + bar * step, at[1] - height, kit.px(5), height)
        colour = kit.theme.worse if bar < heat else kit.theme.rule
        kit.paint.box(surface, rect, colour, 1)
    return limit * step - kit.px(2)


def ladder(surface: pygame.Surface, kit: Kit, at: tuple[int, int], rung: int) -> int:
    """Draw the five-step governance ladder from -2 to +2; x is the left edge."""
    step = kit.px(9)
    for place, value in enumerate(range(-2, 3)):
        on = value == rung
        height = kit.px(12 if on else 6)
        rect = pygame.Rect(at[0] + place * step, round(at[1] - height / 2), kit.px(7), height)
        kit.paint.box(surface, rect, kit.theme.ink if on else kit.theme.line, 1.5)
    return 5 * step - kit.px(2)


def triangles(
    surface: pygame.Surface, kit: Kit, at: tuple[int, int], value: int, limit: int = 3
) -> int:
    """Draw violence as triangles, filled up to the value; x is the left edge."""
    step = kit.px(13)
    for place in range(limit):
        colour = kit.theme.worse if place < value else kit.theme.rule
        middle = (at[0] + step // 2 + place * step, at[1])
        kit.glyphs.draw(surface, "triangle-up", middle, 10, colour)
    return limit * step


def segments(
    surface: pygame.Surface,
    kit: Kit,
    rect: pygame.Rect,
    value: int,
    limit: int,
    colours: tuple[Colour, Colour],
) -> None:
    """Draw a track as a row of segments, the first `value` in the first colour."""
    gap = max(1, kit.px(2.5 if limit <= 12 else 1.2))
    for place in range(limit):
        left = rect.x + round(place * rect.width / limit)
        right = rect.x + round((place + 1) * rect.width / limit) - gap
        piece = pygame.Rect(left, rect.y, max(1, right - left), rect.height)
        kit.paint.box(surface, piece, colours[0] if place < value else colours[1], 1)


def costs_width(kit: Kit, costs: tuple[Cost, ...], size: float = 20) -> int:
    """The width of a price written as numbers before coins."""
    style = _cost_style(kit, size, kit.theme.white)
    each = [kit.text.width(str(cost.amount), style) + kit.px(size + 3) for cost in costs]
    return sum(each) + kit.px(6) * max(0, len(costs) - 1)


def costs(
    surface: pygame.Surface,
    kit: Kit,
    right: tuple[int, int],
    price: tuple[Cost, ...],
    size: float = 20,
    colours: tuple[Colour, Colour] | None = None,
) -> int:
    """Draw a price, each number before its coin; x is the right edge.

    `colours` are the coins' and the colour they lie on; white on ink when left out.
    """
    ink, back = (kit.theme.white, kit.theme.ink) if colours is None else colours
    width = costs_width(kit, price, size)
    style = _cost_style(kit, size, ink)
    x = right[0] - width
    for cost in price:
        x += kit.text.draw(surface, str(cost.amount), (x, right[1]), style) + kit.px(3)
        middle = (x + kit.px(size) // 2, right[1])
        kit.glyphs.draw(surface, cost.coin, middle, size, ink, back)
        x += kit.px(size) + kit.px(6)
    return width


def progress(
    surface: pygame.Surface, kit: Kit, rect: pygame.Rect, share: float, colour: Colour
) -> None:
    """Draw a bar filled to a share from 0 to 1."""
    kit.paint.box(surface, rect, kit.theme.rule, 99)
    done = rect.copy()
    done.width = round(rect.width * max(0.0, min(1.0, share)))
    if done.width >= rect.height:
        kit.paint.box(surface, done, colour, 99)


def _chip_style(kit: Kit, look: ChipLook) -> TextStyle:
    return kit.title(look.size, look.ink) if look.bold else kit.label(look.size, look.ink)


def _cost_style(kit: Kit, size: float, colour: Colour) -> TextStyle:
    return kit.number(size * 0.92, colour)
