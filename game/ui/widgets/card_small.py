"""Drawing the smaller cards: the medium one of the strategic tray, the mini one of the hand.

A face is drawn into a rect, or without a surface only measured; either way the height in pixels
that it needs at the rect's width comes back. In a lower rect the title and the foot stay whole,
the texts between them end in an ellipsis, and room is left for the mark that shows the rest.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from game.ui.kit import Kit
from game.ui.text import TextStyle
from game.ui.widgets.card_face import CardFace
from game.ui.widgets.card_parts import (
    CardColours,
    agreement_places,
    colours_of,
    lock_line,
    price_words,
    title_row,
)
from game.ui.widgets.column import Column
from game.ui.widgets.marks import ChipLook, chip, chip_height, chip_width, key_cap, key_cap_width

MEDIUM_WIDTH, MEDIUM_HEIGHT = 298, 206
MINI_WIDTH, MINI_HEIGHT = 262, 128
MORE_SIZE = 14


@dataclass(frozen=True, slots=True)
class _Passage:
    """One text of the body; `gap` is the room above it in design pixels."""

    words: str
    style: TextStyle
    gap: float = 0


@dataclass(frozen=True, slots=True)
class _Build:
    """What makes the two sizes differ: their head, their margins, their body and their foot."""

    head: Callable[[Column, CardFace, CardColours], None]
    inset: float
    above: float
    body: Callable[[Kit, CardFace, CardColours], tuple[_Passage, ...]]
    foot: Callable[
        [Kit, pygame.Surface | None, CardFace, pygame.Rect, int, CardColours],
        int,
    ]
    is_medium: bool


def draw_medium(
    kit: Kit, surface: pygame.Surface | None, face: CardFace, rect: pygame.Rect, pressed: bool
) -> int:
    """The card of the strategic tray: title, price, rule, what it opens, and its state."""
    return _draw(kit, surface, face, rect, colours_of(kit, face, pressed=pressed), _MEDIUM)


def draw_mini(
    kit: Kit, surface: pygame.Surface | None, face: CardFace, rect: pygame.Rect, pressed: bool
) -> int:
    """The card in the hand: title, price, rule, and its odds or why it cannot be played."""
    return _draw(kit, surface, face, rect, colours_of(kit, face, pressed=pressed), _MINI)


def more_place(kit: Kit, face: CardFace, rect: pygame.Rect, size: str) -> pygame.Rect | None:
    """Where the mark stands that shows the whole card; None where all of it shows already."""
    build, colours = (_MEDIUM if size == "medium" else _MINI), colours_of(kit, face)
    flat = pygame.Rect(0, 0, rect.width, 0)
    if _draw(kit, None, face, flat, colours, build) <= rect.height:
        return None
    foot = build.foot(kit, None, face, flat, 0, colours)
    wide, high = more_size(kit)
    top = rect.bottom - foot - high - kit.px(2)
    return pygame.Rect(rect.x + kit.px(build.inset), top, wide, high)


def more_size(kit: Kit) -> tuple[int, int]:
    """The size of the mark that shows the whole card."""
    words = kit.text.width(more_word(kit), kit.title(MORE_SIZE))
    return words + kit.px(8) + key_cap_width(kit, "Space"), kit.px(24)


def more_word(kit: Kit) -> str:
    """What stands on that mark."""
    return kit.tr.gettext("More")


def foot_height(kit: Kit, face: CardFace, width: int) -> int:
    """The height of the foot of a medium card that holds agreements."""
    return _medium_foot(kit, None, face, pygame.Rect(0, 0, width, 0), 0, colours_of(kit, face))


def play_width(kit: Kit, face: CardFace) -> int:
    """The width of the play button in a medium card's foot."""
    key = key_cap_width(kit, face.key) + kit.px(8) if face.key else 0
    return max(kit.px(76), kit.text.width(face.play, kit.title(17)) + key + kit.px(26))


def play_place(kit: Kit, face: CardFace, rect: pygame.Rect) -> pygame.Rect:
    """Where the play button lies on a medium card."""
    foot = foot_height(kit, face, rect.width)
    wide = play_width(kit, face)
    place = pygame.Rect(rect.right - kit.px(10) - wide, 0, wide, kit.px(32))
    place.centery = rect.bottom - foot // 2
    return place


