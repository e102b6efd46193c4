"""Names on the map: regions in capitals with their governance, seas in italics, nodes small."""

import pygame

from game.ui.board.marks.pictures import Picture, Studio
from game.ui.board.marks.plates import badge_row
from game.ui.board.scene import AreaMark
from game.ui.kit import Kit
from game.ui.text import TextStyle, signed
from game.ui.theme import Colour

LADDER_SCALE = 0.4
"""Pixels per board unit, at design size, from which the ladder is shown instead of its number."""

_LAND_HALO: Colour = (250, 247, 238)
_SEA_HALO: Colour = (228, 238, 240)
_STEPS = (-2, -1, 0, 1, 2)


def governance_word(kit: Kit, gov: int) -> str:
    """The word of a step of the governance ladder."""
    tr = kit.tr
    words = (
        tr.gettext("Captured"),
        tr.gettext("Penetrated"),
        tr.gettext("Contested"),
        tr.gettext("Stable"),
        tr.gettext("Resilient"),
    )
    return words[max(-2, min(2, gov)) + 2]


def region_name(
    studio: Studio, mark: AreaMark, *, size: float, ladder: bool, broken: bool = False
) -> Picture:
    """A land area's name with its governance and notes below; `broken` puts it on two lines."""
    kit = studio.kit
    colour = kit.theme.ink3 if mark.dimmed else kit.theme.ink
    style = TextStyle(size, colour, "bold", tracking=size * 0.055)
    lines = _lines(mark.name.upper(), broken)
    chip = _GovernanceChip(kit, mark, ladder) if mark.gov is not None else None
    badges = badge_row(kit, mark.badges)
    step = kit.px(size * 1.12)
    name_height = kit.px(size * 0.78) + step * (len(lines) - 1)
    width = max(kit.text.width(words, style) for words in lines)
    height = name_height
    if chip is not None:
        width, height = max(width, chip.width), height + kit.px(6) + chip.height
    width, height = max(width, badges.width), height + badges.height

    def draw(surface: pygame.Surface, body: pygame.Rect) -> None:
        y = body.top + kit.px(size * 0.39)
        for words in lines:
            kit.text.halo(surface, words, (body.centerx, y), style, _LAND_HALO)
            y += step
        below = body.top + name_height
        if chip is not None:
            chip.draw(surface, body.centerx, below + kit.px(6))
            below += kit.px(6) + chip.height
        badges.draw(surface, body.centerx, below)

    flags = (mark.gov, mark.violence, mark.dimmed, mark.badges)
    key = ("region", mark.name, flags, size, ladder, broken)
    return studio.picture(key, (width, height), draw)


def sea_name(studio: Studio, mark: AreaMark, *, size: float, broken: bool = False) -> Picture:
    """A sea area's name in italics."""
    kit = studio.kit
    style = TextStyle(size, kit.theme.sea_name, "semibold-italic", tracking=0.6)
    lines = _lines(mark.name, broken)
    step = kit.px(size * 1.16)
    width = max(kit.text.width(words, style) for words in lines)
    height = kit.px(size * 0.9) + step * (len(lines) - 1)

    def draw(surface: pygame.Surface, body: pygame.Rect) -> None:
        y = body.top + kit.px(size * 0.45)
        for words in lines:
            kit.text.halo(surface, words, (body.centerx, y), style, _SEA_HALO)
            y += step

    return studio.picture(("sea", mark.name, size, broken), (width, height), draw)


def node_name(studio: Studio, name: str) -> Picture:
    """The name of a port or port of entry."""
    kit = studio.kit
    style = TextStyle(13.5, kit.theme.ink2, "semibold")
    size = (kit.text.width(name, style), kit.px(13))

    def draw(surface: pygame.Surface, body: pygame.Rect) -> None:
        kit.text.halo(surface, name, body.center, style, _LAND_HALO)

    return studio.picture(("node-name", name), size, draw)


class _GovernanceChip:
    """The ladder with its word and violence, or just the number when space is short."""

    def __init__(self, kit: Kit, mark: AreaMark, ladder: bool) -> None:
        self._kit = kit
        self._gov = mark.gov or 0
        self._violence = mark.violence
        self._ladder = ladder
        self._style = kit.label(13, kit.theme.ink)
        self._number = kit.number(13.5)
        self._words = f"{governance_word(kit, self._gov)} {signed(self._gov)}"

    @property
    def width(self) -> int:
        kit = self._kit
        if not self._ladder:
            return kit.px(28 + 13 * self._violence)
        return kit.px(6 + 5 * 9 + 10 + 9 + 3 * 13 + 4) + kit.text.width(self._words, self._style)

    @property
    def height(self) -> int:
        return self._kit.px(20 if self._ladder else 18)

    def draw(self, surface: pygame.Surface, middle: int, top: int) -> None:
        kit = self._kit
        rect = pygame.Rect(middle - self.width // 2, top, self.width, self.height)
        kit.paint.box(surface, rect, kit.theme.paper, 10, kit.theme.ink3, 1)
        if self._ladder:
            self._draw_ladder(surface, rect)
        else:
            self._draw_number(surface, rect)

    def _draw_ladder(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        kit, theme = self._kit, self._kit.theme
        for place, step in enumerate(_STEPS):
            here = step == self._gov
            height = kit.px(12 if here else 6)
            bar = pygame.Rect(rect.x + kit.px(9 + place * 9), 0, kit.px(7), height)
            bar.centery = rect.centery
            kit.paint.box(surface, bar, theme.ink if here else theme.line, 1.5)
        x = rect.x + kit.px(9 + 5 * 9 + 4)
        kit.text.draw(surface, self._words, (x, rect.centery), self._style)
        x = rect.right - kit.px(3 * 13 + 2)
        for place in range(3):
            colour = theme.worse if place < self._violence else theme.rule
            spot = (x + kit.px(6 + place * 13), rect.centery)
            kit.glyphs.draw(surface, "triangle-up", spot, 10, colour)

    def _draw_number(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        kit = self._kit
        at = (rect.x + kit.px(14), rect.centery)
        kit.text.draw(surface, signed(self._gov), at, self._number, "center")
        for place in range(self._violence):
            spot = (rect.x + kit.px(29 + place * 13), rect.centery)
            kit.glyphs.draw(surface, "triangle-up", spot, 10, kit.theme.worse)


def _lines(name: str, broken: bool) -> list[str]:
    """A name on one line, or broken at the space nearest its middle."""
    spaces = [index for index, letter in enumerate(name) if letter == " "]
    if not broken or not spaces:
        return [name]
    cut = min(spaces, key=lambda index: abs(index - len(name) / 2))
    return [name[:cut], name[cut + 1 :]]
