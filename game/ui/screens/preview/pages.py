"""Pages of the preview: a list with the text of what is chosen, and a grid of cards."""

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.narrate.things.cards import level_word
from game.narrate.words import Words
from game.ui.help.pane import ReadingPane
from game.ui.kit import Kit
from game.ui.screens.cards.choice import FittingChoice, Pick
from game.ui.screens.cards.deck import ALL, INJECT, DeckCard, levels_in
from game.ui.screens.cards.grid import EDGE, CardGrid
from game.ui.screens.preview.chapters import Chapter
from game.ui.widgets.boxes import Flowing, Passage, TextBlock
from game.ui.widgets.card import Card
from game.ui.widgets.listbox import ListBox, Row
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Group, Widget

_LIST = 330
_GAP = 22


class TextPage(Group):
    """Chapters at the left, the text of the one that is open at the right."""

    def __init__(
        self,
        chapters: Sequence[Chapter],
        chosen: str,
        on_choose: Callable[[str], None],
        empty: str,
    ) -> None:
        self.chapters = {one.id: one for one in chapters}
        first = next(iter(self.chapters), "")
        chosen = chosen if chosen in self.chapters else first
        rows = [Row(one.id, one.title, one.detail, seat=one.seat) for one in chapters]
        self.list = ListBox(rows, chosen, on_choose, empty=empty)
        self.list.name = "chapters"
        shown = self.chapters.get(chosen)
        self.text = ReadingPane(TextBlock(shown.passages if shown is not None else ()))
        self.text.name = "text"
        self.text.visible = shown is not None
        super().__init__([self.list, self.text])

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """The list takes a third of the width at most."""
        super().layout(kit, rect)
        wide = min(kit.px(_LIST), round(rect.width * 0.34))
        gap = kit.px(_GAP)
        self.list.layout(kit, pygame.Rect(rect.x, rect.y, wide, rect.height))
        left = rect.x + wide + gap
        self.text.layout(kit, pygame.Rect(left, rect.y, rect.right - left, rect.height))


class CardPage(Group):
    """Cards whole, as many in a row as find room, perhaps below choices of level and seat."""

    def __init__(
        self,
        deck: Sequence[DeckCard],
        choices: Sequence[Widget],
        on_open: Callable[[str], None],
        empty: str,
    ) -> None:
        self.choices = Flowing(choices, gap=24)
        self.cards = [_card(one, partial(on_open, one.id)) for one in deck]
        self.grid = ScrollView(CardGrid(self.cards))
        self.empty = TextBlock([] if deck else [Passage(empty)])
        super().__init__([self.choices, self.grid, self.empty])

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Choices on top, the cards scroll in the rest."""
        super().layout(kit, rect)
        tall = self.choices.measure(kit, rect.width)[1] if self.choices.widgets else 0
        self.choices.layout(kit, pygame.Rect(rect.x, rect.y, rect.width, tall))
        top = rect.y + tall + (kit.px(10) if tall else 0)
        edge = kit.px(EDGE)
        wide = rect.width + edge + kit.px(12)
        room = pygame.Rect(rect.x - edge, top, wide, rect.bottom - top)
        self.grid.layout(kit, room)
        self.empty.layout(kit, room.inflate(-2 * edge, -kit.px(40)))


def level_choice(
    words: Words, deck: Sequence[DeckCard], level: str, on_choose: Callable[[str], None]
) -> FittingChoice:
    """The choice of a level of cards; injects have a page of their own."""
    picks = [Pick(ALL, words.say("All"))]
    picks += [Pick(one, level_word(words, one)) for one in levels_in(deck) if one != INJECT]
    chosen = level if level in {pick.value for pick in picks} else ALL
    return FittingChoice("level", words.say("Level"), picks, chosen, on_choose)


def seat_choice(words: Words, seat: str, on_choose: Callable[[str], None]) -> FittingChoice:
    """The choice of a seat whose cards are shown."""
    picks = [Pick(ALL, words.say("All"))]
    for place, spec in enumerate(words.campaign.seats):
        picks.append(Pick(spec.id, words.seat(place), spec.style))
    chosen = seat if seat in {pick.value for pick in picks} else ALL
    return FittingChoice("seat", words.say("Seat"), picks, chosen, on_choose)


def _card(shown: DeckCard, act: Callable[[], None]) -> Card:
    card = Card(shown.face, "full", act, on_details=act, group="cards")
    card.name = shown.id
    return card
