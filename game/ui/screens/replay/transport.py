"""The panel at the bottom of a replay: the time line, the steps, and whose eyes look."""

from collections.abc import Callable, Sequence

import pygame

from game.ui.kit import Kit
from game.ui.screens.cards.choice import FittingChoice, Pick
from game.ui.screens.replay.stage import Stage
from game.ui.screens.replay.timeline import Timeline
from game.ui.widgets.boxes import Flowing
from game.ui.widgets.button import Button
from game.ui.widgets.form import Form
from game.ui.widgets.widget import Widget

Jump = Callable[[int], None]
_PAD = 16
_LOW = 560


class Note(Widget):
    """A few words among buttons."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """One line."""
        return kit.text.width(self.text, kit.label(16)), kit.px(40)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Write the words."""
        kit.text.draw(surface, self.text, (self.rect.x, self.rect.centery), kit.label(16))


class KeyAlone(Widget):
    """The key of a button that has no room to print it."""

    def __init__(self, button: Button) -> None:
        super().__init__()
        self.shortcut, button.shortcut = button.shortcut, None
        self._button = button

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """It takes no room."""
        return 0, 0

    def activate(self, form: Form) -> None:
        """Do what the button does."""
        self._button.activate(form)


def is_low(kit: Kit) -> bool:
    """Whether the window is so low for its text that the panel must leave room to the map."""
    return kit.metrics.height < _LOW * kit.metrics.scale


def step_buttons(
    kit: Kit,
    on_step: Jump,
    on_turn: Jump,
    on_quarter: Jump,
    on_run: Callable[[], None],
    *,
    running: bool,
) -> list[Widget]:
    """Back and on by a quarter, a turn and a step, and in the middle what lets it run.

    In low windows quarters and turns have their keys alone.
    """
    tr = kit.tr
    quarter, turn, step = tr.gettext("Quarter"), tr.gettext("Turn"), tr.gettext("Step")
    run = Button(
        tr.gettext("Stop") if running else tr.gettext("Run"),
        on_run,
        kind="primary",
        key="P",
        glyph="pause" if running else "play",
        size=16,
    )
    run.name = "run"
    back = [
        _button("quarter-back", quarter, lambda: on_quarter(-1), "Ctrl+Left"),
        _button("turn-back", turn, lambda: on_turn(-1), "Shift+Left"),
        _button("step-back", step, lambda: on_step(-1), "Left"),
    ]
    on = [
        _button("step-on", step, lambda: on_step(1), "Right"),
        _button("turn-on", turn, lambda: on_turn(1), "Shift+Right"),
        _button("quarter-on", quarter, lambda: on_quarter(1), "Ctrl+Right"),
    ]
    buttons = [*back, run, *on]
    if not kit.metrics.drawers:
        return [*buttons]
    keys = [KeyAlone(button) for button in buttons]
    return [*([back[-1], run, on[0]] if is_low(kit) else buttons), *keys]


def viewing_widgets(
    kit: Kit, stage: Stage, on_choose: Callable[[str], None], on_pin: Callable[[], None]
) -> list[Widget]:
    """Whose eyes look: a choice, or the way to it."""
    tr = kit.tr
    if stage.is_free:
        picks = [Pick(one.id, one.name, one.style) for one in stage.points]
        caption = "" if is_low(kit) else tr.gettext("Seen by")
        chosen, low = stage.point.id, is_low(kit)
        return [FittingChoice("viewpoint", caption, picks, chosen, on_choose, as_list=low)]
    reason = ""
    if not stage.replay.header.pin:
        reason = tr.gettext(
            "This sitting is still being played and has no facilitator's PIN: it shows what the "
            "table sees."
        )
    more = Button(tr.gettext("See more"), on_pin, key="V", glyph="eye", size=16, reason=reason)
    more.name = "see-more"
    return [Note(tr.gettext("Seen by: the table")), more]


def _button(name: str, label: str, act: Callable[[], None], key: str) -> Button:
    glyph = "chevron-left" if name.endswith("back") else "chevron-right"
    button = Button(label, act, key=key, glyph=glyph, size=16)
    button.name = name
    return button


class Transport(Widget):
    """The time line above, what steps and what chooses the viewpoint below it."""

    def __init__(
        self, timeline: Timeline, steps: Sequence[Widget], viewing: Sequence[Widget]
    ) -> None:
        super().__init__()
        self.timeline = timeline
        self._keys = [widget for widget in steps if isinstance(widget, KeyAlone)]
        shown = [widget for widget in steps if not isinstance(widget, KeyAlone)]
        self.steps = Flowing(shown, gap=8, group="steps")
        self.viewing = Flowing(viewing, gap=14, align="right")

    def children(self) -> tuple[Widget, ...]:
        """The time line, the steps, the viewpoint."""
        return (self.timeline, self.steps, self.viewing, *self._keys)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The time line and one row, or two where they do not fit beside each other."""
        wide = width or kit.metrics.width
        inner = wide - 2 * kit.px(_PAD)
        rows = self._rows(kit, inner)
        gaps = kit.px(8) * len(rows)
        return wide, self.timeline.measure(kit, inner)[1] + sum(rows) + gaps + kit.px(18)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place all of them."""
        super().layout(kit, rect)
        pad = kit.px(_PAD)
        inner = rect.width - 2 * pad
        high = self.timeline.measure(kit, inner)[1]
        self.timeline.layout(kit, pygame.Rect(rect.x + pad, rect.y + kit.px(8), inner, high))
        y = rect.y + kit.px(8) + high + kit.px(8)
        rows = self._rows(kit, inner)
        if len(rows) == 1:
            wide = self.steps.measure(kit)[0]
            self.steps.layout(kit, pygame.Rect(rect.x + pad, y, wide, rows[0]))
            left = rect.x + pad + wide + kit.px(20)
            self.viewing.layout(kit, pygame.Rect(left, y, rect.right - pad - left, rows[0]))
            return
        self.steps.layout(kit, pygame.Rect(rect.x + pad, y, inner, rows[0]))
        below = y + rows[0] + kit.px(8)
        self.viewing.layout(kit, pygame.Rect(rect.x + pad, below, inner, rows[1]))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the paper and what is on it."""
        surface.fill(kit.theme.paper, self.rect)
        line = pygame.Rect(self.rect.x, self.rect.y, self.rect.width, max(1, kit.px(1.5)))
        surface.fill(kit.theme.ink, line)
        for widget in self.children():
            widget.draw(surface, kit)

    def _rows(self, kit: Kit, inner: int) -> list[int]:
        """Heights of the rows of buttons."""
        steps, viewing = self.steps.measure(kit), self.viewing.measure(kit)
        if steps[0] + viewing[0] + kit.px(20) <= inner:
            return [max(steps[1], viewing[1])]
        return [self.steps.measure(kit, inner)[1], self.viewing.measure(kit, inner)[1]]
