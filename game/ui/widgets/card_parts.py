"""The pieces that cards of every size share: head, price, authority, agreements, locks."""

from dataclasses import dataclass

import pygame

from game.ui.kit import Kit
from game.ui.theme import Colour
from game.ui.widgets.card_face import Agreement, Authority, CardFace
from game.ui.widgets.column import Column
from game.ui.widgets.marks import ChipLook, chip, chip_height, chip_width, costs, costs_width


@dataclass(frozen=True, slots=True)
class CardColours:
    """The colours of one card in its present state."""

    head: Colour
    body: Colour
    ink: Colour
    ink2: Colour
    line: Colour
    strip: Colour
    foot: Colour


def colours_of(kit: Kit, face: CardFace, *, pressed: bool = False) -> CardColours:
    """A card's colours: its level's, or grey when it cannot be played."""
    theme = kit.theme
    if face.reason:
        return CardColours(
            head=theme.disabled_head,
            body=theme.disabled,
            ink=theme.ink2,
            ink2=theme.ink2,
            line=theme.disabled_foot,
            strip=theme.disabled,
            foot=theme.disabled_foot,
        )
    return CardColours(
        head=theme.level(face.level),
        body=theme.pressed if pressed else theme.paper,
        ink=theme.ink,
        ink2=theme.ink2,
        line=theme.line,
        strip=theme.sunken,
        foot=theme.consent if face.agreements else theme.wash,
    )


def level_word(kit: Kit, face: CardFace) -> str:
    """The word of the card's level in the reader's language."""
    if face.level_word:
        return face.level_word
    words = {
        "strategic": kit.tr.gettext("Strategic"),
        "operational": kit.tr.gettext("Operational"),
        "tactical": kit.tr.gettext("Tactical"),
        "inject": kit.tr.gettext("Event"),
    }
    return words.get(face.level, face.level)


def price_words(kit: Kit, price: str) -> str:
    """The line that names a card's built-in cost."""
    return kit.tr.gettext("**Price** {price}").format(price=price)


def title_row(
    column: Column,
    face: CardFace,
    colours: CardColours,
    *,
    size: float,
    coin: float,
    glyph: float = 0.0,
    least: float = 0.0,
) -> None:
    """The title at the left, wrapped beside the price at the right.

    `glyph` draws the level's sign before the title; `least` is the row's least height.
    """
    kit, white = column.kit, column.kit.theme.white
    free = kit.title(size * 0.8, white)
    price = costs_width(kit, face.cost, coin) if face.cost else kit.text.width(face.free, free)
    indent = kit.px(glyph + 7) if glyph else 0
    room = column.width - indent - (price + kit.px(8) if price else 0)
    style = kit.title(size, white) if glyph else kit.number(size, white)
    words = kit.text.wrap(face.title, style, max(1, room))
    air = kit.px(8) if len(words.lines) > 1 else 0
    high = max(words.height + air, kit.px(least))
    middle = column.y + high // 2
    surface = column.surface
    if surface is not None:
        if glyph:
            centre = (column.left + kit.px(glyph) // 2, middle)
            kit.glyphs.level(surface, face.level, centre, glyph, white, colours.head)
        at = (column.left + indent, middle - words.height // 2)
        kit.text.draw_paragraph(surface, words, at)
        if face.cost:
            costs(surface, kit, (column.right, middle), face.cost, coin, (white, colours.head))
        elif face.free:
            kit.text.draw(surface, face.free, (column.right, middle), free, "right")
    column.y += high


def lock_line(column: Column, reason: str, *, size: float) -> None:
    """A lock and the reason, wrapped beside it."""
    kit = column.kit
    indent = kit.px(size + 5)
    top = column.y
    column.text(reason, kit.title(size), indent=indent)
    if column.surface is not None:
        middle = top + kit.text.line_height(kit.title(size)) // 2
        centre = (column.left + kit.px(size) // 2, middle)
        kit.glyphs.draw(column.surface, "lock", centre, size * 1.05, kit.theme.ink)


def authority_row(column: Column, authority: tuple[Authority, ...]) -> None:
    """One chip for each legal authority, grey with a lock when nobody holds it."""
    kit, theme = column.kit, column.kit.theme
    held = ChipLook(theme.paper, theme.ink, theme.ink, size=15, height=26)
    missing = ChipLook(theme.disabled, theme.ink3, theme.line, "lock", size=15, height=26)
    x, gap = column.left, kit.px(8)
    high = chip_height(kit, held)
    for row in authority:
        look = held if row.held else missing
        wide = chip_width(kit, row.word, look)
        if x > column.left and x + wide > column.right:
            x = column.left
            column.y += high + kit.px(6)
        if column.surface is not None:
            chip(column.surface, kit, (x, column.y + high // 2), row.word, look)
        x += wide + gap
    if authority:
        column.y += high


def agreement_places(
    kit: Kit, agreements: tuple[Agreement, ...], left: int, top: int, width: int
) -> list[pygame.Rect]:
    """Where each seat's chip goes, in rows as wide as the card allows."""
    places: list[pygame.Rect] = []
    x, y, gap = left, top, kit.px(5)
    for row in agreements:
        wide, high = agreement_size(kit, row)
        if x > left and x + wide > left + width:
            x, y = left, y + high + gap
        places.append(pygame.Rect(x, y, wide, high))
        x += wide + gap
    return places


def agreement_size(kit: Kit, row: Agreement) -> tuple[int, int]:
    """The size of one seat's chip."""
    words = kit.text.width(row.word, kit.title(13.5))
    sign = 0 if row.state == "asked" else kit.px(14)
    return kit.px(31) + sign + words + kit.px(8), kit.px(32)


def draw_agreement(
    surface: pygame.Surface, kit: Kit, rect: pygame.Rect, row: Agreement, *, pressed: bool = False
) -> None:
    """Draw one seat's chip: its mark, and whether it has agreed."""
    theme = kit.theme
    mark = theme.seat(row.seat)
    fill = theme.sunken if pressed else theme.paper
    kit.paint.box(surface, rect, fill, 99, mark.colour, 1.6)
    kit.glyphs.seat(surface, row.seat, (rect.x + kit.px(17), rect.centery), 10)
    x = rect.x + kit.px(31)
    look = {
        "agreed": ("check", theme.better),
        "refused": ("cross", theme.worse),
        "asked": ("", theme.ink),
    }[row.state]
    if look[0]:
        kit.glyphs.draw(surface, look[0], (x + kit.px(5), rect.centery), 12, look[1], fill)
        x += kit.px(14)
    kit.text.draw(surface, row.word, (x, rect.centery), kit.title(13.5, look[1]))
