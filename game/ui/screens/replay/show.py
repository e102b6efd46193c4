"""The second window: it follows a sitting that is played in another one, for the projector.

It reads the save between two decisions, never holds it, and shows what the table sees. It plays
each FLOW itself, and tells nothing of what comes of it before the last load has come home.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pygame

from game.narrate.choices.prompts import waiting
from game.narrate.line import Line
from game.narrate.things.phases import phase_title, phase_what
from game.play.replay import Replay
from game.play.trouble import SaveError
from game.ui.app import App
from game.ui.board.board import BoardWidget
from game.ui.kit import Kit
from game.ui.present.flowing import flow_story
from game.ui.present.lettering import letters_of
from game.ui.present.scene import board_id, board_scene
from game.ui.present.sight import Sight
from game.ui.screen import Screen
from game.ui.screens.flow.callouts import draw_callouts
from game.ui.screens.flow.running import FlowRun
from game.ui.screens.flow.tally import WIDTH as TALLY_WIDTH
from game.ui.screens.play.ribbon import HEIGHT as RIBBON_HEIGHT
from game.ui.screens.play.trackbar import HEIGHT as TRACKS_HEIGHT
from game.ui.screens.replay.parts import ribbon_of, track_bar
from game.ui.screens.replay.stage import Stage
from game.ui.screens.replay.stepbar import StepBar
from game.ui.theme import Metrics
from game.ui.widgets.marks import ChipLook, chip
from game.ui.widgets.widget import Widget

POLL_SECONDS = 0.5
TEXT_SIZE = 150
_STEP_SECONDS, _FLOW_SECONDS, _STILL_SECONDS = 1.2, 5.0, 1.2
_FAR_BEHIND = 12
_LINES = 3
_GAP = 14


class ShowScreen(Screen):
    """Map, tracks, whose turn it is, and the last lines, in large text. It can change nothing."""

    def __init__(self, app: App, replay: Replay) -> None:
        super().__init__(app)
        self.stage = Stage(replay, replay.table(), self.kit.tr)
        self.seat_letters = letters_of(replay.campaign)
        self.stage.go(len(self.stage.film) - 1)
        self.board = BoardWidget()
        self.trouble = ""
        self.flow: FlowRun | None = None
        """The FLOW that is played now."""
        self._placed: object = None
        self._mark = _mark(replay.path)
        self._poll = POLL_SECONDS
        self._rest = 0.0

    @classmethod
    def following(cls, app: App, path: Path) -> ShowScreen:
        """Follow a sitting by its file; raises SaveError."""
        return cls(app, Replay.open(path))

    @property
    def title(self) -> str:
        """The window's title: the campaign alone."""
        return self.stage.words.text(self.stage.replay.campaign.title)

    def layout(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Chrome on top, the last lines at the bottom, the map between them."""
        self._build()
        kit = self.kit
        y = 0
        heights = (
            (self.ribbon, kit.px(RIBBON_HEIGHT)),
            (self.tracks, kit.px(TRACKS_HEIGHT)),
            (self.bar, self.bar.measure(kit, rect.width)[1]),
        )
        for widget, high in heights:
            widget.layout(kit, pygame.Rect(0, y, rect.width, high))
            y += high
        low = self.latest.measure(kit, rect.width)[1]
        self.latest.layout(kit, pygame.Rect(0, rect.bottom - low, rect.width, low))
        room = pygame.Rect(0, y, rect.width, rect.height - y - low)
        self._place_board(room)

    def on_push(self) -> None:
        """Begin with large text; Ctrl + and Ctrl - change it."""
        self.app.present(text_size=TEXT_SIZE)

    def on_pop(self) -> None:
        """Back to the user's own text size."""
        self.app.present()

    def handle(self, event: pygame.event.Event) -> bool:
        """The map can be moved and zoomed; Esc leaves."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE:
            self.app.pop()
            return True
        return self.board.handle(event) is not None

    def idle(self, budget_ms: float) -> bool:
        """Work on sharper pictures of the map."""
        more = self.board.idle(budget_ms)
        if self.board.is_dirty:
            self.invalidate()
        return more

    def update(self, dt: float) -> float | None:
        """Look at the save now and then; go on stop by stop, so that the room can follow."""
        if self.board.update(dt) or self.board.is_dirty:
            self.invalidate()
        self._poll -= dt
        if self._poll <= 0:
            self._poll = POLL_SECONDS
            self._look_again()
        if self.flow is not None and not self.flow.playback.is_over:
            return self._let_flow(self.flow, dt)
        self._rest -= dt
        if self._rest <= 0 and not self.stage.is_last:
            self._go_on()
        return min(self._poll, POLL_SECONDS)

    def draw(self, surface: pygame.Surface) -> None:
        """The map first, the chrome above it."""
        kit = self.kit
        self.board.draw(surface)
        if self.flow is not None:
            self._draw_flow(surface, self.flow)
        for widget in (self.tracks, self.ribbon, self.bar, self.latest):
            widget.draw(surface, kit)
        if self.trouble:
            theme = kit.theme
            look = ChipLook(theme.paper, theme.ink, theme.ink, "warning", size=15, height=32)
            at = (self.board.rect.x + kit.px(12), self.board.rect.bottom - kit.px(28))
            chip(surface, kit, at, self.trouble, look)

    @property
    def sight(self) -> Sight:
        """What may be told now: nothing of what comes of a FLOW that is still played."""
        return self.stage.sight if self.flow is None else self.flow.sight

    def _let_flow(self, flow: FlowRun, dt: float) -> float:
        """Let loads move; with reduced motion one still follows another."""
        if flow.playback.stills:
            self._rest -= dt
            if self._rest > 0:
                return min(self._rest, self._poll)
            self._rest = _STILL_SECONDS
            flow.playback.step()
        elif not flow.advance(dt):
            return POLL_SECONDS
        if flow.show():
            self._rest = _FLOW_SECONDS
            self._show()
        self.invalidate()
        return self._rest if flow.playback.stills else 0.0

    def _begin_flow(self) -> None:
        """Play the loads of this stop; none move where the viewers know of none."""
        stage = self.stage
        self.flow = None
        if stage.place == 0 or not stage.film.has_flow(stage.place):
            return
        story = flow_story(stage.sight)
        if story is not None and story.runs:
            before = stage.film.sight(stage.place - 1)
            stills = self.kit.theme.reduced_motion
            self.flow = FlowRun(self.board, before, stage.sight, story, stills=stills)
            self.layout(self.kit.metrics, self.rect)
            self.flow.frame()

    def _place_board(self, room: pygame.Rect) -> None:
        """A new place is costly, since the map is then drawn anew."""
        kit = self.kit
        covered = self._tally_width(room) + 2 * kit.px(_GAP) if self.flow is not None else 0
        placed = (tuple(room), covered, kit)
        if placed != self._placed:
            self._placed = placed
            self.board.layout(room, kit, (0, 0, covered, 0))

    def _tally_width(self, room: pygame.Rect) -> int:
        return min(self.kit.px(TALLY_WIDTH), room.width // 3)

    def _place_tally(self, flow: FlowRun) -> None:
        """Over the map's right edge; the notes that find no room are told by the log."""
        kit, room = self.kit, self.board.rect
        gap, wide = kit.px(_GAP), self._tally_width(room)
        tally = flow.tally
        while tally.notes and tally.measure(kit, wide)[1] > room.height - 2 * gap:
            tally.notes = tally.notes[:-1]
        high = min(tally.measure(kit, wide)[1], room.height - 2 * gap)
        tally.layout(kit, pygame.Rect(room.right - gap - wide, room.y + gap, wide, high))

    def _draw_flow(self, surface: pygame.Surface, flow: FlowRun) -> None:
        kit, board = self.kit, self.board
        room = board.rect.inflate(-2 * kit.px(_GAP), -2 * kit.px(_GAP))
        draw_callouts(surface, kit, board, self.stage.sight, flow.callouts, room)
        self._place_tally(flow)
        flow.tally.draw(surface, kit)

    def _look_again(self) -> None:
        """Read the save where it has changed; the last picture stays where it cannot be read."""
        mark = _mark(self.stage.replay.path)
        if mark == self._mark and not self.trouble:
            return
        trouble = ""
        try:
            replay = self.stage.replay.refreshed()
        except SaveError as failure:
            replay, trouble = self.stage.replay, failure.what.text(self.kit.tr)
        else:
            self._mark = mark
        if trouble != self.trouble:
            self.trouble = trouble
            self.invalidate()
        if replay is not self.stage.replay:
            event = self.stage.stop.last
            self.stage.follow(replay)
            if self.stage.stop.last != event:
                # What was played has been taken back.
                self.flow = None
            self._show()

    def _go_on(self) -> None:
        stage = self.stage
        last = len(stage.film) - 1
        if last - stage.place > _FAR_BEHIND:
            flows = [at for at in range(stage.place + 1, last) if stage.film.has_flow(at)]
            stage.go(flows[-1] if flows else last)
        else:
            stage.step(1)
        self._rest = _STEP_SECONDS
        self._begin_flow()
        self._show()

    def _show(self) -> None:
        self.layout(self.kit.metrics, self.rect)
        self.invalidate()

    def _build(self) -> None:
        stage, flow = self.stage, self.flow
        if flow is None:
            self.board.set_scene(board_scene(stage.sight))
            self.board.set_tokens(())
        else:
            flow.show(force=True)
        places = (board_id(stage.sight, ref) for ref in stage.refs_now())
        names = {place[1] for place in places if place is not None}
        self.board.set_highlight(names if flow is None else ())
        self.ribbon = ribbon_of(self.stage.sight)
        self.tracks = track_bar(self.sight, stage.seat, lambda name: None, lambda: None)
        self.bar = self._bar()
        upto = stage.now.start if self._is_flowing else stage.now.stop
        told = [line for line in stage.lines[:upto] if line.text]
        styles = [seat.style for seat in stage.sight.campaign.seats]
        self.latest = Latest(told[-_LINES:], styles)

    @property
    def _is_flowing(self) -> bool:
        return self.flow is not None and not self.flow.playback.is_over

    def _bar(self) -> StepBar:
        """Who is to act; while the picture lags behind, what has just been done."""
        stage = self.stage
        view, words = stage.sight.view, stage.words
        if self._is_flowing:
            return StepBar("white", phase_title(words, "flow"), phase_what(words, "flow"))
        if not stage.is_last or view.over or not view.to_move:
            return StepBar(*stage.headline())
        seat = view.to_move[0]
        prompt = waiting(words, view)
        said = f"**{prompt.lead}** {prompt.text}" if prompt.lead else prompt.text
        return StepBar(stage.sight.campaign.seats[seat].style, words.seat(seat), said)


class Latest(Widget):
    """The last lines of the log, the newest at the bottom; those that find no room are left out."""

    def __init__(self, lines: Sequence[Line], styles: Sequence[str]) -> None:
        super().__init__()
        self.lines = tuple(lines)
        self.styles = tuple(styles)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Room for about three lines."""
        line = kit.text.line_height(kit.body(17))
        return (width or kit.metrics.width), _LINES * line + kit.px(24)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw from the newest upward."""
        theme, rect = kit.theme, self.rect
        surface.fill(theme.paper, rect)
        surface.fill(theme.ink, pygame.Rect(rect.x, rect.y, rect.width, max(1, kit.px(1.5))))
        left = rect.x + kit.px(54)
        room = rect.right - kit.px(16) - left
        y = rect.bottom - kit.px(10)
        for place, line in enumerate(reversed(self.lines)):
            ink = theme.ink if place == 0 else theme.ink2
            words = kit.text.wrap(line.text, kit.body(17, ink), room, max_lines=2)
            y -= words.height
            if y < rect.y + kit.px(6):
                break
            kit.text.draw_paragraph(surface, words, (left, y))
            middle = (rect.x + kit.px(28), y + words.line_height // 2)
            if line.seat >= 0:
                kit.glyphs.seat(surface, self.styles[line.seat], middle, 10)
            else:
                kit.glyphs.draw(surface, "dot", middle, 13, ink)


def _mark(path: Path) -> tuple[int, int]:
    """What tells that a file has changed, without opening it."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
