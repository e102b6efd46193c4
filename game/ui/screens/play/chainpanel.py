"""What opens what, over the map: the chain of the card that is looked at."""

from collections.abc import Callable, Sequence

import pygame

from game.model.ids import NO_CARD, CardIx
from game.ui.kit import Kit
from game.ui.paint import arrow
from game.ui.present.chains import Chain, ChainCard, chain_of
from game.ui.present.sight import Sight
from game.ui.text import TextStyle
from game.ui.widgets.widget import Widget

_WIDTH = 236
_PAD = 14
_TAB = 34
_ARROW = 26
_GAP = 7
_LEFT, _RIGHT = 8, 10


class ChainPanel(Widget):
    """Follows the card looked at; keeps the last chain when a card belongs to none.

    `cards` are those on the table now: the first with a chain is shown at the start.
    """

    focusable = False

    def __init__(self, sight: Sight, cards: Sequence[CardIx], looked: Callable[[], CardIx]) -> None:
        super().__init__()
        self._sight = sight
        self._cards = tuple(cards)
        self._looked = looked
        self._chains: dict[CardIx, Chain] = {}
        self._shown: Chain = ()
        self._room = pygame.Rect(0, 0, 0, 0)

    def place(self, kit: Kit, room: pygame.Rect) -> None:
        """Take as much of a strip of the map as the chain needs; none where it does not fit."""
        self._room = room
        self.follow(kit)

    def follow(self, kit: Kit) -> None:
        """Show the chain of the card that is looked at now."""
        self._shown = self._chain()
        wide = min(kit.px(_WIDTH), self._room.width)
        high = self._height(kit, wide) if self._shown else 0
        if high > self._room.height:
            high = 0
        self.rect = pygame.Rect(self._room.x, self._room.y, wide if high else 0, high)

    def hit(self, at: tuple[int, int]) -> Widget | None:
        """The panel itself, so that a click on it does not go through to the map."""
        return self if self.visible and self.rect.collidepoint(at) else None

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """What the chain needs."""
        wide = width or kit.px(_WIDTH)
        return wide, self._height(kit, wide) if self._shown else 0

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel and its chain, slow cards on top."""
        self.follow(kit)
        rect = self.rect
        if not rect.height:
            return
        kit.paint.panel(surface, rect, radius=8, level=2)
        x, y = rect.x + kit.px(_PAD), rect.y + kit.px(12)
        room = rect.width - 2 * kit.px(_PAD)
        for text, style in self._head(kit):
            y = kit.text.rich(surface, text, (x, y), room, style)
        y += kit.px(10)
        for place, step in enumerate(self._shown):
            if place:
                middle = rect.centerx
                points = [(middle, y + kit.px(1)), (middle, y + kit.px(_ARROW - 6))]
                arrow(surface, points, kit.theme.ink, kit.px(3))
                y += kit.px(_ARROW)
            for row, card in enumerate(step):
                y += kit.px(_GAP) if row else 0
                box = pygame.Rect(x, y, room, self._card_height(kit, card, room))
                self._draw_card(surface, kit, card, box)
                y = box.bottom

    def _chain(self) -> Chain:
        looked = self._looked()
        wanted = (*((looked,) if looked != NO_CARD else ()), *self._cards)
        if self._shown and (looked == NO_CARD or not self._of(looked)):
            return self._shown
        return next((chain for chain in map(self._of, wanted) if chain), ())

    def _of(self, card: CardIx) -> Chain:
        if card not in self._chains:
            self._chains[card] = chain_of(self._sight, card)
        return self._chains[card]

    def _head(self, kit: Kit) -> tuple[tuple[str, TextStyle], ...]:
        tr = kit.tr
        return (
            (tr.gettext("What opens what"), kit.title(17)),
            (tr.gettext("slow cards open fast ones"), kit.body(14.5, kit.theme.ink2)),
        )

    def _height(self, kit: Kit, width: int) -> int:
        room = width - 2 * kit.px(_PAD)
        high = sum(kit.text.height(text, style, room) for text, style in self._head(kit))
        for place, step in enumerate(self._shown):
            high += kit.px(_ARROW) if place else 0
            high += sum(self._card_height(kit, card, room) for card in step)
            high += kit.px(_GAP) * (len(step) - 1)
        return high + kit.px(12 + 10 + 14)

    def _card_height(self, kit: Kit, card: ChainCard, room: int) -> int:
        words = self._words_room(kit, room)
        sign = kit.px(22) if card.sign else 0
        title = kit.text.height(card.title, kit.title(15.5), words)
        return title + kit.text.height(card.state, kit.body(14), words - sign) + kit.px(11)

    def _words_room(self, kit: Kit, room: int) -> int:
        """The width of a card's words, right of its tab."""
        return max(1, room - kit.px(_TAB) - kit.px(_LEFT) - kit.px(_RIGHT))

    def _draw_card(
        self, surface: pygame.Surface, kit: Kit, card: ChainCard, box: pygame.Rect
    ) -> None:
        theme = kit.theme
        colour = theme.ink3 if card.is_shut else theme.level(card.level)
        paper = theme.sunken if card.is_shut else theme.paper
        kit.paint.box(surface, box, paper, 6, colour, 1.6)
        tab = pygame.Rect(box.x, box.y, kit.px(_TAB), box.height)
        kit.paint.box(surface, tab, colour, 6, corners="left")
        kit.glyphs.level(surface, card.level, tab.center, 17, theme.white, colour)
        x, y = tab.right + kit.px(_LEFT), box.y + kit.px(5)
        room = self._words_room(kit, box.width)
        ink = theme.ink2 if card.is_shut else theme.ink
        y = kit.text.rich(surface, card.title, (x, y), room, kit.title(15.5, ink))
        state = kit.body(14, theme.ink2)
        kit.text.rich(surface, card.state, (x, y), room - kit.px(22 if card.sign else 0), state)
        if card.sign:
            good = theme.better if card.sign == "check" else theme.ink2
            at = (box.right - kit.px(14), y + kit.text.line_height(state) // 2)
            kit.glyphs.draw(surface, card.sign, at, 15, good, paper)
