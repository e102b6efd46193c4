"""Drawing the full card.

A face is drawn into a rect, or without a surface only measured; either way the height in pixels
that it needs at the rect's width comes back. A rect taller than that leaves its room between the
rule and the foot, so that cards in a row line up.
"""

import math
from dataclasses import replace

import pygame

from game.ui.kit import Kit
from game.ui.text import TextStyle
from game.ui.widgets.card_face import CardFace, CardOption, Picture, TestLine
from game.ui.widgets.card_parts import (
    CardColours,
    agreement_places,
    authority_row,
    colours_of,
    level_word,
    lock_line,
    price_words,
    title_row,
)
from game.ui.widgets.column import Column

FULL_WIDTH, FULL_HEIGHT = 362, 564


def draw_full(
    kit: Kit, surface: pygame.Surface | None, face: CardFace, rect: pygame.Rect, pressed: bool
) -> int:
    """The full card: everything a face has."""
    colours = colours_of(kit, face, pressed=pressed)
    inset = kit.px(16)
    head = _full_head(kit, None, face, rect, colours)
    if surface is not None:
        kit.paint.box(surface, rect, colours.body, 12, kit.theme.ink, 1.4)
        top = pygame.Rect(rect.x, rect.y, rect.width, head)
        kit.paint.box(surface, top, colours.head, 12, corners="top")
        _full_head(kit, surface, face, rect, colours)
    y = rect.y + head
    y = _tempo(kit, surface, face, pygame.Rect(rect.x, y, rect.width, 0), colours)
    body = Column(kit, surface, rect.x + inset, y + kit.px(12), rect.width - 2 * inset)
    _full_body(body, face, colours)
    foot = _full_foot(kit, None, face, rect, 0, colours)
    needed = body.y + kit.px(10) - rect.y + foot
    if surface is not None:
        _full_foot(kit, surface, face, rect, rect.y + max(needed, rect.height) - foot, colours)
    return needed


def _full_head(
    kit: Kit,
    surface: pygame.Surface | None,
    face: CardFace,
    rect: pygame.Rect,
    colours: CardColours,
) -> int:
    inset, white = kit.px(16), kit.theme.white
    column = Column(kit, surface, rect.x + inset, rect.y + kit.px(8), rect.width - 2 * inset)
    middle = column.y + kit.px(14)
    if surface is not None:
        centre = (column.left + kit.px(8), middle)
        kit.glyphs.level(surface, face.level, centre, 20, white, colours.head)
        style = kit.number(15, white)
        words = level_word(kit, face).upper()
        kit.text.draw(surface, words, (column.left + kit.px(27), middle), style)
        x = column.right - kit.px(8)
        for seat in reversed(face.seats):
            kit.glyphs.seat(surface, seat, (x, middle), 11, border=white)
            x -= kit.px(30)
    column.gap(30)
    title_row(column, face, colours, size=25, coin=25, least=40)
    column.gap(6)
    return column.y - rect.y


