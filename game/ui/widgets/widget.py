"""What every control is: a place on the screen that can be laid out, drawn, focused and used."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import pygame

from game.ui.kit import Kit

if TYPE_CHECKING:
    from game.ui.widgets.form import Form
    from game.ui.widgets.shortcut import Shortcut

MIN_TARGET = (40, 32)
"""The smallest control in design pixels."""


class Widget:
    """One control or one picture.

    `reason` says why it cannot be used: such a control stays focusable, shows a lock, and repeats
    the reason when it is tried. `group` names the controls among which arrows move; `name` lets
    focus find it again after a screen was built anew. `ring` says that the focus ring shows, which
    it does unless the mouse gave the focus. A subclass sets `focusable` when it takes focus, and
    overrides what it needs.
    """

    focusable = False
    text_input = False
    clears_hints = False
    """Whether tooltips of what lies within stand above or below the whole of it."""

    def __init__(self, *, reason: str = "", tooltip: str = "", group: str = "") -> None:
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.visible = True
        self.reason = reason
        self.tooltip = tooltip
        self.group = group
        self.name = ""
        self.parent: Widget | None = None
        self.shortcut: Shortcut | None = None
        self.hovered = False
        self.focused = False
        self.ring = False
        self.pressed = False
        self.lift = 0.0

    @property
    def enabled(self) -> bool:
        """Whether it can be used now."""
        return not self.reason

    @property
    def hint(self) -> str:
        """What its tooltip says: the reason it cannot be used, then its explanation."""
        return "\n".join(part for part in (self.reason, self.tooltip) if part)

    @property
    def hint_rect(self) -> pygame.Rect:
        """What its tooltip must not cover."""
        around = next((above.rect for above in self.ancestors() if above.clears_hints), self.rect)
        return pygame.Rect(self.rect.x, around.y, self.rect.width, around.height)

    def children(self) -> Sequence["Widget"]:
        """The controls within this one, in reading order."""
        return ()

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The width and height in pixels it needs, at most `width` wide when that is given."""
        return kit.px(MIN_TARGET[0]), kit.px(MIN_TARGET[1])

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Take a place in pixels and place what is within."""
        self.rect = pygame.Rect(rect)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw it in its place and its present state."""

    def hit(self, at: tuple[int, int]) -> "Widget | None":
        """The innermost visible control under a point, this one included."""
        if not self.visible or not self.rect.collidepoint(at):
            return None
        for child in reversed(self.children()):
            found = child.hit(at)
            if found is not None:
                return found
        return self

    def activate(self, form: "Form") -> None:
        """Do what it is for; called on click, Enter, Space or its own key, when enabled."""

    def on_key(self, event: pygame.event.Event, form: "Form") -> bool:
        """React to a key while focused; returns whether it was used."""
        return False

    def on_text(self, event: pygame.event.Event, form: "Form") -> bool:
        """React to typed or composed text while focused; returns whether it was used."""
        return False

    def on_wheel(self, amount: int, form: "Form") -> bool:
        """React to the mouse wheel (positive is up) over it; returns whether it was used."""
        return False

    def on_press(self, at: tuple[int, int], form: "Form") -> None:
        """React to the mouse button going down on it."""

    def on_drag(self, at: tuple[int, int], form: "Form") -> None:
        """React to the mouse moving while the button is held from it."""

    def on_release(self, at: tuple[int, int], form: "Form") -> None:
        """React to the button coming up; it activates when that is still over it."""
        if self.rect.collidepoint(at):
            form.use(self)

    def on_focus(self, form: "Form") -> None:
        """React to receiving focus."""

    def on_blur(self, form: "Form") -> None:
        """React to losing focus."""

    def reveal(self, rect: pygame.Rect) -> None:
        """Scroll so that a place within shows."""

    def tick(self, dt: float) -> float | None:
        """Let time pass; in how many seconds it wants to be drawn again, or None."""
        return None

    def descendants(self) -> Iterator["Widget"]:
        """This control and all visible ones within it, in reading order."""
        if not self.visible:
            return
        yield self
        for child in self.children():
            child.parent = self
            yield from child.descendants()

    def ancestors(self) -> Iterator["Widget"]:
        """The controls around this one, from the nearest outward."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def named_group(self) -> str:
        """The group among which arrows move from here; the nearest name outward."""
        if self.group:
            return self.group
        for above in self.ancestors():
            if above.group:
                return above.group
        return ""


class Group(Widget):
    """Several widgets drawn and reached in the order given; each keeps its own place."""

    def __init__(self, widgets: Sequence[Widget] = (), *, group: str = "") -> None:
        super().__init__(group=group)
        self.widgets: list[Widget] = list(widgets)

    def children(self) -> Sequence[Widget]:
        """The widgets of the group."""
        return self.widgets

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw each visible widget."""
        for widget in self.widgets:
            if widget.visible:
                widget.draw(surface, kit)

    def hit(self, at: tuple[int, int]) -> Widget | None:
        """The topmost widget under a point; the group itself has no body."""
        if not self.visible:
            return None
        for child in reversed(self.widgets):
            found = child.hit(at)
            if found is not None:
                return found
        return None


class Spot(Widget):
    """A focusable place that something else draws, such as a place on the map."""

    focusable = True

    def __init__(
        self,
        on_use: Callable[[], None],
        *,
        reason: str = "",
        tooltip: str = "",
        group: str = "",
    ) -> None:
        super().__init__(reason=reason, tooltip=tooltip, group=group)
        self.on_use = on_use

    def activate(self, form: "Form") -> None:
        """Tell that the place was chosen."""
        self.on_use()

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the focus ring only."""
        if self.ring:
            kit.paint.focus_ring(surface, self.rect)
