"""The second window: it follows a sitting that is played in another one, for the projector.

It reads the save between two decisions, never holds it, and shows what the table sees.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pygame

from game.narrate.choices.prompts import waiting
from game.narrate.line import Line
from game.play.replay import Replay
from game.play.trouble import SaveError
from game.ui.app import App
from game.ui.board.board import BoardWidget
from game.ui.kit import Kit
from game.ui.present.scene import board_id, board_scene
from game.ui.screen import Screen
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
_STEP_SECONDS, _FLOW_SECONDS = 1.2, 5.0
_FAR_BEHIND = 12
_LINES = 3


class ShowScreen(Screen):
    """Map, tracks, whose turn it is, and the last lines, in large text. It can change nothing."""

    def __init__(self, app: App, replay: Replay) -> None:
        super().__init__(app)
        self.stage = Stage(replay, replay.table(), self.kit.tr)
        self.stage.go(len(self.stage.film) - 1)
        self.board = BoardWidget()
        self.trouble = ""
        self._kit_of_board: Kit | None = None
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
        # A new place is costly, since the map is then drawn anew.
        if room != self.board.rect or kit is not self._kit_of_board:
            self._kit_of_board = kit
            self.board.layout(room, kit)

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
        self._rest -= dt
        if self._rest <= 0 and not self.stage.is_last:
            self._go_on()
        return min(self._poll, POLL_SECONDS)

    def draw(self, surface: pygame.Surface) -> None:
        """The map first, the chrome above it."""
        kit = self.kit
        self.board.draw(surface)
        for widget in (self.tracks, self.ribbon, self.bar, self.latest):
            widget.draw(surface, kit)
        if self.trouble:
            theme = kit.theme
            look = ChipLook(theme.paper, theme.ink, theme.ink, "warning", size=15, height=32)
            at = (self.board.rect.x + kit.px(12), self.board.rect.bottom - kit.px(28))
            chip(surface, kit, at, self.trouble, look)

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
            self.stage.follow(replay)
            self._show()

    def _go_on(self) -> None:
        behind = len(self.stage.film) - 1 - self.stage.place
        if behind > _FAR_BEHIND:
            self.stage.go(len(self.stage.film) - 1)
        else:
            self.stage.step(1)
        is_flow = self.stage.stop.phase == "flow"
        self._rest = _FLOW_SECONDS if is_flow else _STEP_SECONDS
        self._show()

    def _show(self) -> None:
        self.layout(self.kit.metrics, self.rect)
        self.invalidate()

    def _build(self) -> None:
        stage = self.stage
        self.board.set_scene(board_scene(stage.sight))
        places = (board_id(stage.sight, ref) for ref in stage.refs_now())
        self.board.set_highlight({place[1] for place in places if place is not None})
        self.ribbon = ribbon_of(stage.sight)
        self.tracks = track_bar(stage.sight, stage.seat, lambda name: None, lambda: None)
        self.bar = self._bar()
        told = [line for line in stage.lines[: stage.now.stop] if line.text]
        styles = [seat.style for seat in stage.sight.campaign.seats]
        self.latest = Latest(told[-_LINES:], styles)

    def _bar(self) -> StepBar:
        """Who is to act; while the picture lags behind, what has just been done."""
        stage = self.stage
        view, words = stage.sight.view, stage.words
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
