"""The table of a running sitting: one screen for every phase in which people choose."""

import pygame

from game.model.actions import Action
from game.model.events import TestRolled
from game.model.ids import NO_REF, Ref, ref_kind
from game.narrate.language import translator
from game.play.form import SeatSetup
from game.play.session import Session
from game.ui.app import App
from game.ui.board.board import BoardWidget
from game.ui.board.hits import Target
from game.ui.board.picks import Pick
from game.ui.board.scene import LAYERS, Layer
from game.ui.present.narrowing import Slot
from game.ui.present.scene import Lights, board_id, board_scene, element_ref
from game.ui.present.subjects import Subject
from game.ui.present.tray import Tray, make_tray, places_of
from game.ui.screens.doors import open_help
from game.ui.screens.play.arrangement import Arrangement, arrange
from game.ui.screens.play.asking import Asking
from game.ui.screens.play.building import (
    Acts,
    Showing,
    TableRoot,
    build_parts,
    layer_word,
    make_column,
)
from game.ui.screens.play.column import Drawer
from game.ui.screens.play.course import Course
from game.ui.screens.play.guiding import Guiding
from game.ui.screens.play.log import LogEntry
from game.ui.screens.play.looking import MOMENT, Look, page_of, why_of
from game.ui.screens.play.overlays import DiceShow, draw_dice, draw_preview
from game.ui.screens.play.picking import NOTHING, ON_BOARD, Picker, Step
from game.ui.screens.play.stops import Stops
from game.ui.screens.play.timer import PhaseTimer
from game.ui.screens.sitting import Sitting
from game.ui.theme import Metrics
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.widget import Widget

_POINTER = (
    pygame.MOUSEMOTION,
    pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEBUTTONUP,
    pygame.MOUSEWHEEL,
)
_SHORT = 720
_LEAST_TRAY = 96
_SLIM_SHARE = 0.34
"""The most of the window's height that the tray may take."""


