"""Counters: pieces as paper tiles with a seat strip, in stacks; Red's pieces as diamonds."""

from collections.abc import Iterable
from dataclasses import dataclass

import pygame

from game.ui.board.marks.pictures import Picture, Studio
from game.ui.board.marks.plates import draw_count
from game.ui.board.scene import CounterMark
from game.ui.kit import Kit

MOST_EDGES = 3
_WIDTH = 68
_SYMBOL = 32
_SMALL_WIDTH = 44
_DIAMOND = 46


@dataclass(frozen=True, slots=True)
class Stack:
    """Equal pieces of one area, the one shown on top first."""

    marks: tuple[CounterMark, ...]

    @property
    def top(self) -> CounterMark:
        """The piece that is drawn."""
        return self.marks[0]

    @property
    def id(self) -> str:
        """The id of the piece on top."""
        return self.marks[0].id

    @property
    def area_id(self) -> str:
        """Where the stack stands."""
        return self.marks[0].area_id

    @property
    def is_lit(self) -> bool:
        """Whether any piece of the stack may be chosen."""
        return any(mark.lit for mark in self.marks)

    @property
    def is_chosen(self) -> bool:
        """Whether any piece of the stack is chosen."""
        return any(mark.chosen for mark in self.marks)


def stacks_of(counters: Iterable[CounterMark], *, by_seat: bool = False) -> list[Stack]:
    """Pieces of an area gathered into stacks, in the order of their first pieces.

    Pieces that look the same stack; `by_seat` stacks all that a seat has in an area, for maps on
    which there is little room. A chosen or lit piece comes to the top.
    """
    groups: dict[tuple[object, ...], list[CounterMark]] = {}
    for mark in counters:
        look: tuple[object, ...] = (mark.area_id, mark.style, mark.state)
        if not by_seat:
            look = (*look, mark.symbol, mark.footer, mark.tag)
        groups.setdefault(look, []).append(mark)
    return [
        Stack(tuple(sorted(group, key=lambda mark: (not mark.chosen, not mark.lit))))
        for group in groups.values()
    ]


def counter_picture(studio: Studio, stack: Stack, *, terse: bool = False) -> Picture:
    """The picture of a stack, or of a single piece; terse ones have signs but no words."""
    if stack.top.state == "plain":
        return _tile(studio, stack, "" if terse else stack.top.footer)
    return _small_diamond(studio, stack) if terse else _diamond(studio, stack)


def _look(stack: Stack) -> tuple[object, ...]:
    mark = stack.top
    return (
        mark.symbol,
        mark.style,
        mark.footer,
        mark.tag,
        mark.state,
        mark.rotating,
        mark.dimmed,
        stack.is_lit,
        stack.is_chosen,
        len(stack.marks),
    )


def _tile(studio: Studio, stack: Stack, words: str) -> Picture:
    kit, mark = studio.kit, stack.top
    footer = kit.number(13.5)
    wide = kit.text.width(words, footer) + kit.px(12) if words else 0
    least = kit.px(_WIDTH if words else _SMALL_WIDTH)
    size = (max(least, wide), kit.px(_SYMBOL + (32 if words else 12)))

    def draw(surface: pygame.Surface, body: pygame.Rect) -> None:
        theme = kit.theme
        _edges(surface, kit, body, len(stack.marks))
        if stack.is_lit or stack.is_chosen:
            kit.paint.chosen_ring(surface, body, 5)
        else:
            kit.paint.shadow(surface, body, 5, 0)
        paper = theme.wash if stack.is_chosen else theme.disabled if mark.dimmed else theme.paper
        kit.paint.box(surface, body, paper, 5, theme.ink, 1.4)
        strip = pygame.Rect(body.x + kit.px(1.4), body.y + kit.px(1.4), 0, kit.px(5))
        strip.width = body.width - 2 * (strip.x - body.x)
        kit.paint.box(surface, strip, theme.seat(mark.style).colour, 3.5, corners="top")
        middle = (body.centerx, body.y + kit.px((9.5 if words else 8) + _SYMBOL / 2))
        kit.symbols.draw(surface, mark.symbol, middle, kit.px(_SYMBOL))
        if words:
            line_at = (body.x + kit.px(4), body.y + kit.px(_SYMBOL + 14))
            kit.paint.rule(surface, line_at, body.width - kit.px(8))
            at = (body.centerx, body.y + kit.px(_SYMBOL + 23))
            kit.text.draw(surface, words, at, footer, "center")
        _corners(surface, kit, body, stack)

    return studio.picture(("tile", words, *_look(stack)), size, draw)


def _edges(surface: pygame.Surface, kit: Kit, body: pygame.Rect, count: int) -> None:
    """Draw the edges of the pieces below the top one."""
    for edge in range(min(count, MOST_EDGES) - 1, 0, -1):
        shift = kit.px(4) * edge
        kit.paint.box(surface, body.move(shift, -shift), kit.theme.sunken, 5, kit.theme.ink2, 1.2)


