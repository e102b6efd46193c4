"""One card with all that is written of it: outcomes, the question to discuss, the source."""

from collections.abc import Callable, Sequence

import pygame

from game.ui.kit import Kit
from game.ui.screens.cards.deck import DeckCard
from game.ui.screens.cards.grid import EDGE
from game.ui.widgets.boxes import Passage, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.card import Card
from game.ui.widgets.card_full import FULL_WIDTH
from game.ui.widgets.popover import Dialog
from game.ui.widgets.widget import Group

_GAP = 28
_NOTES = 360


class CardWithNotes(Group):
    """A full card with notes beside it, or below it where there is no room."""

    def __init__(self, card: Card, notes: Sequence[Passage]) -> None:
        self.card = card
        self.notes = TextBlock(notes)
        super().__init__([card, self.notes] if notes else [card])

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Both, beside or below each other."""
        wide = kit.px(FULL_WIDTH + _GAP + _NOTES) if width is None else width
        card, notes = self._places(kit, pygame.Rect(0, 0, wide, 0))
        return wide, max(card.bottom, notes.bottom) + kit.px(EDGE)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place both."""
        super().layout(kit, rect)
        card, notes = self._places(kit, rect)
        self.card.layout(kit, card)
        self.notes.layout(kit, notes)

    def _places(self, kit: Kit, rect: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect]:
        edge = kit.px(EDGE)
        wide = min(kit.px(FULL_WIDTH), rect.width - 2 * edge)
        high = self.card.measure(kit, wide)[1]
        card = pygame.Rect(rect.x + edge, rect.y + edge, wide, high)
        left, gap = card.right + kit.px(_GAP), kit.px(_GAP)
        if len(self.widgets) == 1:
            card.centerx = rect.centerx
            return card, pygame.Rect(card.bottomleft, (0, 0))
        if rect.right - left >= kit.px(_NOTES) * 3 // 4:
            room = rect.right - left
            return card, pygame.Rect(left, card.y, room, self.notes.measure(kit, room)[1])
        high = self.notes.measure(kit, rect.width)[1]
        return card, pygame.Rect(rect.x, card.bottom + gap, rect.width, high)


def detail_dialog(
    kit: Kit,
    shown: DeckCard,
    place: str,
    on_step: Callable[[int], None],
    on_close: Callable[[], None],
) -> Dialog:
    """A card whole; `place` says which of how many it is, `on_step` goes to its neighbours."""
    tr = kit.tr
    card = Card(shown.face, "full", on_close)
    card.name = "detail"
    before = Button(tr.gettext("Previous"), lambda: on_step(-1), key="Left", size=17)
    after = Button(tr.gettext("Next"), lambda: on_step(1), key="Right", size=17)
    close = Button(tr.gettext("Close"), on_close, key="Esc", size=17)
    before.name, after.name, close.name = "before", "after", "close"
    return Dialog(
        shown.face.title,
        CardWithNotes(card, shown.notes),
        [before, after, close],
        note=place,
        tint=kit.theme.level(shown.level),
        width=FULL_WIDTH + _GAP + _NOTES + 60,
    )
