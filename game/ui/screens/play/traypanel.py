"""The tray at the bottom: tiles of basic actions, cards, or the answers to what is asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pygame

from game.model.actions import Action
from game.model.ids import NO_CARD, CardIx
from game.ui.kit import Kit
from game.ui.present.caucus import agreements
from game.ui.present.faces import card_face
from game.ui.present.narrowing import Slot
from game.ui.present.sight import Sight
from game.ui.present.tray import Answer, Tray
from game.ui.present.tray import Tile as TileModel
from game.ui.screens.play.tiles import (
    ActionTile,
    AnswerColumn,
    AnswerTile,
    SlimTile,
    draw_guide_mark,
)
from game.ui.widgets.card import Card, CardSize
from game.ui.widgets.card_face import CardFace
from game.ui.widgets.shelf import Shelf
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.widgets.form import Form

_TILES = (192, 220, 250, 280)
_TILE_HEIGHT = 82
_PAD = 16
_HEAD = 36
_FOOT = 10
_CARD_GAP = 14
_SLIM_GAP = 8
_MOST_EXTRA = 150


@dataclass(frozen=True, slots=True)
class TrayActs:
    """What the tray tells: a tile or card was picked, looked at, or an answer given."""

    on_slot: Callable[[Slot], None]
    on_answer: Callable[[Action], None]
    on_look: Callable[[CardIx], None]
    on_details: Callable[[CardIx], None]
    on_names: Callable[[frozenset[str]], None]
    odds_of: Callable[[Slot], str]
    is_lit: Callable[[Slot], bool]
    """Whether the guide's step speaks of it."""


class LookCard(Card):
    """A card that shows itself in the inspector when it is focused."""

    def __init__(
        self,
        face: CardFace,
        size: CardSize,
        on_use: Callable[[], None],
        on_look: Callable[[], None],
        *,
        chosen: bool,
        on_details: Callable[[], None],
        on_agree: Callable[[str], None] | None,
    ) -> None:
        super().__init__(
            face,
            size,
            on_use,
            chosen=chosen,
            on_details=on_details,
            on_agree=on_agree,
            group="cards",
        )
        self.wide = 0
        self.lit = False
        self._on_look = on_look

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The width that the tray gives its cards."""
        return super().measure(kit, self.wide or width)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the card, marked where the guide speaks of it."""
        super().draw(surface, kit)
        if self.lit:
            draw_guide_mark(surface, kit, self.rect.move(0, self._shift(kit)), 8)

    def on_focus(self, form: "Form") -> None:
        """Show the card in the inspector."""
        self._on_look()