class PlayScreen(FormScreen):
    """Draws what the sitting lets be seen, and turns picks into actions."""

    def __init__(self, app: App, session: Session) -> None:
        super().__init__(app)
        self.sitting = Sitting(session)
        self.board = BoardWidget()
        self.picker = Picker()
        self.timer = PhaseTimer()
        self.course = Course(self.sitting, self._shown)
        self.stops = Stops(app, self.sitting, self.course, self.board)
        self.guiding = Guiding(self.sitting)
        self.asking = Asking(self)
        self.look: Look = MOMENT
        self.layer: Layer = "country"
        self.drawer: Drawer = ""
        self.marked = -1
        self.dice: list[DiceShow] = []
        self.hover: Ref = NO_REF
        self._reader: tuple[str, int | None] | None = None
        self._uses_keys = True
        self._is_framed = False
        self._last_tray = 0
        self._highlight: frozenset[str] = frozenset()
        self._follow()

    # -- the picture -----------------------------------------------------------------------

    @property
    def title(self) -> str:
        """The window's title: the campaign alone, so that it tells nothing."""
        return self.sitting.sight.words.text(self.sitting.session.campaign.title)

    def build(self) -> Widget:
        """All parts of the table, from what may be shown now."""
        self.board.set_scene(board_scene(self.sitting.sight, self._lights(), self.layer))
        self.board.set_highlight(self._highlight | self.guiding.lit_ids)
        self.parts = build_parts(self.kit, self.sitting, self.board, self._showing(), self._acts())
        if self.is_short:
            self.parts.guide = self.guiding.line(self.kit, self.asking.open_guide)
        else:
            self.parts.guide = self.guiding.callout(self.kit, self.guide_read)
        self.root = TableRoot(self.parts)
        return self.root

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Chrome on top, tray below, column at the right, the map in the rest."""
        kit, parts = self.kit, self.parts
        prompt = parts.prompt.measure(kit, rect.width)[1]
        self.places: Arrangement = arrange(kit, rect, prompt, self._tray_height(rect))
        places = self.places
        self.board.layout(places.board, kit)
        self._frame_once()
        parts.ribbon.layout(kit, places.ribbon)
        parts.tracks.layout(kit, places.tracks)
        parts.prompt.layout(kit, places.prompt)
        parts.tray.layout(kit, places.tray)
        parts.column.layout(kit, places.column)
        parts.pane.rect = places.board
        parts.layer.visible = not self.is_short
        wide, high = parts.layer.measure(kit)
        corner = (places.board.x + kit.px(12), places.board.bottom - kit.px(10) - high)
        parts.layer.layout(kit, pygame.Rect(corner, (wide, high)))
        self._place_guide()
        parts.pane.settle()

    def layout(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Everything is made anew, since narrow windows have other parts."""
        self._last_tray = 0
        self.rebuild()
        self.form.replace_layers()

    @property
    def is_short(self) -> bool:
        """Whether the map is too low for anything to lie on it."""
        return self.rect.height < self.kit.px(_SHORT)

    def draw(self, surface: pygame.Surface) -> None:
        """The table, then what lies over the map for a moment."""
        if self.parts.guide is not None:
            self.parts.guide.visible = not self.asking.is_open
        self.form.draw(surface)
        board = self.places.board
        if self.dice:
            draw_dice(surface, self.kit, self.dice[0], board)
        else:
            self._draw_preview(surface, board)

    def paint(self, surface: pygame.Surface) -> None:
        """Nothing lies behind the table."""

    def first_focus(self) -> Widget | None:
        """The first lit place, else the first tile, else the prompt."""
        return self._next_decision()

    def idle(self, budget_ms: float) -> bool:
        """Work on sharper pictures of the map."""
        more = self.board.idle(budget_ms)
        if self.board.is_dirty:
            self.parts.pane.settle()
            self.invalidate()
        return more

    # -- time ------------------------------------------------------------------------------

    def update(self, dt: float) -> float | None:
        """Timer, dice, the camera, bots, and whatever must be shown next."""
        wakes = [super().update(dt)]
        if self.timer.advance(dt):
            self.invalidate()
        if not self.timer.paused and self.timer.left > 0:
            wakes.append(self.timer.left % 1 or 1.0)
        if self.board.update(dt) or self.board.is_dirty:
            self.invalidate()
            wakes.append(0.0)
        wakes.append(self._let_dice_fall(dt))
        wakes.append(self._go_on(dt))
        due = [wake for wake in wakes if wake is not None]
        return min(due) if due else None

    def on_push(self) -> None:
        """Show at once what comes before the table, such as the curtain of a resumed sitting."""
        self.stops.show()

    def on_return(self, result: object) -> None:
        """Go on after a flow, a curtain or another screen."""
        self._reader = None
        self.course.refresh()
        if result == "revealed":
            self.asking.open_briefing()

    def on_pop(self) -> None:
        """Close the sitting; it can be resumed at this very decision."""
        self.sitting.session.close()
        self.app.present()

    # -- input -----------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        """Controls first, the map where none is under the pointer, then the table's own keys."""
        if event.type == pygame.KEYDOWN:
            self._uses_keys = True
            if self._skip_dice():
                return True
        elif event.type == pygame.MOUSEBUTTONDOWN:
            self._uses_keys = False
        if event.type in _POINTER and self._is_over_map(event):
            return self._to_board(event)
        if event.type == pygame.MOUSEMOTION:
            self.board.handle(event)
        return super().handle(event)

    def on_key(self, event: pygame.event.Event) -> bool:
        """The table's own keys, then the map's."""
        if self.asking.on_key(event):
            return True
        pick = self.board.handle(event)
        if pick is None:
            return False
        self._picked(pick)
        return True

    def refused(self, reason: str) -> None:
        """Nothing more: the note beside the pointer says it."""

    # -- choosing --------------------------------------------------------------------------

    def choose_slot(self, slot: Slot) -> None:
        """A tile was picked."""
        self._after(self.picker.pick_slot(slot))

    def choose_place(self, place: Ref) -> None:
        """A place on the map was picked."""
        answer = self.answers.get(place)
        if answer is not None:
            self.commit(answer)
            return
        self.look_at(Look("place", place))
        self._after(self.picker.pick_place(place))

    def choose_action(self, action: Action) -> None:
        """A whole action was picked, from a menu or as an answer."""
        self._after(self.picker.pick_action(action))

    def choose_verb(self, verb: str) -> None:
        """A button of the prompt was pressed."""
        for action in self.sitting.legal:
            if action.verb == verb:
                self.commit(action)
                return

    def commit(self, action: Action) -> None:
        """Carry an action out."""
        self.asking.close()
        self.picker.follow(())
        self.course.submit(action)

    def back(self) -> bool:
        """Take the last choice back, or let go of what is looked at."""
        if self.picker.back() or self.look != MOMENT or self.drawer:
            self.look, self.drawer = MOMENT, ""
            self.refresh_parts()
            return True
        return False

    def undo(self) -> None:
        """Take back the last action."""
        self.course.undo()

    def leave(self) -> None:
        """Leave the table for the menu; everything is saved."""
        self.asking.close()
        self.app.pop_to_root()

    def seats_changed(self, setup: SeatSetup) -> None:
        """A seat passed to somebody else."""
        self.sitting.session.change_seat(setup)
        self.course.refresh()

    def focus_map(self) -> None:
        """Give the focus to the first lit place, or to the map."""
        spots = self.parts.pane.spots
        if spots:
            self.form.give_focus(spots[0])

    def look_at(self, look: Look) -> None:
        """Show something in the inspector."""
        if look == self.look:
            return
        self.look = look
        if look.kind == "place":
            self.guiding.looked(self._guide_thing(look.ref))
        elif look.kind == "track":
            self.guiding.looked("track")
        self._refresh_column()

    def refresh_parts(self) -> None:
        """Make the parts anew; the focus finds its place."""
        self.rebuild()

    # -- inside ----------------------------------------------------------------------------

    def _shown(self, place: int) -> None:
        """Something new may be shown: events from a place in the journal on."""
        self._follow()
        self.dice = [] if self.sitting.session.needs_curtain() is not None else self._dice(place)
        about = next(iter(self._asked_about), NO_REF)
        self.look = MOMENT if about == NO_REF else Look("place", about)
        self.marked, self._highlight = -1, frozenset()
        self.asking.close()
        self.rebuild()
        self._focus_decision()
        self.asking.open_what_is_asked()

    def _follow(self) -> None:
        sitting = self.sitting
        view = sitting.sight.view
        self.picker.follow(sitting.legal)
        self.timer.follow(view.phase, view.quarter, view.round, sitting.seat)
        reader = (sitting.language, sitting.text_size)
        if reader != self._reader:
            self._reader = reader
            self.app.present(translator=translator(reader[0]), text_size=reader[1])
        self.guiding.follow()

    def _dice(self, place: int) -> list[DiceShow]:
        """The Tests that were rolled since then, each with its line of the log."""
        told = {at: line.text for line in self.sitting.lines for at in line.events}
        still = self.kit.theme.reduced_motion
        return [
            DiceShow(event, told.get(at, ""), still=still)
            for at, event in self.sitting.sight.since(place)
            if isinstance(event, TestRolled)
        ]

    def _go_on(self, dt: float) -> float | None:
        if self.dice or self.app.screen is not self:
            return None
        if not self.course.is_busy and self.stops.show():
            return 0.0
        return self.course.update(dt, may_go_on=not self.form.has_layers)

    def _let_dice_fall(self, dt: float) -> float | None:
        if not self.dice:
            return None
        self.invalidate()
        if not self.dice[0].advance(dt):
            self.dice.pop(0)
        return 0.0

    def _skip_dice(self) -> bool:
        if not self.dice:
            return False
        if not self.dice[0].skip():
            self.dice.pop(0)
        self.invalidate()
        return True

    def _lights(self) -> Lights:
        view = self.sitting.sight.view
        lit = self.picker.lit(view.phase, asked=self._is_asked)
        return Lights(lit | frozenset(self.answers), self.picker.chosen | self._asked_about)

    @property
    def _is_asked(self) -> bool:
        """Whether a question is open that lights its places at once; a sealed turn is a turn."""
        asked = self.sitting.sight.view.pending
        return asked is not None and asked.kind not in ("seal", "fallback")

    @property
    def answers(self) -> dict[Ref, Action]:
        """Places on the map that stand for an answer."""
        return places_of(self.sitting.sight, self.sitting.legal)

    @property
    def _asked_about(self) -> frozenset[Ref]:
        """The place that a question is about."""
        asked = self.sitting.sight.view.pending
        if asked is None or not self.sitting.deciders or ref_kind(asked.target) not in ON_BOARD:
            return frozenset()
        return frozenset((asked.target,))

    def _lit_targets(self) -> list[tuple[Target, Ref]]:
        sight = self.sitting.sight
        found: list[tuple[Target, Ref]] = []
        for ref in sorted(self._lights().lit):
            place = board_id(sight, ref)
            if place is not None:
                found.append((place, ref))
        order = {target: at for at, target in enumerate(self.board.lit_places())}
        return sorted(found, key=lambda row: order.get(row[0], len(order)))

    def _tray(self) -> Tray:
        sitting = self.sitting
        seat = sitting.viewer
        if seat < 0:
            return Tray()
        return make_tray(sitting.sight, seat, self.picker.narrowing, sitting.refusal(seat))

    def _tray_height(self, rect: pygame.Rect) -> int:
        column = 0 if self.kit.metrics.drawers else self.kit.px(348)
        wanted = self.parts.tray.measure(self.kit, rect.width - column)[1]
        if self.parts.tray.is_empty:
            # The map must not jump each time that somebody else is to choose.
            wanted = self._last_tray or self.kit.px(_LEAST_TRAY)
        self._last_tray = min(wanted, round(rect.height * _SLIM_SHARE))
        return self._last_tray

    def _showing(self) -> Showing:
        sitting = self.sitting
        lit = self._lights().lit
        return Showing(
            tray=self._tray(),
            page=page_of(sitting, self.look, lit),
            lit=self._lit_targets(),
            marked=self.marked,
            drawer=self.drawer,
            layer_word=layer_word(self.kit, self.layer),
            lit_tracks=self.guiding.lit_tracks,
            timer=self.timer,
            busy=self.course.is_busy,
        )

    def _refresh_column(self) -> None:
        column = make_column(
            self.sitting, self._showing(), self._acts(), is_drawer=self.places.is_drawer
        )
        column.layout(self.kit, self.places.column)
        self.parts.column = column
        self.root = TableRoot(self.parts)
        self.form.set_content(self.root)
        self.invalidate()

    def _after(self, step: Step) -> None:
        if step == NOTHING:
            self.refresh_parts()
        elif step.kind == "commit" and step.action is not None:
            self.commit(step.action)
        elif step.kind == "confirm" and step.action is not None:
            self.refresh_parts()
            self.asking.confirm(step.action)
        elif step.kind == "menu":
            self.refresh_parts()
            self.asking.offer(step.place)
        else:
            self.refresh_parts()
            self._focus_decision()

    def _focus_decision(self) -> None:
        widget = self._next_decision()
        if widget is not None and not self.form.has_layers:
            self.form.give_focus(widget, ring=self._uses_keys)

    def _next_decision(self) -> Widget | None:
        spots = [spot for spot in self.parts.pane.spots if spot.rect.width]
        if spots:
            return spots[0]
        tray = [one for one in self.parts.tray.descendants() if one.focusable and one.enabled]
        if tray:
            return tray[0]
        return next((one for one in self.parts.prompt.descendants() if one.focusable), None)

    def _is_over_map(self, event: pygame.event.Event) -> bool:
        at = getattr(event, "pos", pygame.mouse.get_pos())
        if event.type != pygame.MOUSEBUTTONUP and not self.places.board.collidepoint(at):
            return False
        return not self.asking.covers(at) and self.root.hit(at) is None

    def _to_board(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.MOUSEMOTION:
            super().handle(event)
        pick = self.board.handle(event)
        if pick is not None:
            self._picked(pick)
        elif event.type == pygame.MOUSEBUTTONUP:
            return super().handle(event)
        return True

    def _picked(self, pick: Pick) -> None:
        """React to what the board reports."""
        self.invalidate()
        self.parts.pane.settle()
        if pick.act == "view":
            return
        ref = element_ref(self.sitting.sight, pick.kind, pick.id)
        if pick.act in ("hover", "focus"):
            self.hover = NO_REF if ref is None else ref
            if ref is not None:
                self.look_at(Look("place", ref))
            return
        if ref is None:
            self.back()
        elif pick.act != "click" or not self.asking.click(ref):
            self.look_at(Look("place", ref))

    def _draw_preview(self, surface: pygame.Surface, board: pygame.Rect) -> None:
        if self.form.has_layers or self.hover == NO_REF:
            return
        action = self.picker.previewed(self.hover)
        odds = self.sitting.odds(action) if action is not None else None
        place = board_id(self.sitting.sight, self.hover)
        if odds is None or place is None:
            return
        anchor = self.board.screen_rect(place[0], place[1])
        if anchor is not None:
            draw_preview(surface, self.kit, odds, anchor, board)

    def _frame_once(self) -> None:
        """Show the areas that the campaign wants to be seen first."""
        if not self._is_framed:
            self._is_framed = True
            self.board.zoom_to(self.sitting.session.campaign.frame.focus, at_once=True)

    def _place_guide(self) -> None:
        guide = self.parts.guide
        if guide is None:
            return
        kit, board = self.kit, self.places.board
        wide, high = guide.measure(kit, board.width - kit.px(24))
        at = (board.x + kit.px(12), board.y + kit.px(12))
        guide.layout(kit, pygame.Rect(at, (wide, min(high, board.height - kit.px(24)))))

    def guide_read(self, done: bool) -> None:
        self.guiding.read(done)
        self.refresh_parts()

    def _guide_thing(self, ref: Ref) -> str:
        kind = ref_kind(ref)
        return {"area": "area", "route": "route", "piece": "unit"}.get(kind or "", "")

    def _acts(self) -> Acts:
        asking = self.asking
        return Acts(
            on_menu=asking.open_menu,
            on_pause=self.toggle_pause,
            on_text=self.change_text,
            on_keys=asking.open_keys,
            on_help=lambda: open_help(
                self.app, self.sitting.sight.view.phase, self.sitting.session.campaign
            ),
            on_undo=self.undo,
            on_verb=self.choose_verb,
            on_slot=self.choose_slot,
            on_answer=self.choose_action,
            on_place=self.choose_place,
            on_look_place=lambda ref: self.look_at(Look("place", ref)),
            on_look_track=lambda name: self.look_at(Look("track", track=name)),
            on_look_means=lambda name: self.look_at(Look("means", track=name)),
            on_look_card=lambda card: self.look_at(Look("card", card=card)),
            on_card=asking.open_card,
            on_why=self.ask_why,
            on_why_here=self.why_here,
            on_mark=self.mark_line,
            on_open_line=self.open_line,
            on_drawer=self.open_drawer,
            on_layer=self.next_layer,
            on_guide=self.guide_read,
            on_names=self.show_names,
            odds_of=self._odds_of,
        )

    def _odds_of(self, slot: Slot) -> str:
        """The odds of a card where all its targets have the same."""
        found = {
            odds.fraction if odds is not None else ""
            for odds in (
                self.sitting.odds(action)
                for action in self.sitting.legal
                if (action.verb, action.card) == slot
            )
        }
        return found.pop() if len(found) == 1 else ""

    # -- what the parts ask for ------------------------------------------------------------

    def toggle_pause(self) -> None:
        """Pause the timer, or let it go on."""
        self.timer.paused = not self.timer.paused
        self.invalidate()

    def change_text(self, step: int) -> None:
        """Larger or smaller text."""
        self.app.change_text(step)

    def ask_why(self, subject: Subject) -> None:
        """Show the events that made a number."""
        found = why_of(self.sitting.sight, self.look, self.sitting.viewer)
        title = found[1] if found is not None else ""
        self.look_at(Look("why", subject=subject, title=title))
        self.drawer = "inspector" if self.places.is_drawer else self.drawer
        self._refresh_column()

    def why_here(self) -> None:
        """Show the events that made the first number of what is looked at."""
        found = why_of(self.sitting.sight, self.look, self.sitting.viewer)
        if found is not None:
            self.look_at(Look("why", subject=found[0], title=found[1]))

    def mark_line(self, entry: LogEntry | None) -> None:
        """Light what a line of the log speaks of."""
        self.marked = -1 if entry is None else self.parts.column.log_list.marked
        self._highlight = frozenset() if entry is None else self._named(entry)
        self.board.set_highlight(self._highlight | self.guiding.lit_ids)
        self.invalidate()

    def show_names(self, names: frozenset[str]) -> None:
        """Light on the map what an answer speaks of."""
        if names != self._highlight:
            self._highlight = names
            self.board.set_highlight(names | self.guiding.lit_ids)
            self.invalidate()

    def open_line(self, entry: LogEntry) -> None:
        """Bring what a line speaks of into view."""
        self.board.zoom_to(self._named(entry))

    def open_drawer(self, drawer: Drawer) -> None:
        """Open a drawer, or close it where it is open."""
        self.drawer = "" if drawer == self.drawer else drawer
        self.refresh_parts()

    def next_layer(self) -> None:
        """Let the map show something else."""
        self.layer = LAYERS[(LAYERS.index(self.layer) + 1) % len(LAYERS)]
        self.refresh_parts()

    def _named(self, entry: LogEntry) -> frozenset[str]:
        campaign = self.sitting.session.campaign
        found = set()
        for link in entry.line.links:
            if link.kind == "area":
                found.add(campaign.areas[link.ix].id)
            elif link.kind == "route":
                found.add(campaign.routes[link.ix].id)
            elif link.kind == "piece" and link.ix in self.sitting.sight.pieces:
                found.add(f"piece-{link.ix}")
        return frozenset(found)
