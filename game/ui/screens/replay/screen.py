"""The replay: a saved sitting step by step, through the eyes of whoever may look."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pygame

from game.model.ids import Ref, SeatMask
from game.play.replay import Replay
from game.ui.app import App
from game.ui.board.board import BoardWidget
from game.ui.board.picks import Pick
from game.ui.help import HelpScreen
from game.ui.kit import Kit
from game.ui.present.lettering import letters_of
from game.ui.present.scene import board_id, board_scene, element_ref
from game.ui.present.subjects import Subject
from game.ui.present.tracks import tracks_shown
from game.ui.screens.doors import open_help
from game.ui.screens.play.column import Drawer
from game.ui.screens.play.inspector import InspectorPage
from game.ui.screens.play.looking import MOMENT, Look, why_of
from game.ui.screens.play.mappane import MapPane, PlaceSpot
from game.ui.screens.play.ribbon import HEIGHT as RIBBON_HEIGHT
from game.ui.screens.play.ribbon import IconButton, Ribbon
from game.ui.screens.play.trackbar import HEIGHT as TRACKS_HEIGHT
from game.ui.screens.replay.parts import page_of, ribbon_of, track_bar
from game.ui.screens.replay.pin import pin_dialog
from game.ui.screens.replay.side import Side
from game.ui.screens.replay.stage import Stage
from game.ui.screens.replay.stepbar import StepBar
from game.ui.screens.replay.story import Story
from game.ui.screens.replay.timeline import Timeline
from game.ui.screens.replay.transport import Transport, step_buttons, viewing_widgets
from game.ui.theme import Metrics
from game.ui.widgets.form_screen import FormScreen
from game.ui.widgets.marks import ChipLook, chip
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.shortcut import is_sign
from game.ui.widgets.widget import Group, Widget

_COLUMN, _DRAWER = 372, 400
_STEP_SECONDS, _FLOW_SECONDS = 1.8, 4.0
_POINTER = (
    pygame.MOUSEMOTION,
    pygame.MOUSEBUTTONDOWN,
    pygame.MOUSEBUTTONUP,
    pygame.MOUSEWHEEL,
)


class ReplayScreen(FormScreen):
    """Map, tracks and story at one stop, and the time line to go to others."""

    def __init__(
        self, app: App, replay: Replay, viewers: SeatMask, event: int | None = None
    ) -> None:
        super().__init__(app)
        self.stage = Stage(replay, viewers, self.kit.tr, event)
        self.seat_letters = letters_of(replay.campaign)
        self.board = BoardWidget()
        self.look: Look = MOMENT
        self.drawer: Drawer = ""
        self.running = False
        self._rest = 0.0
        self._hovered: int | None = None
        self._story: ScrollView | None = None
        self._laid_out: object = None

    @classmethod
    def opened(cls, app: App, path: Path, pin: str = "", event: int | None = None) -> ReplayScreen:
        """A sitting by its file, as whoever has this PIN may see it; raises SaveError."""
        replay = Replay.open(path)
        return cls(app, replay, replay.viewers(pin), event)

    @classmethod
    def seen_by(cls, app: App, path: Path, viewers: SeatMask) -> ReplayScreen:
        """A sitting by its file, as these seats may see it (0: the truth); raises SaveError."""
        return cls(app, Replay.open(path), viewers)

    @property
    def title(self) -> str:
        """The window's title: the campaign alone."""
        return self.stage.words.text(self.stage.replay.campaign.title)

    # -- the picture -----------------------------------------------------------------------

    def build(self) -> Widget:
        """All parts, from the stop and the viewpoint."""
        stage, kit = self.stage, self.kit
        self.board.set_scene(board_scene(stage.sight))
        self._highlight()
        self.ribbon = self._ribbon(kit)
        self.tracks = track_bar(stage.sight, stage.seat, self._look_track, self._why_here)
        self.bar = StepBar(*stage.headline())
        self.pane = MapPane(self.board, self._spots())
        self.side = self._side()
        self.transport = self._transport(kit)
        self.root = ReplayRoot(self)
        return self.root

    def place(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Chrome on top, the time line at the bottom, the column at the right, else the map."""
        kit = self.kit
        ribbon = pygame.Rect(0, 0, rect.width, kit.px(RIBBON_HEIGHT))
        tracks = pygame.Rect(0, ribbon.bottom, rect.width, kit.px(TRACKS_HEIGHT))
        bar = pygame.Rect(0, tracks.bottom, rect.width, self.bar.measure(kit, rect.width)[1])
        low = self.transport.measure(kit, rect.width)[1]
        foot = pygame.Rect(0, rect.bottom - low, rect.width, low)
        room = pygame.Rect(0, bar.bottom, rect.width, foot.top - bar.bottom)
        is_drawer = metrics.drawers
        wide = min(kit.px(_DRAWER if is_drawer else _COLUMN), rect.width)
        column = pygame.Rect(rect.right - wide, room.y, wide, room.height)
        if not is_drawer:
            room.width -= wide
        self.ribbon.layout(kit, ribbon)
        self.tracks.layout(kit, tracks)
        self.bar.layout(kit, bar)
        self.transport.layout(kit, foot)
        self.side.layout(kit, column)
        self._place_board(room)

    def paint(self, surface: pygame.Surface) -> None:
        """Nothing lies behind the parts."""

    def draw(self, surface: pygame.Surface) -> None:
        """The parts, and a warning over the map where it shows what the room must not see."""
        super().draw(surface)
        if self.stage.is_secret and not self.form.has_layers:
            kit, theme = self.kit, self.kit.theme
            look = ChipLook(theme.slate, theme.on, theme.white, "eye-off", size=16, height=32)
            at = (self.board.rect.x + kit.px(12), self.board.rect.y + kit.px(30))
            chip(surface, kit, at, kit.tr.gettext("Never shown to the room"), look)

    def first_focus(self) -> Widget | None:
        """The time line."""
        return self.transport.timeline

    def idle(self, budget_ms: float) -> bool:
        """Work on sharper pictures of the map."""
        more = self.board.idle(budget_ms)
        if self.board.is_dirty:
            self.pane.settle()
            self.invalidate()
        return more

    def update(self, dt: float) -> float | None:
        """Let the camera move, and go on while it runs."""
        wakes = [super().update(dt)]
        if self.board.update(dt) or self.board.is_dirty:
            self.invalidate()
            wakes.append(0.0)
        if self.running and not self.form.has_layers:
            self._rest -= dt
            if self._rest <= 0:
                self._run_on()
            wakes.append(max(0.0, self._rest))
        due = [wake for wake in wakes if wake is not None]
        return min(due) if due else None

    def on_return(self, result: object) -> None:
        """Tell everything anew: the language may be another one."""
        self.stage.retell(self.kit.tr)
        self._story = None
        self.rebuild()

    # -- input -----------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        """Controls first, the map where none is under the pointer."""
        if event.type == pygame.MOUSEMOTION:
            self._hover(event.pos)
        if event.type in _POINTER and self._is_over_map(event):
            return self._to_board(event)
        if event.type == pygame.MOUSEMOTION:
            self.board.handle(event)
        return super().handle(event)

    def on_key(self, event: pygame.event.Event) -> bool:
        """The replay's own keys, then the map's."""
        if is_sign(event, "?"):
            self.app.push(HelpScreen(self.app, section="keys"))
            return True
        acts: dict[int, Callable[[], None]] = {
            pygame.K_F1: self._help,
            pygame.K_HOME: partial(self.go, 0),
            pygame.K_END: partial(self.go, len(self.stage.film) - 1),
            pygame.K_PAGEUP: partial(self.turn, -1),
            pygame.K_PAGEDOWN: partial(self.turn, 1),
            pygame.K_i: partial(self.open_drawer, "inspector"),
            pygame.K_l: partial(self.open_drawer, "log"),
            pygame.K_v: self.next_viewpoint,
            pygame.K_w: self._why_here,
            pygame.K_ESCAPE: self.back,
        }
        act = acts.get(event.key)
        plain = not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META)
        if act is not None and plain:
            act()
            return True
        pick = self.board.handle(event)
        if pick is not None:
            self._picked(pick)
        return pick is not None

    # -- going and looking -----------------------------------------------------------------

    def go(self, place: int) -> None:
        """Go to a stop."""
        self._moved(self.stage.go(place))

    def step(self, by: int) -> None:
        """One stop on or back."""
        self._moved(self.stage.step(by))

    def turn(self, by: int) -> None:
        """One turn on or back."""
        self._moved(self.stage.turn(by))

    def quarter(self, by: int) -> None:
        """One quarter on or back."""
        self._moved(self.stage.quarter(by))

    def run(self) -> None:
        """Let it run, or stop it; at the end it begins again."""
        self.running = not self.running
        if self.running and self.stage.is_last:
            self.stage.go(0)
        self._rest = self._patience()
        self.rebuild()

    def look_as(self, point: str) -> None:
        """Look through other eyes; asks for the PIN where that is needed."""
        if self.stage.look_as(point):
            self.look = MOMENT
            self._story = None
        self.rebuild()

    def next_viewpoint(self) -> None:
        """Look through the next eyes."""
        ids = [one.id for one in self.stage.points]
        if self.stage.is_free:
            self.look_as(ids[(ids.index(self.stage.point.id) + 1) % len(ids)])
        else:
            self.ask_pin()

    def ask_pin(self) -> None:
        """Ask for the facilitator's PIN, where the sitting has one."""
        if self.stage.replay.header.pin:
            self.ask(pin_dialog(self.kit, self.give_pin, self.form.close))

    def give_pin(self, pin: str) -> None:
        """Take the PIN; a wrong one is told."""
        self.form.close()
        if not self.stage.unlock(pin):
            said = self.kit.tr.gettext("This is not the facilitator's PIN of the sitting.")
            self.form.say(said, "lock")
        self.rebuild()

    def open_drawer(self, drawer: Drawer) -> None:
        """Open a drawer, or close it where it is open."""
        self.drawer = "" if drawer == self.drawer else drawer
        self.rebuild()

    def back(self) -> None:
        """Let go of what is looked at, else leave."""
        if self.drawer:
            self.open_drawer(self.drawer)
        elif self.look != MOMENT:
            self._look_at(MOMENT)
        else:
            self.app.pop()

    # -- inside ----------------------------------------------------------------------------

    def _moved(self, moved: bool) -> None:
        if moved:
            self._rest = self._patience()
            self.rebuild()

    def _run_on(self) -> None:
        self.running = self.stage.step(1) and not self.stage.is_last
        self._rest = self._patience()
        self.rebuild()

    def _patience(self) -> float:
        return _FLOW_SECONDS if self.stage.stop.phase == "flow" else _STEP_SECONDS

    def _ribbon(self, kit: Kit) -> Ribbon:
        tr = kit.tr
        left = [IconButton("back", tr.gettext("Back (Esc)"), self.app.pop, glyph="chevron-left")]
        right: list[IconButton] = []
        if kit.metrics.drawers:
            inspector, log = tr.gettext("Inspector (I)"), tr.gettext("What happened (L)")
            right += [
                IconButton(
                    "inspector", inspector, partial(self.open_drawer, "inspector"), glyph="search"
                ),
                IconButton("log-drawer", log, partial(self.open_drawer, "log"), glyph="list"),
            ]
        smaller, larger = tr.gettext("Smaller text (Ctrl −)"), tr.gettext("Larger text (Ctrl +)")
        change = self.app.change_text
        right += [
            IconButton("smaller", smaller, partial(change, -1), letters="A", size=13),
            IconButton("larger", larger, partial(change, 1), letters="A"),
            IconButton("help", tr.gettext("Help (F1)"), self._help, letters="F1", size=13),
        ]
        return ribbon_of(self.stage.sight, left, right)

    def _side(self) -> Side:
        page = page_of(self.stage, self.look)
        return Side(
            InspectorPage(page, self._why, self._look_place),
            self._story_view(),
            drawer=self.drawer,
            is_drawer=self.kit.metrics.drawers,
            on_close=lambda: self.open_drawer(""),
        )

    def _transport(self, kit: Kit) -> Transport:
        stage = self.stage
        steps = step_buttons(
            kit, self.step, self.turn, self.quarter, self.run, running=self.running
        )
        timeline = Timeline(stage.film, stage.place, self.go)
        return Transport(timeline, steps, viewing_widgets(kit, stage, self.look_as, self.ask_pin))

    def _story_view(self) -> ScrollView:
        """The story; kept from step to step, so that it stays where it was scrolled."""
        stage = self.stage
        if self._story is None:
            styles = [seat.style for seat in stage.sight.campaign.seats]
            story = Story(styles, self._jump, self._zoom, self._line_heading)
            self._story = ScrollView(story, group="story")
        story_now = self._story.child
        assert isinstance(story_now, Story)
        story_now.show(stage.lines, stage.now)
        return self._story

    def _line_heading(self, quarter: int, phase: str) -> str:
        said = self.kit.tr.gettext("Quarter {quarter}, {phase}")
        return said.format(quarter=max(1, quarter), phase=phase)

    def _spots(self) -> list[PlaceSpot]:
        spots = []
        for ref in self.stage.refs_now():
            target = board_id(self.stage.sight, ref)
            if target is not None:
                look, zoom = self._look_place, self._zoom_to_place
                spots.append(PlaceSpot(self.board, target, ref, look, zoom, zoom))
        return spots

    def _place_board(self, room: pygame.Rect) -> None:
        """A new place is costly: the map is then drawn anew."""
        covered = self.side.rect.width if self.side.is_drawer and self.side.visible else 0
        laid_out = (tuple(room), covered, self.kit)
        if laid_out != self._laid_out:
            self._laid_out = laid_out
            self.board.layout(room, self.kit, (0, 0, covered, 0))
        self.pane.rect = self.board.rect
        self.pane.settle()

    def _highlight(self) -> None:
        """Light what the hovered line speaks of, else what this stop does."""
        stage = self.stage
        refs = stage.refs_now()
        if self._hovered is not None and self._hovered < len(stage.lines):
            refs = stage.refs_of([stage.lines[self._hovered]])
        places = (board_id(stage.sight, ref) for ref in refs)
        self.board.set_highlight({place[1] for place in places if place is not None})

    def _hover(self, at: tuple[int, int]) -> None:
        story = self._story.child if self._story is not None else None
        over = None
        if isinstance(story, Story) and self._story is not None and self.side.visible:
            inside = self._story.rect.collidepoint(at) and not self.form.has_layers
            over = story.line_at(at) if inside else None
        if over != self._hovered:
            self._hovered = over
            self._highlight()
            self.invalidate()

    def _jump(self, line: int) -> None:
        self.go(self.stage.film.stop_of_line(line))
        self.invalidate()

    def _zoom(self, line: int) -> None:
        refs = self.stage.refs_of([self.stage.lines[line]])
        places = (board_id(self.stage.sight, ref) for ref in refs)
        self.board.zoom_to([place[1] for place in places if place is not None])
        self.invalidate()

    def _zoom_to_place(self, ref: Ref) -> None:
        place = board_id(self.stage.sight, ref)
        if place is not None:
            self.board.zoom_to([place[1]])

    def _look_at(self, look: Look) -> None:
        """Show another page; only the column is made anew, so that the focus stays."""
        if look == self.look:
            return
        self.look = look
        focus, page = self.form.focus, self.side.page
        reads = focus is not None and page in focus.ancestors()
        ring = focus is not None and focus.ring
        place, self.side = self.side.rect, self._side()
        self.side.layout(self.kit, place)
        self.root = ReplayRoot(self)
        self.form.set_content(self.root)
        if reads:
            rows = [one for one in self.side.page.descendants() if one.focusable]
            self.form.give_focus(rows[0] if rows else self.transport.timeline, ring=ring)
        self.invalidate()

    def _look_place(self, ref: Ref) -> None:
        self._look_at(Look("place", ref))

    def _look_track(self, name: str) -> None:
        public = name in tracks_shown(self.stage.sight)
        self._look_at(Look("track" if public else "means", track=name))

    def _why(self, subject: Subject) -> None:
        found = why_of(self.stage.sight, self.look, self.stage.seat)
        title = found[1] if found is not None else ""
        self._look_at(Look("why", subject=subject, title=title))

    def _why_here(self) -> None:
        found = why_of(self.stage.sight, self.look, self.stage.seat)
        if found is not None:
            if self.kit.metrics.drawers and self.drawer != "inspector":
                self.open_drawer("inspector")
            self._look_at(Look("why", subject=found[0], title=found[1]))

    def _help(self) -> None:
        open_help(self.app, self.stage.stop.phase, self.stage.replay.campaign)

    def _is_over_map(self, event: pygame.event.Event) -> bool:
        if self.form.has_layers:
            return False
        at = event.pos if event.type != pygame.MOUSEWHEEL else pygame.mouse.get_pos()
        return self.board.rect.collidepoint(at) and self.root.hit(at) is None

    def _to_board(self, event: pygame.event.Event) -> bool:
        used = super().handle(event) if event.type == pygame.MOUSEMOTION else False
        pick = self.board.handle(event)
        if pick is not None:
            self._picked(pick)
        elif event.type == pygame.MOUSEBUTTONUP:
            return super().handle(event)
        return used or pick is not None

    def _picked(self, pick: Pick) -> None:
        self.invalidate()
        self.pane.settle()
        if pick.act == "view":
            return
        ref = element_ref(self.stage.sight, pick.kind, pick.id)
        if ref is not None:
            self._look_place(ref)
        elif pick.act == "click":
            self._look_at(MOMENT)


class ReplayRoot(Group):
    """All parts: Tab goes time line, steps, viewpoint, lit places, story, inspector, tracks."""

    def __init__(self, screen: ReplayScreen) -> None:
        self._drawn: list[Widget] = [
            screen.pane,
            screen.side,
            screen.tracks,
            screen.ribbon,
            screen.bar,
            screen.transport,
        ]
        super().__init__(
            [
                screen.transport,
                screen.pane,
                screen.side,
                screen.tracks,
                screen.ribbon,
                screen.bar,
            ]
        )

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """The map first, what lies over it last."""
        for widget in self._drawn:
            if widget.visible:
                widget.draw(surface, kit)