def _tempo(
    kit: Kit,
    surface: pygame.Surface | None,
    face: CardFace,
    rect: pygame.Rect,
    colours: CardColours,
) -> int:
    """The strip that says when the card starts and how long it lasts; returns its bottom."""
    if not face.starts and not face.lasts:
        return rect.y
    half = rect.width // 2
    style = kit.title(16, colours.ink)
    room = max(1, half - kit.px(44 if face.starts else 16))
    starts = kit.text.wrap(face.starts, style, room)
    lasts = kit.text.wrap(face.lasts, style, max(1, half - kit.px(30)))
    high = max(kit.px(40), max(starts.height, lasts.height) + kit.px(12))
    if surface is not None:
        edge = _border(kit)
        strip = pygame.Rect(rect.x + edge, rect.y, rect.width - 2 * edge, high)
        kit.paint.box(surface, strip, colours.strip)
        middle = strip.centery
        centre = (rect.x + kit.px(24), middle)
        kit.glyphs.draw(surface, "clock", centre, 17, colours.ink, colours.strip)
        at = (rect.x + kit.px(40), middle - starts.height // 2)
        kit.text.draw_paragraph(surface, starts, at)
        if face.lasts:
            rule = (rect.x + half, strip.y + kit.px(8))
            kit.paint.rule(surface, rule, high - 2 * kit.px(8), colours.line, vertical=True)
            at = (rect.x + half + kit.px(14), middle - lasts.height // 2)
            kit.text.draw_paragraph(surface, lasts, at)
    return rect.y + high


def _full_body(column: Column, face: CardFace, colours: CardColours) -> None:
    kit = column.kit
    if face.picture is not None:
        _picture(column, face.picture, colours)
        column.gap(8)
        column.rule(colours.line)
        column.gap(8)
    column.text(face.rule, kit.body(18, colours.ink))
    column.gap(8)
    if face.test is not None:
        _test(column, face.test, colours)
        column.gap(8)
    if face.price:
        column.text(price_words(kit, face.price), _price_style(kit, face, colours))
        column.gap(6)
    for option in face.options:
        _option(column, option, colours)
        column.gap(6)


def _picture(column: Column, picture: Picture, colours: CardColours) -> None:
    kit = column.kit
    indent, top = kit.px(76), column.y
    column.text(picture.title, kit.title(18, colours.ink), indent=indent)
    column.text(picture.detail, kit.body(15.5, colours.ink2), indent=indent)
    high = max(column.y - top, kit.px(48))
    column.y = top + high
    if column.surface is None:
        return
    centre = (column.left + kit.px(34), top + high // 2)
    if picture.symbol:
        kit.symbols.draw(column.surface, picture.symbol, centre, kit.px(40))
    elif picture.glyph:
        disc = pygame.Rect(0, 0, kit.px(44), kit.px(44))
        disc.center = centre
        kit.paint.box(column.surface, disc, kit.theme.paper, 99, colours.ink, 2)
        kit.glyphs.draw(column.surface, picture.glyph, centre, 24, colours.ink)


def _test(column: Column, test: TestLine, colours: CardColours) -> None:
    kit = column.kit
    odds = kit.number(28, colours.ink)
    indent = kit.px(14) + kit.text.width(test.odds, odds) + kit.px(14)
    inner = Column(kit, None, column.left, column.y + kit.px(7), column.width - kit.px(8))
    _test_words(inner, test, colours, indent)
    high = max(kit.px(54), inner.y - column.y + kit.px(7))
    if column.surface is not None:
        box = pygame.Rect(column.left, column.y, column.width, high)
        kit.paint.box(column.surface, box, colours.strip, 8, colours.line, 1)
        at = (column.left + kit.px(14), box.centery)
        kit.text.draw(column.surface, test.odds, at, odds)
        start = box.centery - (inner.y - column.y - kit.px(7)) // 2
        words = Column(kit, column.surface, column.left, start, column.width - kit.px(8))
        _test_words(words, test, colours, indent)
    column.y += high


def _test_words(column: Column, test: TestLine, colours: CardColours, indent: int) -> None:
    column.text(test.why, column.kit.title(15.5, colours.ink), indent=indent)
    column.text(test.detail, column.kit.body(14.5, colours.ink2), indent=indent)


def _option(column: Column, option: CardOption, colours: CardColours) -> None:
    kit = column.kit
    pad = kit.px(12)
    label_style, effect_style = kit.title(16.5, colours.ink), kit.label(15, colours.ink2)
    half = (column.width - 2 * pad) // 2
    effect = kit.text.wrap(option.effect, effect_style, half)
    room = column.width - 3 * pad - effect.width
    label = kit.text.wrap(option.label, label_style, max(1, room))
    high = max(kit.px(42), max(effect.height, label.height) + kit.px(12))
    if column.surface is not None:
        box = pygame.Rect(column.left, column.y, column.width, high)
        kit.paint.box(column.surface, box, colours.body, 8, colours.ink, 1.3)
        at = (box.x + pad, box.centery - label.height // 2)
        kit.text.draw_paragraph(column.surface, label, at)
        right = (box.right - pad, box.centery - effect.height // 2)
        kit.text.draw_paragraph(column.surface, effect, right, "right")
    column.y += high


def _full_foot(
    kit: Kit,
    surface: pygame.Surface | None,
    face: CardFace,
    rect: pygame.Rect,
    top: int,
    colours: CardColours,
) -> int:
    """Question, authority, chain and source; returns the height."""
    inset = kit.px(16)
    column = Column(kit, surface, rect.x + inset, top, rect.width - 2 * inset)
    if face.question:
        start = column.y
        style = kit.body(16, colours.ink2)
        column.text(face.question, _italic(style), indent=kit.px(12))
        if surface is not None:
            bar = pygame.Rect(column.left, start, kit.px(3), column.y - start)
            kit.paint.box(surface, bar, colours.head)
        column.gap(12)
    if face.authority:
        authority_row(column, face.authority)
        column.gap(10)
    if face.needs or face.opens:
        column.rule(colours.line)
        column.gap(6)
        _chain(column, face, colours)
        column.gap(8)
    if face.agreements:
        places = agreement_places(kit, face.agreements, column.left, column.y, column.width)
        column.y = places[-1].bottom + kit.px(8)
    _source(kit, surface, face, rect, column, colours)
    return column.y - top


def _chain(column: Column, face: CardFace, colours: CardColours) -> None:
    kit = column.kit
    name, style = kit.label(15, colours.ink2), kit.title(15.5, colours.ink)
    opens_word = face.opens_word or kit.tr.gettext("Opens")
    words = [kit.tr.gettext("Needs"), opens_word]
    indent = max(kit.px(62), *(kit.text.width(word, name) + kit.px(14) for word in words))
    if face.needs:
        column.pair(words[0], face.needs, name, style, indent)
    if face.opens:
        column.pair(words[1], face.opens, name, style, indent)


def _source(
    kit: Kit,
    surface: pygame.Surface | None,
    face: CardFace,
    rect: pygame.Rect,
    column: Column,
    colours: CardColours,
) -> None:
    if not face.source and not face.reason:
        column.gap(4)
        return
    start = column.y
    plan = Column(kit, None, column.left, start + kit.px(10), column.width)
    _source_words(plan, face, colours)
    if surface is not None:
        edge = _border(kit)
        strip = pygame.Rect(
            rect.x + edge, start, rect.width - 2 * edge, plan.y + kit.px(10) - start - edge
        )
        fill = colours.foot if face.reason else colours.strip
        kit.paint.box(surface, strip, fill, 10.5, corners="bottom")
        words = Column(kit, surface, column.left, start + kit.px(10), column.width)
        _source_words(words, face, colours)
    column.y = plan.y + kit.px(10)


def _source_words(column: Column, face: CardFace, colours: CardColours) -> None:
    if face.reason:
        lock_line(column, face.reason, size=15.5)
    else:
        column.text(face.source, column.kit.label(14, colours.ink2))


def _border(kit: Kit) -> int:
    """The card's border in whole pixels, which strips inside it must leave free."""
    return math.ceil(1.4 * kit.metrics.scale)


def _price_style(kit: Kit, face: CardFace, colours: CardColours) -> TextStyle:
    style = kit.body(16.5, colours.ink2)
    return replace(style, strong_colour=colours.ink2 if face.reason else kit.theme.worse)


def _italic(style: TextStyle) -> TextStyle:
    return replace(style, face="italic")
