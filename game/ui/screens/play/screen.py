"""The table of a running sitting: one screen for every phase in which people choose."""

from collections.abc import Set

import pygame

from game.model.actions import Action
from game.model.ids import Ref
from game.narrate.language import translator
from game.play.form import SeatSetup
from game.play.session import Session
from game.ui.app import App
from game.ui.board.board import BoardWidget
from game.ui.board.scene import LAYERS, Layer
from game.ui.present.inspection import Inspection
from game.ui.present.lettering import letters_of
from game.ui.present.narrowing import Slot
from game.ui.present.scene import Lights, board_scene
from game.ui.present.tray import Tray, make_tray
from game.ui.screens.play.acts import acts_of
from game.ui.screens.play.arrangement import Arrangement, arrange, make_room
from game.ui.screens.play.asking import Asking
from game.ui.screens.play.building import (
    Showing,
    TableRoot,
    build_parts,
    layer_word,
    make_page,
)
from game.ui.screens.play.changing import Changing
from game.ui.screens.play.column import Drawer
from game.ui.screens.play.consenting import Consenting
from game.ui.screens.play.course import Course
from game.ui.screens.play.dicing import Dicing
from game.ui.screens.play.focusing import next_decision
from game.ui.screens.play.guiding import Guiding
from game.ui.screens.play.lighting import answers_on_map, lights_of, lit_targets
from game.ui.screens.play.looking import page_of
from game.ui.screens.play.picking import NOTHING, Picker, Step
from game.ui.screens.play.pointing import Pointing
from game.ui.screens.play.redrawing import Part, Redrawing
from game.ui.screens.play.rereading import Rereading
from game.ui.screens.play.stops import Stops
from game.ui.screens.play.timer import PhaseTimer
from game.ui.screens.sitting import Sitting
from game.ui.theme import Metrics
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.widget import Widget

_POINTER = (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEWHEEL)
_SHORT = 720
_LEAST_TRAY = 96
_SLIM_SHARE = 0.34
"""The most of the window's height that the tray may take."""


