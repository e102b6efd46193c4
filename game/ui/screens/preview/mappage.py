"""The map of a campaign as its set-up leaves it, with what the author may know of every place."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pygame

from game.content.campaign import Campaign
from game.model.ids import NO_REF, Ref, SeatMask, area_ref
from game.narrate.words import Words
from game.rules.engine import Game
from game.rules.notation import NotationError, read_ref, write_ref
from game.rules.setup import first_state
from game.rules.tables import tables_for
from game.ui.board.board import BoardWidget
from game.ui.board.hits import Target
from game.ui.board.picks import Pick
from game.ui.board.scene import LAYERS, Layer
from game.ui.kit import Kit
from game.ui.present.inspection import Inspection, InspectorRow, inspect_ref
from game.ui.present.scene import board_scene, element_ref
from game.ui.present.sight import Sight
from game.ui.present.subjects import Subject
from game.ui.screens.play.building import layer_word
from game.ui.screens.play.inspector import InspectorPage
from game.ui.screens.play.mappane import MapPane, PlaceSpot
from game.ui.widgets.button import Button
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Widget

_COLUMN = 348
_TRUTH = SeatMask(0)
_LAID = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL)


class MapPage(Widget):
    """The board and, beside it, a page on what is looked at; over it where room is short.

    It is kept over every reading of the campaign, so that the view does not jump.
    """

    def __init__(self, on_change: Callable[[], None]) -> None:
        super().__init__()
        self.board = BoardWidget()
        self.layer: Layer = "country"
        self.look: Ref = NO_REF
        self._on_change = on_change
        self._sight: Sight | None = None
        self._looked_at = "-"
        self._paged: Ref = NO_REF
        self._is_framed = False
        self._kit: Kit | None = None
        self._pane = MapPane(self.board, [])
        self._page = ScrollView(Widget())
        self._layer_button = Button("", self.next_layer, key="Y", size=14)

    def show(self, kit: Kit, words: Words) -> None:
        """Show a campaign, perhaps one that was shown before in another text or language."""
        self._sight = _sight_of(words.campaign, words)
        self.look = self._found_again(self._sight)
        self._show_scene()
        self._pane = MapPane(self.board, self._spots(self._sight))
        self._make_page(self._sight)
        self._make_button(kit)

    def children(self) -> Sequence[Widget]:
        """The places of the map, the page, and the choice of what the map shows."""
        return (self._pane, self._page, self._layer_button)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Map at the left, page at the right."""
        super().layout(kit, rect)
        self._kit = kit
        self._place_page(kit)
        beside = 0 if kit.metrics.drawers else self._page_width(kit)
        shown = pygame.Rect(rect.x, rect.y, rect.width - beside, rect.height)
        self.board.layout(shown, kit)
        self._pane.rect = shown
        self._frame_once()
        size = self._layer_button.measure(kit)
        corner = (shown.x + kit.px(12), shown.bottom - kit.px(10) - size[1])
        self._layer_button.layout(kit, pygame.Rect(corner, size))
        self._pane.settle()

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the map, then what lies over or beside it."""
        self._pane.draw(surface, kit)
        self._layer_button.draw(surface, kit)
        if self._page.visible:
            slim = kit.metrics.drawers
            kit.paint.panel(surface, self._page.rect, radius=8 if slim else 0, level=2)
            self._page.draw(surface, kit)

    def takes(self, event: pygame.event.Event) -> bool:
        """Whether a pointer's event is for the map: nothing else lies there."""
        if event.type not in _LAID:
            return False
        at = getattr(event, "pos", pygame.mouse.get_pos())
        if event.type != pygame.MOUSEBUTTONUP and not self.board.rect.collidepoint(at):
            return False
        return self._layer_button.hit(at) is None and self._page.hit(at) is None

    def to_board(self, event: pygame.event.Event) -> bool:
        """Hand an event to the map; returns whether it was used."""
        pick = self.board.handle(event)
        if pick is not None:
            self._picked(pick)
        return pick is not None

    def next_layer(self) -> None:
        """Let the map show something else."""
        self.layer = LAYERS[(LAYERS.index(self.layer) + 1) % len(LAYERS)]
        self._show_scene()
        if self._kit is not None:
            place = self._layer_button.rect
            self._make_button(self._kit)
            size = self._layer_button.measure(self._kit)
            self._layer_button.layout(self._kit, pygame.Rect(place.topleft, size))
        self._on_change()

    def look_at(self, ref: Ref) -> None:
        """Show a page on a place or piece."""
        if ref != self.look:
            self.look = ref
            if self._sight is not None:
                self._looked_at = write_ref(self._sight.campaign, ref)
                self._make_page(self._sight)
            self._on_change()

    # --- inside

    def _picked(self, pick: Pick) -> None:
        self._pane.settle()
        if pick.act == "view" or self._sight is None:
            return
        ref = element_ref(self._sight, pick.kind, pick.id)
        if ref is not None:
            self.look_at(ref)
        elif pick.act == "click":
            self.look_at(NO_REF)

    def _found_again(self, sight: Sight) -> Ref:
        """What was looked at, by its id in the text as it is now."""
        try:
            ref = read_ref(sight.campaign, self._looked_at)
        except NotationError:
            return NO_REF
        return NO_REF if inspect_ref(sight, ref) is None else ref

    def _show_scene(self) -> None:
        if self._sight is not None:
            self.board.set_scene(board_scene(self._sight, layer=self.layer))

    def _make_page(self, sight: Sight) -> None:
        offset = self._page.offset if self.look == self._paged else 0
        self._page = ScrollView(InspectorPage(self._inspection(sight), _no_why, self.look_at))
        self._page.offset, self._paged = offset, self.look
        if self._kit is not None:
            self._place_page(self._kit)

    def _make_button(self, kit: Kit) -> None:
        word = layer_word(kit, self.layer)
        label = kit.tr.gettext("Map: {layer}").format(layer=word)
        self._layer_button = Button(label, self.next_layer, key="Y", size=14)
        self._layer_button.name = "layer"

    def _place_page(self, kit: Kit) -> None:
        """Beside the map, or over it and only while something is looked at."""
        rect, slim = self.rect, kit.metrics.drawers
        self._page.visible = not slim or self.look != NO_REF
        wide = self._page_width(kit)
        column = pygame.Rect(rect.right - wide, rect.y, wide, rect.height)
        if slim:
            gap = kit.px(10)
            high = self._page.measure(kit, wide)[1]
            column = column.move(-gap, gap)
            column.height = min(rect.height - 2 * gap, high)
        self._page.layout(kit, column)

    def _page_width(self, kit: Kit) -> int:
        return min(kit.px(_COLUMN), round(self.rect.width * 0.45))

    def _spots(self, sight: Sight) -> list[PlaceSpot]:
        """Every area from west to east, so that the keyboard reaches it."""
        spots = []
        for ix, area in enumerate(sight.campaign.areas):
            target: Target = ("area", area.id)
            look = self.look_at
            spots.append(PlaceSpot(self.board, target, area_ref(ix), look, look, look))
        west = {spot.target: self.board.screen_pos(*spot.target) or (0, 0) for spot in spots}
        return sorted(spots, key=lambda spot: west[spot.target])

    def _inspection(self, sight: Sight) -> Inspection:
        page = inspect_ref(sight, self.look) if self.look != NO_REF else None
        if page is None:
            return _overview(sight.words)
        # Nothing has happened yet that a number could be asked about.
        rows = tuple(replace(row, subject=None) for row in page.rows)
        return replace(page, rows=rows)

    def _frame_once(self) -> None:
        if not self._is_framed and self._sight is not None:
            self._is_framed = True
            self.board.zoom_to(self._sight.campaign.frame.focus, at_once=True)


def _sight_of(campaign: Campaign, words: Words) -> Sight:
    """Everything of the position that the set-up describes, hidden pieces included."""
    game = Game.resume(campaign, first_state(tables_for(campaign), (), 0), [])
    return Sight(campaign, game.view_for(_TRUTH), (), words)


def _overview(words: Words) -> Inspection:
    campaign = words.campaign
    counts = (
        (words.say("Areas"), len(campaign.areas)),
        (words.say("Routes"), len(campaign.routes)),
        (words.say("Cards"), len(campaign.cards)),
        (words.say("Injects"), len(campaign.injects)),
        (words.say("Quarters"), campaign.frame.quarters),
    )
    rows = [InspectorRow("note", text=words.text(campaign.frame.summary)), InspectorRow("rule")]
    rows += [InspectorRow("value", name, str(count)) for name, count in counts]
    hint = words.say("Point at a place, a way or a unit to read about it.")
    rows += [InspectorRow("rule"), InspectorRow("note", text=hint)]
    return Inspection(words.text(campaign.title), words.text(campaign.frame.tag), tuple(rows))


def _no_why(subject: Subject) -> None:
    """Nothing: no number of a set-up came from an event."""