def draw_play(
    kit: Kit, surface: pygame.Surface, face: CardFace, rect: pygame.Rect, chosen: bool
) -> None:
    """The play button in the foot of a medium card; the blue one when the card is chosen."""
    theme = kit.theme
    place = play_place(kit, face, rect)
    fill, ink, border = (theme.focus, theme.white, None)
    if not chosen:
        fill, ink, border = theme.paper, theme.ink, theme.ink
    kit.paint.box(surface, place, fill, 6, border, 1.3)
    cap = key_cap_width(kit, face.key) + kit.px(8) if face.key else 0
    words = kit.text.width(face.play, kit.title(17))
    x = place.centerx - (words + cap) // 2
    kit.text.draw(surface, face.play, (x, place.centery), kit.title(17, ink))
    if face.key:
        key_cap(surface, kit, (x + words + kit.px(8), place.centery), face.key, ink)


def _draw(
    kit: Kit,
    surface: pygame.Surface | None,
    face: CardFace,
    rect: pygame.Rect,
    colours: CardColours,
    build: _Build,
) -> int:
    y = _head_bar(kit, surface, face, rect, colours, build)
    inset = kit.px(build.inset)
    left, width = rect.x + inset, rect.width - 2 * inset
    passages = build.body(kit, face, colours)
    column = Column(kit, None, left, y + kit.px(build.above), width)
    _write(column, tuple((one, None) for one in passages))
    foot = build.foot(kit, None, face, rect, 0, colours)
    opens = _opens(kit, None, face, rect, 0, colours) if build.is_medium else 0
    needed = column.y - rect.y + kit.px(build.above) + opens + foot
    if surface is None:
        return needed
    below = pygame.Rect(rect.x, y, rect.width, rect.bottom - y - (foot if build.is_medium else 0))
    kit.paint.box(surface, below, colours.body, 8, corners="none" if build.is_medium else "bottom")
    body = Column(kit, surface, left, y + kit.px(build.above), width)
    if needed <= rect.height:
        _write(body, tuple((one, None) for one in passages))
        if build.is_medium:
            _opens(kit, surface, face, rect, rect.bottom - foot - opens, colours)
    else:
        room = rect.bottom - foot - more_size(kit)[1] - kit.px(4) - body.y
        _write(body, _folded(kit, passages, width, room))
    build.foot(kit, surface, face, rect, rect.bottom - foot, colours)
    return needed


def _write(column: Column, passages: tuple[tuple[_Passage, int | None], ...]) -> None:
    for passage, lines in passages:
        if passage.gap:
            column.gap(passage.gap)
        column.text(passage.words, passage.style, max_lines=lines)


def _folded(
    kit: Kit, passages: tuple[_Passage, ...], width: int, room: int
) -> tuple[tuple[_Passage, int | None], ...]:
    """As much of the body as finds room, the last of it with an ellipsis where it is cut."""
    found: list[tuple[_Passage, int | None]] = []
    for passage in passages:
        room -= kit.px(passage.gap)
        lines = room // kit.text.line_height(passage.style)
        if lines < 1:
            break
        high = kit.text.height(passage.words, passage.style, width)
        if high > room:
            found.append((passage, lines))
            break
        found.append((passage, None))
        room -= high
    return tuple(found)


def _medium_head(column: Column, face: CardFace, colours: CardColours) -> None:
    title_row(column, face, colours, size=19, coin=20, glyph=19, least=36)


def _mini_head(column: Column, face: CardFace, colours: CardColours) -> None:
    title_row(column, face, colours, size=17.5, coin=17, glyph=16, least=30)


def _head_bar(
    kit: Kit,
    surface: pygame.Surface | None,
    face: CardFace,
    rect: pygame.Rect,
    colours: CardColours,
    build: _Build,
) -> int:
    inset = kit.px(10)
    plan = Column(kit, None, rect.x + inset, rect.y, rect.width - 2 * inset)
    build.head(plan, face, colours)
    if surface is not None:
        # Body and head never lie under each other's round corners, where one would shine through.
        bar = pygame.Rect(rect.x, rect.y, rect.width, plan.y - rect.y)
        kit.paint.box(surface, bar, colours.head, 8, corners="top")
        build.head(Column(kit, surface, plan.left, rect.y, plan.width), face, colours)
    return plan.y


def _medium_body(kit: Kit, face: CardFace, colours: CardColours) -> tuple[_Passage, ...]:
    rule = _Passage(face.rule, kit.body(16, colours.ink))
    if not face.price:
        return (rule,)
    return rule, _Passage(price_words(kit, face.price), kit.body(15, colours.ink2), 3)


def _mini_body(kit: Kit, face: CardFace, colours: CardColours) -> tuple[_Passage, ...]:
    return (_Passage(face.rule, kit.body(15, colours.ink)),)