class PlayScreen(FormScreen):
    """Draws what the sitting lets be seen, and turns picks into actions."""

    def __init__(self, app: App, session: Session) -> None:
        super().__init__(app)
        self.sitting = Sitting(session)
        self.seat_letters = letters_of(session.campaign)
        self.board = BoardWidget()
        self.picker = Picker()
        self.timer = PhaseTimer(reduced=app.kit.theme.reduced_motion)
        self.course = Course(self.sitting, self._shown)
        self.stops = Stops(app, self.sitting, self.course, self.board)
        self.guiding = Guiding(self.sitting)
        self.asking = Asking(self)
        self.consenting = Consenting(self)
        self.pointing = Pointing(self)
        self.dicing = Dicing(self.sitting)
        self.changing = Changing(self)
        self.rereading = Rereading(self)
        self.layer: Layer = "country"
        self.drawer: Drawer = ""
        self._reader: tuple[str, int | None] | None = None
        self._uses_keys = True
        self._is_framed = False
        self._last_tray = 0
        self.redrawing = Redrawing(self)
        self._follow()

    # -- the picture -----------------------------------------------------------------------

    @property
    def title(self) -> str:
        """The window's title: the campaign alone, so that it tells nothing."""
        return self.sitting.sight.words.text(self.sitting.session.campaign.title)

    def build(self) -> Widget:
        """All parts of the table, from what may be shown now."""
        lights = lights_of(self.sitting, self.picker)
        self.board.set_scene(board_scene(self.sitting.sight, lights, self.layer))
        self.show_names()
        showing = self._showing(lights)
        self.parts = build_parts(self.kit, self.sitting, self.board, showing, acts_of(self))
        self.parts.guide = self.guiding.strip(self.kit, self.guide_read)
        self.root = TableRoot(self.parts)
        return self.root

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Chrome on top, tray below, column at the right, the map in the rest."""
        kit, parts = self.kit, self.parts
        prompt = parts.prompt.measure(kit, rect.width)[1]
        self.places: Arrangement = arrange(kit, rect, prompt, self._tray_height(rect))
        if parts.guide is not None:
            high = parts.guide.measure(kit, self.places.board.width)[1]
            self.places, strip = make_room(self.places, high)
            parts.guide.layout(kit, strip)
        places = self.places
        self.board.layout(places.board, kit)
        self._frame_once()
        parts.ribbon.layout(kit, places.ribbon)
        parts.tracks.layout(kit, places.tracks)
        parts.prompt.layout(kit, places.prompt)
        parts.tray.layout(kit, places.tray)
        parts.column.layout(kit, places.column)
        parts.pane.rect = places.board
        parts.place_on_map(kit, places.board, is_short=self.is_short)
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

    def invalidate(self) -> None:
        """Ask for a whole new picture."""
        super().invalidate()
        self.redrawing.touch("all")

    def touch(self, part: Part) -> None:
        """Ask for a new picture of one part only, or of all."""
        self.redrawing.touch(part)
        self.dirty = True

    def draw(self, surface: pygame.Surface) -> None:
        """The parts that are out of date, or the whole table."""
        self.changing.show()
        self.changed = self.redrawing.draw(surface)

    def touch_controls(self, controls: Set[Widget]) -> None:
        """Only the parts in which a control looks different are out of date."""
        self.redrawing.touch_controls(controls)
        self.dirty = True

    def draw_over_map(self, surface: pygame.Surface) -> None:
        """Draw what lies on the map for a moment."""
        self.changing.draw(surface)
        if self.dicing:
            self.dicing.draw(surface, self.kit, self.places.board)
        else:
            self.pointing.draw_preview(surface)

    def paint(self, surface: pygame.Surface) -> None:
        """Nothing lies behind the table."""

    def first_focus(self) -> Widget | None:
        """The first lit place, else the first tile, else the prompt."""
        return self._next_decision()

    def idle(self, budget_ms: float) -> bool:
        """Work on sharper pictures of the map."""
        more = self.board.idle(budget_ms)
        if not more:
            self.changing.map_is_drawn()
        if self.board.is_dirty:
            self.parts.pane.settle()
            self.touch("map")
        return more

    # -- time ------------------------------------------------------------------------------

    def pass_time(self, seconds: float) -> None:
        """The timer follows the clock on the wall."""
        if self.timer.advance(seconds):
            self.touch("ribbon")

    def update(self, dt: float) -> float | None:
        """Dice, the camera, bots, and whatever must be shown next."""
        wakes = [super().update(dt), self.timer.wake]
        if self.board.update(dt) or self.board.is_dirty:
            self.touch("map")
            wakes.append(0.0)
        if self.dicing.advance(dt):
            self.touch("map")
            wakes.append(0.0)
        self.changing.advance()
        wakes += [self.asking.advance(dt), self.rereading.advance(dt)]
        wakes.append(self._go_on(dt))
        return min((wake for wake in wakes if wake is not None), default=None)

    def on_push(self) -> None:
        """Show at once what comes before the table, such as the curtain of a resumed sitting."""
        if not self.stops.show():
            self.asking.open_what_is_asked()

    def on_return(self, result: object) -> None:
        """Go on after a flow, a curtain or another screen."""
        self._reader = None
        self.course.refresh()
        if result == "revealed" and not self.sitting.session.hand_over.was_asked:
            self.asking.open_briefing()

    def on_pop(self) -> None:
        """Close the sitting; it can be resumed at this very decision."""
        self.sitting.session.close()
        self.app.present()

    # -- input -----------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        """Controls first, the map where none is under the pointer, then the table's own keys."""
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self._uses_keys = event.type == pygame.KEYDOWN
            if self.dicing:
                self.touch("map")
                if self.dicing.skip():
                    return True
        if self.asking.is_early(event):
            return True
        if event.type in _POINTER and self._is_over_map(event):
            return self._to_board(event)
        if event.type == pygame.MOUSEMOTION:
            self.pointing.over_log(event.pos)
            self.pointing.over_tracks(event.pos)
            self.board.handle(event)
        return super().handle(event)

    def on_key(self, event: pygame.event.Event) -> bool:
        """The table's own keys, then the map's."""
        if self.asking.on_key(event):
            return True
        pick = self.board.handle(event)
        if pick is None:
            return False
        self.pointing.picked(pick)
        return True

    # -- choosing --------------------------------------------------------------------------

    def choose_slot(self, slot: Slot) -> None:
        """A tile was picked."""
        self.asking.close()
        if self.sitting.waits_for_curtain(slot):
            self.asking.go_private()
        else:
            self._after(self.picker.pick_slot(slot))

    def choose_place(self, place: Ref) -> None:
        """A place on the map was picked."""
        answer = answers_on_map(self.sitting).get(place)
        if answer is not None:
            self.commit(answer)
            return
        self.asking.close()
        self._after(self.picker.pick_place(place))
        if self.asking.is_open:
            # Making the parts anew has given the focus, and with it the page, to another place.
            self.pointing.place(place)

    def choose_action(self, action: Action) -> None:
        """A whole action was picked, from a menu or as an answer."""
        if not self.consenting.mark(action):
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
        had, look = bool(self.drawer), self.pointing.look
        had = self.consenting.take_back() or had
        let_go = self.pointing.let_go()
        had = self.picker.back() or had
        if had or let_go:
            self.drawer = ""
            self.refresh_parts()
        # What has the focus is looked at again at once: nothing was let go of then.
        return had or (let_go and self.pointing.look != look)

    def undo(self) -> None:
        """Take back the last mark, else the last action."""
        if not self.consenting.take_back():
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

    def refresh_parts(self) -> None:
        """Make the parts anew; the focus finds its place."""
        self.rebuild()

    # -- inside ----------------------------------------------------------------------------

    def _shown(self, place: int) -> None:
        """Something new may be shown: events from a place in the journal on."""
        self.changing.note(place)
        self.pointing.follow_eyes()
        self._follow()
        self.dicing.follow(place, still=self.kit.theme.reduced_motion)
        self.pointing.begin()
        self.asking.close()
        self.rebuild()
        self._focus_decision()
        self.asking.open_what_is_asked()

    def _follow(self) -> None:
        sitting = self.sitting
        view = sitting.sight.view
        self.picker.follow(sitting.legal)
        self.consenting.follow()
        self.asking.follow()
        seconds = sitting.session.campaign.rules.timers.of(view.phase)
        self.timer.follow(seconds, view.phase, view.quarter, view.round, sitting.seat)
        reader = (sitting.language, sitting.text_size)
        if reader != self._reader:
            self._reader = reader
            self.app.present(translator=translator(reader[0]), text_size=reader[1])
        self.guiding.follow()

    def _go_on(self, dt: float) -> float | None:
        self.course.note_watched()
        if self.dicing or self.app.screen is not self:
            return None
        if self.consenting.give_next() or (self.course.may_stop and self.stops.show()):
            return 0.0
        self.asking.tell_new_rules()
        return self.course.update(dt, may_go_on=not self.form.has_layers)

    def _tray(self) -> Tray:
        sitting = self.sitting
        seat = sitting.viewer
        if seat < 0:
            return Tray()
        refusal, marks = sitting.refusal(seat), self.consenting.marks
        return make_tray(sitting.sight, seat, self.picker.narrowing, refusal, marks)

    def _tray_height(self, rect: pygame.Rect) -> int:
        column = 0 if self.kit.metrics.drawers else self.kit.px(348)
        wanted = self.parts.tray.measure(self.kit, rect.width - column)[1]
        if self.parts.tray.is_empty:
            # The map must not jump each time that somebody else is to choose.
            wanted = self._last_tray or self.kit.px(_LEAST_TRAY)
        self._last_tray = min(wanted, round(rect.height * _SLIM_SHARE))
        return self._last_tray

    def _showing(self, lights: Lights) -> Showing:
        return Showing(
            tray=self._tray(),
            page=self._page(lights.lit),
            lit=lit_targets(self.sitting, lights, self.board),
            marked=self.pointing.marked,
            drawer=self.drawer,
            layer_word=layer_word(self.kit, self.layer),
            looked=lambda: self.pointing.look.card,
            lit_tracks=self.guiding.lit_tracks,
            timer=self.timer,
            busy=self.course.is_busy,
            consenting=self.consenting,
        )

    def _page(self, lit: frozenset[Ref]) -> Inspection:
        slim = self.kit.metrics.drawers
        return page_of(self.sitting, self.pointing.look, lit, with_cards=slim)

    def refresh_page(self) -> None:
        """Show what is looked at, without making anything else anew."""
        lit = lights_of(self.sitting, self.picker).lit
        page = self._page(lit)
        was_dirty = self.form.dirty
        alone = self.parts.column.show_page(self.kit, make_page(page, acts_of(self)))
        self.form.set_content(self.root)
        self.form.dirty = was_dirty
        self.touch("page" if alone else "column")

    def show_names(self) -> None:
        """Let stand out on the map what a line, an answer or the guide speaks of."""
        self.board.set_highlight(self.pointing.names | self.guiding.lit_ids)
        self.touch("map")

    def show_inspector(self) -> None:
        """Open the inspector where it is a drawer."""
        if self.places.is_drawer and self.drawer != "inspector":
            self.drawer = "inspector"
            self.refresh_parts()

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
        self._show_region()
        widget = self._next_decision()
        if widget is not None and not self.form.has_layers:
            self.form.give_focus(widget, ring=self._uses_keys)

    def _next_decision(self) -> Widget | None:
        return next_decision(self.parts, self.sitting.legal, self.guiding.lit_ids)

    def _is_over_map(self, event: pygame.event.Event) -> bool:
        at = getattr(event, "pos", pygame.mouse.get_pos())
        if event.type != pygame.MOUSEBUTTONUP and not self.places.board.collidepoint(at):
            return False
        return not self.asking.covers(at) and self.root.hit(at) is None

    def _to_board(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.MOUSEMOTION:
            self.pointing.over_log(None)
            super().handle(event)
        pick = self.board.handle(event)
        if pick is not None:
            self.pointing.picked(pick)
        elif event.type == pygame.MOUSEBUTTONUP:
            return super().handle(event)
        # What the map has to show is drawn with the map alone, not with everything.
        return False

    def _show_region(self, *, at_once: bool = False) -> None:
        """Show the areas that the campaign wants to be seen first, and the lit places."""
        focus = self.sitting.session.campaign.frame.focus
        self.parts.pane.bring_into_view(focus, at_once=at_once)

    def _frame_once(self) -> None:
        if not self._is_framed:
            self._is_framed = True
            self._show_region(at_once=True)

    def guide_read(self, done: bool) -> None:
        """The guided step was read or is passed over; else its strip is hidden, or shown again."""
        before = self.form.focus
        self.guiding.read(done)
        self.refresh_parts()
        after = self.form.focus
        if before is not None and (after is None or after.name != before.name):
            self._focus_decision()

    # -- what the parts ask for ------------------------------------------------------------

    def toggle_pause(self) -> None:
        """Pause the timer, or let it go on."""
        self.timer.paused = not self.timer.paused
        self.invalidate()

    def open_drawer(self, drawer: Drawer) -> None:
        """Open a drawer, or close it where it is open."""
        self.drawer = "" if drawer == self.drawer else drawer
        self.refresh_parts()

    def next_layer(self) -> None:
        """Let the map show something else, and say what, where its button has no room."""
        self.layer = LAYERS[(LAYERS.index(self.layer) + 1) % len(LAYERS)]
        self.refresh_parts()
        if not self.parts.layer.visible:
            self.form.say(self.parts.layer.label)
