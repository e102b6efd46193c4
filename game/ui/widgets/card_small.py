"""Drawing the smaller cards: the medium one of the strategic tray, the mini one of the hand.

A face is drawn into a rect, or without a surface only measured; either way the height in pixels
that it needs at the rect's width comes back.
"""

import pygame

from game.ui.kit import Kit
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


def draw_medium(
    kit: Kit, surface: pygame.Surface | None, face: CardFace, rect: pygame.Rect, pressed: bool
) -> int:
    """The card of the strategic tray: title, price, rule, what it opens, and its state."""
    colours = colours_of(kit, face, pressed=pressed)
    inset = kit.px(14)
    y = _head_bar(kit, surface, face, rect, colours, size=19, coin=20, glyph=19, least=36)
    if surface is not None:
        surface.fill(colours.body, (rect.x, y, rect.width, rect.bottom - kit.px(12) - y))
    body = Column(kit, surface, rect.x + inset, y + kit.px(8), rect.width - 2 * inset)
    body.text(face.rule, kit.body(16, colours.ink))
    if face.price:
        body.gap(3)
        body.text(price_words(kit, face.price), kit.body(15, colours.ink2))
    foot = _medium_foot(kit, None, face, rect, 0, colours)
    unlocks = _unlocks(kit, None, face, rect, 0, colours)
    needed = body.y - rect.y + kit.px(8) + unlocks + foot
    if surface is not None:
        bottom = rect.y + max(needed, rect.height)
        _unlocks(kit, surface, face, rect, bottom - foot - unlocks, colours)
        _medium_foot(kit, surface, face, rect, bottom - foot, colours)
    return needed


def draw_mini(
    kit: Kit, surface: pygame.Surface | None, face: CardFace, rect: pygame.Rect, pressed: bool
) -> int:
    """The card in the hand: title, price, rule, and its odds or why it cannot be played."""
    colours = colours_of(kit, face, pressed=pressed)
    inset = kit.px(12)
    y = _head_bar(kit, surface, face, rect, colours, size=17.5, coin=17, glyph=16, least=30)
    if surface is not None:
        below = pygame.Rect(rect.x, y, rect.width, rect.bottom - y)
        kit.paint.box(surface, below, colours.body, 8, corners="bottom")
    body = Column(kit, surface, rect.x + inset, y + kit.px(6), rect.width - 2 * inset)
    body.text(face.rule, kit.body(15, colours.ink))
    foot = _mini_foot(kit, None, face, rect, 0, colours)
    needed = body.y - rect.y + kit.px(6) + foot
    if surface is not None:
        bottom = rect.y + max(needed, rect.height)
        _mini_foot(kit, surface, face, rect, bottom - foot, colours)
    return needed


def foot_height(kit: Kit, face: CardFace, width: int) -> int:
    """The height of the foot of a medium card that holds agreements."""
    return _medium_foot(kit, None, face, pygame.Rect(0, 0, width, 0), 0, colours_of(kit, face))


def play_width(kit: Kit, face: CardFace) -> int:
    """The width of the play button in a medium card's foot."""
    key = key_cap_width(kit, face.key) + kit.px(8) if face.key else 0
    return max(kit.px(76), kit.text.width(face.play, kit.title(17)) + key + kit.px(26))


def draw_play(
    kit: Kit, surface: pygame.Surface, face: CardFace, rect: pygame.Rect, chosen: bool
) -> None:
    """The play button in the foot of a medium card; the blue one when the card is chosen."""
    theme = kit.theme
    wide, high = play_width(kit, face), kit.px(32)
    foot = foot_height(kit, face, rect.width)
    place = pygame.Rect(rect.right - kit.px(10) - wide, 0, wide, high)
    place.centery = rect.bottom - foot // 2
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


def _head_bar(
    kit: Kit,
    surface: pygame.Surface | None,
    face: CardFace,
    rect: pygame.Rect,
    colours: CardColours,
    *,
    size: float,
    coin: float,
    glyph: float,
    least: float,
) -> int:
    inset = kit.px(10)
    plan = Column(kit, None, rect.x + inset, rect.y, rect.width - 2 * inset)
    title_row(plan, face, colours, size=size, coin=coin, glyph=glyph, least=least)
    if surface is not None:
        # Body and head never lie under each other's round corners, where one would shine through.
        bar = pygame.Rect(rect.x, rect.y, rect.width, plan.y - rect.y)
        kit.paint.box(surface, bar, colours.head, 8, corners="top")
        row = Column(kit, surface, plan.left, rect.y, plan.width)
        title_row(row, face, colours, size=size, coin=coin, glyph=glyph, least=least)
    return plan.y


def _unlocks(
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
    return high


def _foot_words(column: Column, face: CardFace) -> None:
    if face.reason:
        lock_line(column, face.reason, size=15.5)
    else:
        column.text(face.footer, column.kit.title(15.5))


def _foot_room(kit: Kit, face: CardFace, rect: pygame.Rect) -> int:
    beside = play_width(kit, face) if face.play and not face.reason else 0
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