def _opens(
    kit: Kit,
    surface: pygame.Surface | None,
    face: CardFace,
    rect: pygame.Rect,
    top: int,
    colours: CardColours,
) -> int:
    if not face.opens:
        return 0
    inset = kit.px(14)
    column = Column(kit, surface, rect.x + inset, top, rect.width - 2 * inset)
    name, style = kit.label(14, colours.ink2), kit.title(14.5, colours.ink)
    word = face.opens_word or kit.tr.gettext("Unlocks")
    column.pair(word, face.opens, name, style, kit.text.width(word, name) + kit.px(8))
    column.gap(8)
    return column.y - top


def _medium_foot(
    kit: Kit,
    surface: pygame.Surface | None,
    face: CardFace,
    rect: pygame.Rect,
    top: int,
    colours: CardColours,
) -> int:
    """The state of the card; returns the height. Agreement chips are drawn by the card itself."""
    pad = kit.px(8)
    if face.agreements and not face.reason:
        width = rect.width - 2 * kit.px(6)
        places = agreement_places(kit, face.agreements, rect.x, 0, width)
        high = max(kit.px(46), places[-1].bottom + 2 * kit.px(7))
    else:
        plan = Column(kit, None, rect.x + kit.px(14), 0, _foot_room(kit, face, rect))
        _foot_words(plan, face)
        high = max(kit.px(46), plan.y + 2 * pad)
    if surface is None:
        return high
    foot = pygame.Rect(rect.x, top, rect.width, high)
    kit.paint.box(surface, foot, colours.foot, 8, corners="bottom")
    if face.agreements and not face.reason:
        return high
    plan = Column(kit, None, 0, 0, _foot_room(kit, face, rect))
    _foot_words(plan, face)
    left, middle = rect.x + kit.px(14), foot.centery
    _foot_words(Column(kit, surface, left, middle - plan.y // 2, plan.width), face)
    if face.reason and face.key:
        x = rect.right - kit.px(14) - key_cap_width(kit, face.key)
        key_cap(surface, kit, (x, middle), face.key, colours.ink2)
    return high


def _foot_words(column: Column, face: CardFace) -> None:
    if face.reason:
        lock_line(column, face.reason, size=15.5)
    else:
        column.text(face.footer, column.kit.title(15.5))


def _foot_room(kit: Kit, face: CardFace, rect: pygame.Rect) -> int:
    beside = 0
    if face.reason and face.key:
        beside = key_cap_width(kit, face.key) + kit.px(8)
    elif face.play and not face.reason:
        beside = play_width(kit, face) + kit.px(4)
    return max(1, rect.width - 2 * kit.px(14) - beside)


def _mini_foot(
    kit: Kit,
    surface: pygame.Surface | None,
    face: CardFace,
    rect: pygame.Rect,
    top: int,
    colours: CardColours,
) -> int:
    """A line with the odds and where it may be used, or why it cannot; returns the height."""
    inset = kit.px(12)
    column = Column(kit, surface, rect.x + inset, top, rect.width - 2 * inset)
    column.rule(colours.line)
    start = column.y
    key = key_cap_width(kit, face.key) + kit.px(8) if face.key else 0
    odds = ChipLook(kit.theme.ink, kit.theme.white, size=14.5, height=21)
    chip_room = chip_width(kit, face.odds, odds) + kit.px(8) if face.odds else 0
    lead = 0 if face.reason else chip_room
    room = max(1, column.width - key - lead)
    plan = Column(kit, None, column.left + lead, 0, room)
    _mini_words(plan, face, colours)
    high = max(plan.y, kit.px(22), chip_height(kit, odds) if lead else 0) + kit.px(8)
    if surface is not None:
        middle = start + high // 2
        if lead:
            chip(surface, kit, (column.left, middle), face.odds, odds)
        at = Column(kit, surface, column.left + lead, middle - plan.y // 2, room)
        _mini_words(at, face, colours)
        if face.key:
            left = column.right - key_cap_width(kit, face.key)
            key_cap(surface, kit, (left, middle), face.key, colours.ink2)
    return column.y - top + high


def _mini_words(column: Column, face: CardFace, colours: CardColours) -> None:
    if face.reason:
        lock_line(column, face.reason, size=14)
    else:
        column.text(face.footer, column.kit.label(14, colours.ink2))


_MEDIUM = _Build(_medium_head, 14, 8, _medium_body, _medium_foot, True)
_MINI = _Build(_mini_head, 12, 6, _mini_body, _mini_foot, False)
