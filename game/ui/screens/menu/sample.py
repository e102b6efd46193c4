"""A sample of the table: a piece of the map, a card and sentences, as they look now."""

from dataclasses import replace

import pygame

from game.content.campaign import Campaign
from game.model.ids import ALL_SEATS, CardIx
from game.narrate.language import Translator
from game.rules.engine import Game
from game.ui.board.board import BoardWidget
from game.ui.board.scene import RouteMark, Scene
from game.ui.kit import Kit
from game.ui.present.faces import card_face
from game.ui.present.scene import board_scene
from game.ui.present.sight import Sight, redacted
from game.ui.screens.wording import words_of
from game.ui.theme import Colour
from game.ui.widgets.card import Card
from game.ui.widgets.column import Column
from game.ui.widgets.widget import Widget

_PAD = 18
_BELOW = 190


class Sample(Widget):
    """The sample, on paper. The map can be moved and zoomed as at the table."""

    def __init__(self, campaign: Campaign, board: BoardWidget, translator: Translator) -> None:
        super().__init__()
        self.board = board
        words = words_of(campaign, translator)
        game = Game.start(campaign)
        view = game.view_for(ALL_SEATS)
        self.sight = Sight(campaign, view, redacted(game.journal, ALL_SEATS), words)
        board.set_scene(_with_flows(board_scene(self.sight)))
        card = next((ix for ix, one in enumerate(campaign.cards) if one.level == "tactical"), 0)
        face = replace(card_face(words, CardIx(card)), footer=words.say("Now"))
        self.card = Card(face, "medium", lambda: None)
        self.card.focusable = False

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """The map above, a card and sentences below it."""
        super().layout(kit, rect)
        pad = kit.px(_PAD)
        inner = rect.inflate(-2 * pad, -2 * pad)
        head = kit.px(34)
        wide = min(self.card.measure(kit)[0], inner.width // 2)
        foot = max(kit.px(_BELOW), self.card.measure(kit, wide)[1])
        if inner.height - head - foot - pad < kit.px(150):
            foot = 0
        room = inner.height - head - (foot + pad if foot else 0)
        is_first = not self.board.rect.width
        self.board.layout(pygame.Rect(inner.x, inner.y + head, inner.width, room), kit)
        if is_first:
            self.board.zoom_to([self._busiest()], at_once=True)
        top = inner.y + head + room + pad
        self.card.visible = foot > 0
        self.card.layout(kit, pygame.Rect(inner.x, top, wide, foot))

    def _busiest(self) -> str:
        """The governed area, or else any, where most routes start or end."""
        campaign = self.sight.campaign
        ends = [end for route in campaign.routes for end in (route.from_, route.to)]
        places = [ix for ix in range(len(campaign.areas)) if self.sight.has_gov(ix)]
        areas = [campaign.areas[ix].id for ix in places or range(len(campaign.areas))]
        return max(areas, key=ends.count)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the paper and the sample on it."""
        kit.paint.panel(surface, self.rect, radius=8, level=1)
        pad = kit.px(_PAD)
        at = (self.rect.x + pad, self.rect.y + pad + kit.px(12))
        kit.text.draw(surface, kit.tr.gettext("This is how it looks"), at, kit.title(19))
        self.board.draw(surface)
        kit.paint.box(surface, self.board.rect, None, 2, kit.theme.ink, 1.4)
        if self.card.visible:
            self.card.draw(surface, kit)
            self._draw_sentences(surface, kit)

    def _draw_sentences(self, surface: pygame.Surface, kit: Kit) -> None:
        theme, tr, pad = kit.theme, kit.tr, kit.px(_PAD)
        left = self.card.rect.right + pad
        column = Column(kit, surface, left, self.card.rect.y, self.rect.right - pad - left)
        column.text(tr.gettext("Sentences are written like this, with **bold** words."), kit.body())
        column.gap(8)
        changes = (
            ("triangle-up", tr.gettext("Legitimacy +1, better"), theme.better),
            ("triangle-down", tr.gettext("Border −2, worse"), theme.worse),
        )
        for glyph, said, colour in changes:
            self._change(column, glyph, said, colour)
        y = column.y + kit.px(18)
        for place, seat in enumerate(self.sight.campaign.seats):
            x = left + kit.px(14) + place * kit.px(38)
            if x + kit.px(14) <= column.right:
                kit.glyphs.seat(surface, seat.style, (x, y), 13)

    def _change(self, column: Column, glyph: str, said: str, colour: Colour) -> None:
        kit, top = column.kit, column.y
        style = kit.number(17, colour)
        column.text(said, style, indent=kit.px(22))
        if column.surface is not None:
            middle = (column.left + kit.px(8), top + kit.text.line_height(style) // 2)
            kit.glyphs.draw(column.surface, glyph, middle, 14, colour)
        column.gap(4)


def _with_flows(scene: Scene) -> Scene:
    """The scene with loads on its open routes, so that their widths can be judged."""
    return replace(scene, routes=tuple(map(_with_flow, range(len(scene.routes)), scene.routes)))


def _with_flow(place: int, route: RouteMark) -> RouteMark:
    if route.dormant:
        return route
    return replace(route, known=2 + place % 4, estimate=None, ghost=1 + place % 3, heat=place % 4)
