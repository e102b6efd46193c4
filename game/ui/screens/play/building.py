"""The parts of the table, made anew from what may be shown whenever something has changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pygame

from game.model.actions import Action
from game.model.ids import CardIx, Ref
from game.narrate.choices.actions import verb_summary
from game.narrate.choices.odds import OddsText
from game.narrate.choices.prompts import Prompt
from game.narrate.things.phases import quarter_of
from game.ui.board.board import BoardWidget
from game.ui.board.hits import Target
from game.ui.kit import Kit
from game.ui.present.inspection import Inspection
from game.ui.present.narrowing import Slot
from game.ui.present.phases import phase_steps
from game.ui.present.sight import Sight
from game.ui.present.subjects import Subject
from game.ui.present.tracks import TrackCell, means_cells, track_cells
from game.ui.present.tray import Tray
from game.ui.screens.play.chainpanel import ChainPanel
from game.ui.screens.play.column import Column, Drawer
from game.ui.screens.play.consenting import Consenting
from game.ui.screens.play.guidestrip import GuideStrip
from game.ui.screens.play.inspector import InspectorPage
from game.ui.screens.play.log import LogEntry, LogList, entries_of
from game.ui.screens.play.mappane import MapPane, PlaceSpot
from game.ui.screens.play.promptbar import PromptBar
from game.ui.screens.play.ribbon import IconButton, PhaseRow, Ribbon
from game.ui.screens.play.timer import PhaseTimer, TimerButton
from game.ui.screens.play.trackbar import TrackBar, TrackWidget
from game.ui.screens.play.traypanel import TrayActs, TrayPanel
from game.ui.screens.sitting import Sitting
from game.ui.text import signed
from game.ui.widgets.button import Button
from game.ui.widgets.widget import Group, Widget

_KEYS = {
    "hold": "H",
    "pass": "E",
    "done": "E",
    "prosecute": "A",
}
_ANSWERED_BELOW = ("agree", "join", "fund")
_IN_THE_TRAY = ("agree", "join", "refuse", "decline", "withdraw")


@dataclass(frozen=True, slots=True)
class Acts:
    """What the parts tell the table."""

    on_menu: Callable[[], None]
    on_pause: Callable[[], None]
    on_text: Callable[[int], None]
    on_keys: Callable[[], None]
    on_help: Callable[[], None]
    on_undo: Callable[[], None]
    on_read: Callable[[], None]
    on_confirm: Callable[[], None]
    on_verb: Callable[[str], None]
    on_slot: Callable[[Slot], None]
    on_answer: Callable[[Action], None]
    on_place: Callable[[Ref], None]
    on_look_place: Callable[[Ref], None]
    on_details: Callable[[Ref], None]
    on_look_track: Callable[[str], None]
    on_look_means: Callable[[str], None]
    on_look_card: Callable[[CardIx], None]
    on_card: Callable[[CardIx], None]
    on_why: Callable[[Subject], None]
    on_why_here: Callable[[], None]
    on_mark: Callable[[LogEntry | None], None]
    on_open_line: Callable[[LogEntry], None]
    on_drawer: Callable[[Drawer], None]
    on_layer: Callable[[], None]
    on_guide: Callable[[bool], None]
    on_names: Callable[[frozenset[str]], None]
    odds_of: Callable[[Slot], str]
    is_lit: Callable[[Slot], bool]


@dataclass(slots=True)
class Parts:
    """The widgets of the table."""

    ribbon: Ribbon
    tracks: TrackBar
    prompt: PromptBar
    pane: MapPane
    tray: TrayPanel
    column: Column
    layer: Button
    chain: ChainPanel
    guide: GuideStrip | None

    def place_on_map(self, kit: Kit, board: pygame.Rect, *, is_short: bool) -> None:
        """Down the map's left edge: what opens what, the button of the layers."""
        side = kit.px(12)
        left = pygame.Rect(board.x + side, board.y + side, board.width - 2 * side, 0)
        left.height = board.height - side - kit.px(10)
        self.layer.visible = not is_short
        wide, high = self.layer.measure(kit)
        self.layer.layout(kit, pygame.Rect(left.x, left.bottom - high, wide, high))
        bottom = self.layer.rect.top - side
        # A low map is needed whole.
        room = 0 if is_short else max(0, bottom - left.top)
        self.chain.place(kit, pygame.Rect(left.topleft, (board.width // 3, room)))


class TableRoot(Group):
    """The table: Tab goes prompt, places, tray, guide, column, tracks, ribbon; the map is drawn
    below everything."""

    def __init__(self, parts: Parts) -> None:
        guide: list[Widget] = [parts.guide] if parts.guide is not None else []
        self._on_map: list[Widget] = [parts.pane, parts.chain, parts.layer]
        super().__init__(
            [
                parts.prompt,
                parts.pane,
                parts.chain,
                parts.tray,
                *guide,
                parts.column,
                parts.tracks,
                parts.ribbon,
                parts.layer,
            ]
        )
        self._drawn: list[Widget] = [
            parts.pane,
            parts.chain,
            parts.layer,
            parts.tray,
            parts.tracks,
            parts.ribbon,
            parts.prompt,
            *guide,
            parts.column,
        ]

    def draw_map(self, surface: pygame.Surface, kit: Kit) -> None:
        """The map and what always lies on it."""
        for widget in self._on_map:
            if widget.visible:
                widget.draw(surface, kit)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """The map first, what lies over it last."""
        for widget in self._drawn:
            if widget.visible:
                widget.draw(surface, kit)


@dataclass(frozen=True, slots=True)
class Showing:
    """What the parts are made from, besides the sitting."""

    tray: Tray
    page: Inspection
    lit: Sequence[tuple[Target, Ref]]
    marked: int
    drawer: Drawer
    layer_word: str
    looked: Callable[[], CardIx]
    lit_tracks: frozenset[str]
    timer: PhaseTimer
    busy: bool
    consenting: Consenting


def build_parts(
    kit: Kit, sitting: Sitting, board: BoardWidget, showing: Showing, acts: Acts
) -> Parts:
    """All parts but the guide's strip."""
    sight = sitting.sight
    slim = kit.metrics.drawers
    return Parts(
        ribbon=_ribbon(kit, sight, showing, acts, is_drawer=slim),
        tracks=_tracks(kit, sitting, showing, acts),
        prompt=_prompt(sitting, showing, acts),
        pane=_pane(board, showing, acts),
        tray=TrayPanel(sight, showing.tray, _tray_acts(acts), slim=slim),
        column=make_column(sitting, showing, acts, is_drawer=slim),
        layer=_layer_button(kit, showing, acts),
        chain=_chain(sight, showing),
        guide=None,
    )


def make_page(page: Inspection, acts: Acts) -> InspectorPage:
    """A page of the inspector."""
    return InspectorPage(page, acts.on_why, acts.on_look_place)


def make_column(sitting: Sitting, showing: Showing, acts: Acts, *, is_drawer: bool) -> Column:
    """The inspector with its page, and the log."""
    sight = sitting.sight
    page = make_page(showing.page, acts)
    styles = [seat.style for seat in sight.campaign.seats]
    log = LogList(
        entries_of(sitting.lines, styles),
        showing.marked,
        acts.on_mark,
        acts.on_open_line,
        sight.tr.gettext("Nothing yet: what is done and what comes of it is told here."),
    )
    return Column(
        page,
        log,
        sight.tr.gettext("Quarter {quarter}").format(quarter=max(1, sight.view.quarter)),
        drawer=showing.drawer,
        is_drawer=is_drawer,
        on_close=lambda: acts.on_drawer(""),
    )


def _ribbon(kit: Kit, sight: Sight, showing: Showing, acts: Acts, *, is_drawer: bool) -> Ribbon:
    tr = kit.tr
    left = [
        IconButton("menu", tr.gettext("Menu of this sitting (Esc)"), acts.on_menu, glyph="menu")
    ]
    right: list[Widget] = [
        TimerButton(showing.timer, acts.on_pause, tr.gettext("Pause the timer (P)"))
    ]
    if is_drawer:
        right += _drawer_buttons(kit, showing, acts)
    right += [
        IconButton(
            "smaller",
            tr.gettext("Smaller text (Ctrl −)"),
            lambda: acts.on_text(-1),
            letters="A",
            size=13,
        ),
        IconButton(
            "larger", tr.gettext("Larger text (Ctrl +)"), lambda: acts.on_text(1), letters="A"
        ),
        IconButton("keys", tr.gettext("All keys (?)"), acts.on_keys, glyph="question"),
        IconButton(
            "help", tr.gettext("Help of this phase (F1)"), acts.on_help, letters="F1", size=13
        ),
    ]
    words = sight.words
    return Ribbon(
        words.text(sight.campaign.title),
        quarter_of(words, max(1, sight.view.quarter)),
        PhaseRow(phase_steps(sight)),
        left,
        right,
    )


def _drawer_buttons(kit: Kit, showing: Showing, acts: Acts) -> list[Widget]:
    """What opens the panels that have no room of their own, each with its key."""
    tr = kit.tr
    return [
        IconButton(
            "inspector",
            tr.gettext("Inspector (I)"),
            lambda: acts.on_drawer("inspector"),
            glyph="search",
            word=tr.gettext("Details"),
            key="I",
            is_on=showing.drawer == "inspector",
        ),
        IconButton(
            "log-drawer",
            tr.gettext("What happened (L)"),
            lambda: acts.on_drawer("log"),
            glyph="list",
            word=tr.gettext("Log"),
            key="L",
            is_on=showing.drawer == "log",
        ),
    ]


def _tracks(kit: Kit, sitting: Sitting, showing: Showing, acts: Acts) -> TrackBar:
    sight = sitting.sight
    cells = [_track(cell, showing, acts) for cell in track_cells(sight)]
    means = [
        TrackWidget(cell, partial(acts.on_look_means, cell.id), acts.on_why_here)
        for cell in means_cells(sight, sitting.viewer)
    ]
    owner = sight.tr.gettext("yours") if means else ""
    return TrackBar(cells, means, owner)


def _track(cell: TrackCell, showing: Showing, acts: Acts) -> TrackWidget:
    widget = TrackWidget(cell, lambda: acts.on_look_track(cell.id), acts.on_why_here)
    widget.lit = cell.id in showing.lit_tracks
    return widget


def _prompt(sitting: Sitting, showing: Showing, acts: Acts) -> PromptBar:
    sight, prompt = sitting.sight, sitting.prompt
    seat = sitting.seat
    style, name = "white", sight.tr.gettext("The table")
    if seat >= 0:
        style, name = sight.campaign.seats[seat].style, sight.words.seat(seat)
    buttons: list[Button] = []
    if sitting.deciders:
        undo = Button(
            sight.tr.gettext("Undo"),
            acts.on_undo,
            kind="seat",
            key="Ctrl+Z",
            size=16,
            reason="" if showing.consenting.marks else sitting.undo_reason(),
        )
        undo.name = "undo"
        buttons.append(undo)
    asked = sight.view.pending
    if sitting.deciders and asked is not None and asked.kind == "inject":
        read = Button(sight.tr.gettext("Read it"), acts.on_read, kind="seat", key="N", size=16)
        read.name = "read"
        buttons.append(read)
    below = asked is not None and asked.kind in _ANSWERED_BELOW
    for row in prompt.buttons:
        if below and row.verb in _IN_THE_TRAY:
            continue
        buttons.append(_prompt_button(sight, row.verb, row.label, acts))
    if showing.consenting.is_asked:
        buttons.append(_confirm_button(sight, showing.consenting.reason, acts))
    return PromptBar(style, name, prompt, buttons, more=_besides(sight, prompt))


def _besides(sight: Sight, prompt: Prompt) -> str:
    """What tells Hold and End turn apart, while both can be chosen."""
    verbs = {row.verb for row in prompt.buttons}
    if not {"hold", "pass"} <= verbs:
        return ""
    said = sight.tr.gettext("Hold keeps {hold} for a later Test; End turn does nothing.")
    return said.format(hold=signed(sight.campaign.rules.tests.hold_bonus))


def _confirm_button(sight: Sight, reason: str, acts: Acts) -> Button:
    """Gives the marked answers: a key of its own, so that none is given by pressing one twice."""
    tr = sight.tr
    button = Button(
        tr.gettext("Confirm"),
        acts.on_confirm,
        kind="seat" if reason else "gold",
        key="E",
        size=16,
        reason=reason,
        tooltip=tr.gettext("Gives the marked answers for good."),
    )
    button.name = "confirm"
    return button


def _prompt_button(sight: Sight, verb: str, label: str, acts: Acts) -> Button:
    button = Button(
        label,
        lambda: acts.on_verb(verb),
        kind="seat",
        key=_KEYS.get(verb, ""),
        size=16,
        tooltip=verb_summary(sight.words, verb),
    )
    button.name = f"verb-{verb}"
    return button


def _pane(board: BoardWidget, showing: Showing, acts: Acts) -> MapPane:
    spots = [
        PlaceSpot(board, target, ref, acts.on_look_place, acts.on_place, acts.on_details)
        for target, ref in showing.lit
    ]
    return MapPane(board, spots)


def _chain(sight: Sight, showing: Showing) -> ChainPanel:
    """What opens what, while cards are chosen that may open others."""
    cards = [tile.slot[1] for tile in showing.tray.cards] if showing.tray.tall else []
    panel = ChainPanel(sight, cards, showing.looked)
    panel.visible = bool(cards)
    return panel


def _layer_button(kit: Kit, showing: Showing, acts: Acts) -> Button:
    label = kit.tr.gettext("Map: {layer}").format(layer=showing.layer_word)
    button = Button(label, acts.on_layer, key="Y", size=14)
    button.name = "layer"
    return button


def _tray_acts(acts: Acts) -> TrayActs:
    return TrayActs(
        on_slot=acts.on_slot,
        on_answer=acts.on_answer,
        on_look=acts.on_look_card,
        on_details=acts.on_card,
        on_names=acts.on_names,
        odds_of=acts.odds_of,
        is_lit=acts.is_lit,
    )


def layer_word(kit: Kit, layer: str) -> str:
    """What a layer of the map shows, in a word."""
    tr = kit.tr
    words = {
        "country": tr.gettext("countries"),
        "governance": tr.gettext("governance"),
        "violence": tr.gettext("violence"),
        "presence": tr.gettext("presence"),
    }
    return words[layer]


def preview_text(odds: OddsText | None) -> str:
    """Odds on a button of the menu; empty for what does not roll."""
    return f"{odds.fraction}, {odds.percent}" if odds is not None else ""