class TrayPanel(Widget):
    """Actions at the left, cards beside them; or answers alone. `slim` is one row of tiles."""

    clears_hints = True

    def __init__(self, sight: Sight, tray: Tray, acts: TrayActs, *, slim: bool) -> None:
        super().__init__()
        self.tray = tray
        self.slim = slim
        self._acts = acts
        self._sight = sight
        self.tiles: list[Widget] = [] if slim else [self._tile(one) for one in tray.actions]
        self._tile_width = 0
        self._cards: list[Widget] = []
        self._row: list[Widget] = []
        self.shelf = self._shelf()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to choose here."""
        tray = self.tray
        return not tray.tiles and not tray.answers and tray.proposal == NO_CARD

    def children(self) -> Sequence[Widget]:
        """Actions, then cards."""
        return [*self.tiles, self.shelf] if self.shelf is not None else self.tiles

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as its cards and tiles."""
        wide = width or kit.metrics.width
        if self.is_empty:
            return wide, 0
        high = 0
        self._tile_width = self._fitting_tile(kit)
        self._fit_cards(kit, wide - 2 * kit.px(_PAD) - self._actions_width(kit))
        if self.shelf is not None:
            high = self.shelf.measure(kit, wide - 2 * kit.px(_PAD) - self._actions_width(kit))[1]
        tile = self._tile_height(kit, self._tile_width)
        rows = self._rows()
        grid = kit.px(_HEAD) + rows * tile + (rows - 1) * kit.px(8) if self.tiles else 0
        return wide, max(high, grid) + kit.px(_FOOT)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place tiles and shelf."""
        super().layout(kit, rect)
        if self.is_empty:
            return
        self._tile_width = self._fitting_tile(kit)
        self._fit_cards(kit, rect.width - 2 * kit.px(_PAD) - self._actions_width(kit))
        pad, foot = kit.px(_PAD), kit.px(_FOOT)
        left = self._actions_width(kit)
        self._place_tiles(kit, rect, foot)
        if self.shelf is not None:
            x = rect.x + pad + left
            place = pygame.Rect(x, rect.y, rect.right - pad - x, rect.height - foot)
            self.shelf.layout(kit, place)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the chrome, the heading and what is on it."""
        if not self.rect.height:
            return
        theme = kit.theme
        surface.fill(theme.slate2, self.rect)
        line = pygame.Rect(self.rect.x, self.rect.y, self.rect.width, max(1, kit.px(1.5)))
        surface.fill(theme.ink, line)
        if self.is_empty:
            at = (self.rect.x + kit.px(_PAD), self.rect.y + kit.px(_HEAD) // 2)
            said = self._sight.words.say("Nothing to choose here now.")
            kit.text.draw(surface, said, at, kit.body(15, theme.on2))
        if self.tiles and self.tray.heading:
            at = (self.rect.x + kit.px(_PAD), self.rect.y + kit.px(_HEAD) // 2 - kit.px(2))
            kit.text.draw(surface, self.tray.heading, at, kit.title(15, theme.on2))
        for widget in self.children():
            widget.draw(surface, kit)

    def _fit_cards(self, kit: Kit, room: int) -> None:
        """Give the cards a width at which a whole number of them fills the room."""
        self._stretch(kit, room)
        cards = [one for one in self._cards if isinstance(one, LookCard)]
        if not cards:
            return
        least, most = (250, 420) if self.tray.tall else (244, 330)
        gap = kit.px(_CARD_GAP)
        count = max(1, min(len(cards), (room + gap) // (kit.px(least) + gap)))
        wide = (room - gap * (count - 1)) // count
        for card in cards:
            card.wide = min(wide, kit.px(most))

    def _stretch(self, kit: Kit, room: int) -> None:
        """Let the tiles of a slim tray share the room that is left, for more of their texts."""
        tiles = [one for one in self._row if isinstance(one, SlimTile)]
        for tile in tiles:
            tile.extra = 0
        used = sum(tile.measure(kit)[0] + kit.px(_SLIM_GAP) for tile in tiles)
        for tile in tiles:
            tile.extra = max(0, min((room - used) // len(tiles), kit.px(_MOST_EXTRA)))

    def _tile_height(self, kit: Kit, width: int) -> int:
        return max((one.measure(kit, width)[1] for one in self.tiles), default=0)

    def _fitting_tile(self, kit: Kit) -> int:
        """The narrowest width at which every action keeps to a few lines."""
        for width in _TILES:
            if self._tile_height(kit, kit.px(width)) <= kit.px(_TILE_HEIGHT):
                return kit.px(width)
        return kit.px(_TILES[-1])

    def _rows(self) -> int:
        return 2 if len(self.tiles) > 1 else 1

    def _columns(self) -> int:
        return -(-len(self.tiles) // self._rows()) if self.tiles else 0

    def _actions_width(self, kit: Kit) -> int:
        if not self.tiles:
            return 0
        columns = self._columns()
        return columns * self._tile_width + (columns - 1) * kit.px(8) + kit.px(24)

    def _place_tiles(self, kit: Kit, rect: pygame.Rect, foot: int) -> None:
        rows, gap = self._rows(), kit.px(8)
        top = rect.y + kit.px(_HEAD)
        room = rect.bottom - foot - top
        most = max(kit.px(102), self._tile_height(kit, self._tile_width))
        high = min((room - (rows - 1) * gap) // rows, most)
        for place, tile in enumerate(self.tiles):
            column, row = place % self._columns(), place // self._columns()
            x = rect.x + kit.px(_PAD) + column * (self._tile_width + gap)
            tile.layout(kit, pygame.Rect(x, top + row * (high + gap), self._tile_width, high))

    def _shelf(self) -> Shelf | None:
        tray = self.tray
        if tray.answers or tray.proposal != NO_CARD:
            widgets: list[Widget] = [self._answer(one) for one in tray.answers]
            if tray.proposal != NO_CARD:
                # One column for each seat: its yes above its no.
                pairs = [AnswerColumn(widgets[at : at + 2]) for at in range(0, len(widgets), 2)]
                card = self._slim_proposal if self.slim else self._proposal
                widgets = [card(tray.proposal), *pairs]
            return Shelf(tray.heading, widgets, note=tray.note, gap=10, group="cards")
        if self.slim:
            self._row = [self._slim(one) for one in tray.tiles]
            heading = "  |  ".join(one for one in (tray.heading, tray.card_heading) if one)
            return Shelf(heading, self._row, note=tray.note, gap=_SLIM_GAP, group="cards")
        if not tray.cards and not tray.card_heading:
            return None
        self._cards = [self._card(one) for one in tray.cards]
        say = self._sight.words.say
        empty = tray.empty or say("No cards in hand: new ones are drawn in Situation.")
        return Shelf(
            tray.card_heading,
            self._cards,
            note=tray.note,
            gap=_CARD_GAP,
            empty=empty,
            group="cards",
        )

    def _tile(self, model: TileModel) -> Widget:
        tile = ActionTile(
            model.title,
            model.subtitle,
            lambda: self._acts.on_slot(model.slot),
            key=model.key,
            chosen=model.chosen,
            reason=model.reason,
            tooltip=model.help,
            group="actions",
        )
        tile.lit = self._acts.is_lit(model.slot)
        tile.name = f"tile-{model.slot[0]}-{model.slot[1]}"
        return tile

    def _card(self, model: TileModel) -> Widget:
        card, face = model.slot[1], self._face(model)
        widget = LookCard(
            face,
            "medium" if self.tray.tall else "mini",
            lambda: self._acts.on_slot(model.slot),
            lambda: self._acts.on_look(card),
            chosen=model.chosen,
            on_details=lambda: self._acts.on_details(card),
            on_agree=None,
        )
        widget.lit = self._acts.is_lit(model.slot)
        widget.name = f"tile-{model.slot[0]}-{card}"
        return widget

    def _proposal(self, card: CardIx) -> Widget:
        """The card that is asked about, with the seats that must agree."""
        asked = self._sight.view.pending
        face = card_face(self._sight.words, card)
        if asked is not None:
            marked = [one.action for one in self.tray.answers if one.marked]
            face = replace(face, agreements=agreements(self._sight, asked, marked))
        widget = LookCard(
            face,
            "medium",
            lambda: self._acts.on_details(card),
            lambda: self._acts.on_look(card),
            chosen=False,
            on_details=lambda: self._acts.on_details(card),
            on_agree=self._agree_for,
        )
        widget.name = f"proposal-{card}"
        return widget

    def _slim_proposal(self, card: CardIx) -> Widget:
        face = card_face(self._sight.words, card)
        model = TileModel("card", ("play", card), face.title, face.rule)
        tile = SlimTile(
            model,
            face,
            lambda: self._acts.on_details(card),
            lambda: self._acts.on_look(card),
            lambda: self._acts.on_details(card),
        )
        tile.name = f"proposal-{card}"
        return tile

    def _agree_for(self, style: str) -> None:
        """The chip of a seat was pressed: the same as its answer beside the card."""
        seats = self._sight.campaign.seats
        for answer in self.tray.answers:
            if answer.action.verb == "agree" and seats[answer.action.seat].style == style:
                self._acts.on_answer(answer.action)
                return

    def _slim(self, model: TileModel) -> Widget:
        card = model.slot[1]
        tile = SlimTile(
            model,
            self._face(model) if model.kind == "card" else None,
            lambda: self._acts.on_slot(model.slot),
            lambda: self._acts.on_look(card),
            lambda: self._acts.on_details(card),
        )
        tile.lit = self._acts.is_lit(model.slot)
        tile.name = f"tile-{model.slot[0]}-{model.slot[1]}"
        return tile

    def _face(self, model: TileModel) -> CardFace:
        return replace(
            card_face(self._sight.words, model.slot[1]),
            reason=model.reason,
            key=model.key,
            odds="" if model.reason else self._acts.odds_of(model.slot),
            footer=model.footer,
            play=model.button if model.is_open else "",
        )

    def _answer(self, answer: Answer) -> Widget:
        tile = AnswerTile(
            answer,
            lambda: self._acts.on_answer(answer.action),
            lambda: self._acts.on_names(answer.names),
        )
        tile.name = f"answer-{answer.action.seat}-{answer.action.verb}-{answer.action.target}"
        return tile
