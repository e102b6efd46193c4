"""The cards of a campaign, whole, by level and by seat."""

from functools import partial

import pygame

from game.content.campaign import Campaign
from game.narrate.things.cards import level_word
from game.ui.app import App
from game.ui.present.lettering import letters_of
from game.ui.screens.cards.choice import FittingChoice, Pick
from game.ui.screens.cards.deck import ALL, INJECT, DeckCard, deck_of, levels_in
from game.ui.screens.cards.detail import detail_dialog
from game.ui.screens.cards.grid import EDGE, CardGrid
from game.ui.screens.doors import open_help
from game.ui.screens.frame import Footer, Head, margin
from game.ui.screens.wording import words_of
from game.ui.theme import Metrics
from game.ui.widgets.boxes import Flowing, Passage, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.card import Card
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Group, Widget


class CardsScreen(FormScreen):
    """Every card as it is printed; Enter shows all that is written of one."""

    def __init__(self, app: App, campaign: Campaign) -> None:
        super().__init__(app)
        self._words = words_of(campaign, self.kit.tr)
        self.seat_letters = letters_of(campaign)
        self._deck = deck_of(self._words)
        self.level, self.seat = ALL, ALL
        self._detail = -1

    @property
    def title(self) -> str:
        """The campaign's title."""
        return self._words.text(self._words.campaign.title)

    @property
    def shown(self) -> tuple[DeckCard, ...]:
        """The cards of the level and seat that were chosen."""
        return tuple(card for card in self._deck if card.is_for(self.level, self.seat))

    def build(self) -> Widget:
        """The head, the two choices, the cards, and the footer."""
        tr = self.kit.tr
        back = Button(tr.gettext("Back"), self.app.pop, kind="dark", key="Esc", size=18)
        back.name = "back"
        title = tr.gettext("Cards of {campaign}").format(campaign=self.title)
        self.head = Head(title, self._count(), [back])
        self.choices = Flowing([self._levels(), self._seats()], gap=24)
        self.cards = [self._card(place, card) for place, card in enumerate(self.shown)]
        self.grid = ScrollView(CardGrid(self.cards))
        self.empty = TextBlock(
            [] if self.cards else [Passage(tr.gettext("No card of this level is for this seat."))]
        )
        hints = (
            ("Enter", tr.gettext("all about a card")),
            ("Arrows", tr.gettext("to the next card")),
            ("Tab", tr.gettext("cards or choices")),
            ("Esc", tr.gettext("back")),
        )
        self.footer = Footer(self._foot(), hints)
        return Group([self.choices, self.grid, self.empty, self.head, self.footer])

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Head and choices on top, footer at the bottom, the cards scroll between them."""
        kit = self.kit
        side = margin(kit, rect)
        high, low = self.head.measure(kit, rect.width)[1], self.footer.measure(kit)[1]
        self.head.layout(kit, pygame.Rect(0, 0, rect.width, high))
        self.footer.layout(kit, pygame.Rect(0, rect.bottom - low, rect.width, low))
        inner = rect.width - 2 * side
        top = high + kit.px(16)
        tall = self.choices.measure(kit, inner)[1]
        self.choices.layout(kit, pygame.Rect(side, top, inner, tall))
        top += tall + kit.px(10)
        edge = kit.px(EDGE)
        room = pygame.Rect(side - edge, top, inner + edge + kit.px(12), rect.height - top - low)
        self.grid.layout(kit, room)
        self.empty.layout(kit, room.inflate(-2 * edge, -kit.px(40)))

    def first_focus(self) -> Widget | None:
        """The first card."""
        return self.cards[0] if self.cards else None

    def on_key(self, event: pygame.event.Event) -> bool:
        """Home and End go to the first and the last card, F1 to the rules on cards."""
        if event.key == pygame.K_F1:
            open_help(self.app, "cards", self._words.campaign)
        elif event.key in (pygame.K_HOME, pygame.K_END) and self.cards:
            self.form.give_focus(self.cards[0 if event.key == pygame.K_HOME else -1])
        else:
            return False
        return True

    def open_card(self, place: int) -> None:
        """Show all that is written of a card, by its place among those shown."""
        self._close()
        self._detail = place
        self.form.give_focus(self.cards[place])
        count = self.kit.tr.gettext("{place} of {count}").format(
            place=place + 1, count=len(self.shown)
        )
        dialog = detail_dialog(self.kit, self.shown[place], count, self._step, self._close)
        self.ask(dialog)

    def _step(self, step: int) -> None:
        self.open_card((self._detail + step) % len(self.shown))

    def _close(self) -> None:
        """Close the dialog; the focus goes to the card that was shown."""
        if self.form.has_layers:
            self.form.close()

    def _card(self, place: int, shown: DeckCard) -> Card:
        act = partial(self.open_card, place)
        card = Card(shown.face, "full", act, on_details=act, group="cards")
        card.name = shown.id
        return card

    def _levels(self) -> FittingChoice:
        tr = self.kit.tr
        picks = [Pick(ALL, tr.gettext("All"))]
        for level in levels_in(self._deck):
            word = tr.gettext("Events") if level == INJECT else level_word(self._words, level)
            picks.append(Pick(level, word))
        return FittingChoice("level", tr.gettext("Level"), picks, self.level, self._choose_level)

    def _seats(self) -> FittingChoice:
        tr = self.kit.tr
        picks = [Pick(ALL, tr.gettext("All"))]
        for place, seat in enumerate(self._words.campaign.seats):
            picks.append(Pick(seat.id, self._words.seat(place), seat.style))
        return FittingChoice("seat", tr.gettext("Seat"), picks, self.seat, self._choose_seat)

    def _choose_level(self, level: str) -> None:
        self.level = level
        self.rebuild()

    def _choose_seat(self, seat: str) -> None:
        self.seat = seat
        self.rebuild()

    def _count(self) -> str:
        tr, number = self.kit.tr, len(self.shown)
        return tr.ngettext("{number} card", "{number} cards", number).format(number=number)

    def _foot(self) -> str:
        tr = self.kit.tr
        if self.level == INJECT:
            return tr.gettext("Events come by themselves, or when the facilitator calls them.")
        return tr.gettext("Events have their own page, since they give away what may come.")