def _corners(surface: pygame.Surface, kit: Kit, body: pygame.Rect, stack: Stack) -> None:
    """Draw whose the pieces are, how many there are, and whether the top one rotates.

    The seat's shape stands by its colour, which alone would be lost in grey.
    """
    theme = kit.theme
    corner = (body.x + kit.px(3), body.y + kit.px(4))
    kit.glyphs.seat(surface, stack.top.style, corner, 9, border=theme.paper, letters=False)
    count = len(stack.marks)
    if count > 1:
        draw_count(surface, kit, body.topright, count, kit.number(12, theme.white))
    if stack.top.rotating:
        side = kit.px(20)
        disc = pygame.Rect(0, 0, side, side)
        disc.center = body.bottomleft
        kit.paint.box(surface, disc, theme.paper, 10, theme.ink, 1.4)
        kit.glyphs.draw(surface, "redo", disc.center, 12, theme.ink)


def _diamond(studio: Studio, stack: Stack) -> Picture:
    kit, mark = studio.kit, stack.top
    words = mark.tag or _state_word(kit, mark)
    plain = mark.state == "suspected"
    style = kit.title(13)
    tag_width = kit.text.width(words, style) + kit.px(14 if plain else 32)
    side = kit.px(_DIAMOND)
    size = (max(side, tag_width), side + kit.px(16))

    def draw(surface: pygame.Surface, body: pygame.Rect) -> None:
        middle = (body.centerx, body.y + side // 2)
        if stack.is_lit or stack.is_chosen:
            kit.paint.chosen_ring(surface, body, 8)
            ground = kit.theme.wash if stack.is_chosen else kit.theme.paper
            kit.paint.box(surface, body, ground, 8)
        if plain:
            kit.glyphs.dashed_diamond(surface, middle, _DIAMOND)
        else:
            kit.symbols.draw(surface, mark.symbol, middle, side)
        tag = pygame.Rect(0, 0, tag_width, kit.px(19))
        tag.midbottom = body.midbottom
        _tag(surface, kit, tag, words, mark)
        if len(stack.marks) > 1:
            spot = (middle[0] + side // 2 - kit.px(2), body.y + kit.px(4))
            draw_count(surface, kit, spot, len(stack.marks), kit.number(12, kit.theme.white))

    return studio.picture(("diamond", words, *_look(stack)), size, draw)


def _small_diamond(studio: Studio, stack: Stack) -> Picture:
    kit, mark = studio.kit, stack.top
    side = kit.px(_DIAMOND)

    def draw(surface: pygame.Surface, body: pygame.Rect) -> None:
        if stack.is_lit or stack.is_chosen:
            kit.paint.chosen_ring(surface, body, 8)
            kit.paint.box(surface, body, kit.theme.paper, 8)
        if mark.state == "suspected":
            kit.glyphs.dashed_diamond(surface, body.center, _DIAMOND)
        else:
            kit.symbols.draw(surface, mark.symbol, body.center, side)
            eye = pygame.Rect(0, 0, kit.px(22), kit.px(16))
            eye.midbottom = (body.centerx, body.bottom + kit.px(4))
            _eye(surface, kit, eye, mark)
        if len(stack.marks) > 1:
            spot = (body.right - kit.px(6), body.y + kit.px(6))
            draw_count(surface, kit, spot, len(stack.marks), kit.number(12, kit.theme.white))

    return studio.picture(("small-diamond", *_look(stack)), (side, side), draw)


def _eye(surface: pygame.Surface, kit: Kit, rect: pygame.Rect, mark: CounterMark) -> None:
    """Draw the sign of exposed or hidden: an open eye on red, or a closed one on paper."""
    red = kit.theme.seat(mark.style).colour
    exposed = mark.state == "exposed"
    fill, ink = (red, kit.theme.white) if exposed else (kit.theme.paper, red)
    kit.paint.box(surface, rect, fill, 4, red, 1.2)
    kit.glyphs.draw(surface, "eye" if exposed else "eye-off", rect.center, 13, ink, fill)


def _tag(
    surface: pygame.Surface, kit: Kit, rect: pygame.Rect, words: str, mark: CounterMark
) -> None:
    """Draw the word under a diamond: filled with an open eye when exposed, else on paper."""
    red = kit.theme.seat(mark.style).colour
    exposed = mark.state == "exposed"
    fill, text = (red, kit.theme.white) if exposed else (kit.theme.paper, red)
    kit.paint.box(surface, rect, fill, 4, red, 1.2)
    style = kit.title(13, text)
    if mark.state == "suspected":
        kit.text.draw(surface, words, rect.center, style, "center")
        return
    eye = (rect.x + kit.px(14), rect.centery)
    kit.glyphs.draw(surface, "eye" if exposed else "eye-off", eye, 14, text, fill)
    kit.text.draw(surface, words, (rect.x + kit.px(25), rect.centery), style)


def _state_word(kit: Kit, mark: CounterMark) -> str:
    if mark.state == "exposed":
        return kit.tr.gettext("exposed")
    if mark.state == "hidden":
        return kit.tr.gettext("hidden")
    return kit.tr.gettext("suspected")
