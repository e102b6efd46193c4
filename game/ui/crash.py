"""What happens when the program itself fails: a record for its makers, calm words for the user."""

import json
import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

import game
from game.ui.screen import Screen
from game.ui.theme import Metrics
from game.ui.widgets.button import Button
from game.ui.widgets.form import Form
from game.ui.widgets.widget import Group

if TYPE_CHECKING:
    from game.ui.app import App


def save_crash(folder: Path, problem: BaseException, place: str) -> Path | None:
    """Write a record of a failure into a folder; returns its file, or None if that fails too.

    The record holds the trace, the screen it happened on, and the versions in use; nothing of the
    sitting itself.
    """
    now = datetime.now(UTC)
    record = {
        "when": now.isoformat(timespec="seconds"),
        "version": game.__version__,
        "screen": place,
        "python": sys.version,
        "pygame": pygame.version.ver,
        "platform": platform.platform(),
        "problem": f"{type(problem).__name__}: {problem}",
        "trace": traceback.format_exception(problem),
    }
    path = folder / f"crash-{now.strftime('%Y%m%d-%H%M%S-%f')}.json"
    try:
        path.write_text(json.dumps(record, indent=1, ensure_ascii=False), encoding="utf-8")
    except OSError:
        return None
    return path


class CrashScreen(Screen):
    """Says that something went wrong, that nothing played is lost, and what can be done now."""

    def __init__(self, app: "App", record: Path | None, *, can_go_back: bool) -> None:
        super().__init__(app)
        self._record = record
        self._can_go_back = can_go_back
        self._panel = pygame.Rect(0, 0, 0, 0)
        self.form = Form(lambda: self.kit)

    @property
    def title(self) -> str:
        """The window's title."""
        return self.kit.tr.gettext("Something went wrong")

    def layout(self, metrics: Metrics, rect: pygame.Rect) -> None:
        """Place the panel and its buttons in the middle."""
        kit, tr = self.kit, self.kit.tr
        leave = Button(tr.gettext("Close the game"), self.app.quit, key="Q")
        buttons = [leave]
        if self._can_go_back:
            label = tr.gettext("Back to the menu")
            buttons.insert(0, Button(label, self.app.pop_to_root, kind="primary", key="Enter"))
        self._panel = pygame.Rect(0, 0, min(kit.px(720), rect.width - kit.px(32)), 0)
        foot = max(button.measure(kit)[1] for button in buttons) + kit.px(24)
        self._panel.height = self._write(None) + foot
        self._panel.center = rect.center
        x, bottom = self._panel.right - kit.px(24), self._panel.bottom - kit.px(20)
        for button in reversed(buttons):
            width, height = button.measure(kit)
            x -= width
            button.layout(kit, pygame.Rect(x, bottom - height, width, height))
            x -= kit.px(12)
        self.form.set_content(Group(buttons), buttons[0])

    def handle(self, event: pygame.event.Event) -> bool:
        """Pass the event to the buttons."""
        return self.form.handle(event)

    def update(self, dt: float) -> float | None:
        """Let time pass for the buttons."""
        wake = self.form.update(dt)
        self.dirty = self.dirty or self.form.dirty
        return wake

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the panel on a plain ground."""
        surface.fill(self.kit.theme.screen)
        self.kit.paint.panel(surface, self._panel, radius=12, level=2)
        self._write(surface)
        self.form.draw(surface)

    def _write(self, surface: pygame.Surface | None) -> int:
        """Write the text, or only measure it; returns its height with the margins."""
        kit, tr = self.kit, self.kit.tr
        x, y = self._panel.x + kit.px(28), self._panel.y + kit.px(24)
        width = self._panel.width - 2 * kit.px(28)
        calm = tr.gettext(
            "This screen has stopped. What you played is saved up to the last action; "
            "you can resume it from the menu."
        )
        heading = tr.gettext("Something went wrong")
        parts = [(heading, kit.number(26), 10), (calm, kit.body(17), 10)]
        if self._record is not None:
            template = tr.gettext("A record for the game's makers is in {file}. It holds no moves.")
            words = template.format(file=self._record)
            parts.append((words, kit.body(15, kit.theme.ink2), 14))
        for text, style, gap in parts:
            words_height = kit.text.height(text, style, width)
            if surface is not None:
                kit.text.rich(surface, text, (x, y), width, style)
            y += words_height + kit.px(gap)
        return y - self._panel.y
