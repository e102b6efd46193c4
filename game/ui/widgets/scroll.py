"""Views that scroll: a tall content behind a window, and the bar beside it."""

import pygame

from game.ui.kit import Kit
from game.ui.widgets.form import Form
from game.ui.widgets.widget import Widget

BAR = 10
"""The room a scroll bar takes, in design pixels."""
_RING = 7
"""How far a focus ring reaches beyond its control."""
_WHEEL = 56


class ScrollView(Widget):
    """Shows a part of one tall child. Scrolls by wheel, by Page Up and Page Down, by dragging its
    bar, and by itself to whatever has the focus."""

    focusable = False

    def __init__(self, child: Widget, *, group: str = "") -> None:
        super().__init__(group=group)
        self.child = child
        self.offset = 0
        self._content = 0
        self._kit: Kit | None = None

    def children(self) -> tuple[Widget, ...]:
        """The child."""
        return (self.child,)

    @property
    def overflows(self) -> bool:
        """Whether there is more than fits."""
        return self._content > self.rect.height

    @property
    def furthest(self) -> int:
        """The largest offset in pixels."""
        return max(0, self._content - self.rect.height)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The size of the whole child; give it less height to make it scroll."""
        room = None if width is None else max(1, width - kit.px(BAR))
        wide, high = self.child.measure(kit, room)
        return wide + kit.px(BAR), high

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Take a place; the child gets all the height it needs."""
        super().layout(kit, rect)
        self._kit = kit
        self._content = self.child.measure(kit, self._inner_width(kit))[1]
        self.scroll_to(self.offset)

    def scroll_to(self, offset: int) -> None:
        """Show the child from this many pixels below its top."""
        self.offset = max(0, min(offset, self.furthest))
        if self._kit is not None:
            place = pygame.Rect(
                self.rect.x,
                self.rect.y - self.offset,
                self._inner_width(self._kit),
                max(self._content, self.rect.height),
            )
            self.child.layout(self._kit, place)

    def hit(self, at: tuple[int, int]) -> Widget | None:
        """What shows under a point; nothing beyond the view's edges."""
        if not self.visible or not self.rect.collidepoint(at):
            return None
        if at[0] >= self.rect.right - self._bar_width():
            return self
        return self.child.hit(at) or self

    def on_press(self, at: tuple[int, int], form: Form) -> None:
        """Jump to where the bar was pressed."""
        if self.overflows and at[0] >= self.rect.right - self._bar_width():
            share = (at[1] - self.rect.y) / max(1, self.rect.height)
            self.scroll_to(round(share * self._content - self.rect.height / 2))
            form.dirty = True

    def on_wheel(self, amount: int, form: Form) -> bool:
        """Scroll by the wheel."""
        if not self.overflows or self._kit is None:
            return False
        self.scroll_to(self.offset - amount * self._kit.px(_WHEEL))
        return True

    def on_key(self, event: pygame.event.Event, form: Form) -> bool:
        """Scroll by a page."""
        if not self.overflows or event.key not in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            return False
        page = round(self.rect.height * 0.85)
        self.scroll_to(self.offset + (page if event.key == pygame.K_PAGEDOWN else -page))
        return True

    def reveal(self, rect: pygame.Rect) -> None:
        """Scroll so that a place within the child shows."""
        margin = self._kit.px(10) if self._kit is not None else 0
        if rect.top - margin < self.rect.top:
            self.scroll_to(self.offset - (self.rect.top - rect.top + margin))
        elif rect.bottom + margin > self.rect.bottom:
            self.scroll_to(self.offset + (rect.bottom + margin - self.rect.bottom))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw what shows of the child, and the bar when there is more."""
        before = surface.get_clip()
        surface.set_clip(self._window(kit).clip(before))
        self.child.draw(surface, kit)
        surface.set_clip(before)
        if self.overflows:
            draw_bar(surface, kit, self.rect, self.offset, self._content)

    def _window(self, kit: Kit) -> pygame.Rect:
        """What shows: the view, and beside it the rings of controls that touch its edges."""
        ring = kit.px(_RING)
        window = self.rect.inflate(2 * ring, 0)
        if self.offset == 0:
            window.y, window.height = window.y - ring, window.height + ring
        if self.offset == self.furthest:
            window.height += ring
        return window

    def _inner_width(self, kit: Kit) -> int:
        return self.rect.width - kit.px(BAR)

    def _bar_width(self) -> int:
        return self._kit.px(BAR + 4) if self._kit is not None and self.overflows else 0


def draw_bar(
    surface: pygame.Surface, kit: Kit, view: pygame.Rect, offset: int, content: int
) -> None:
    """Draw a scroll bar at the right edge of a view."""
    width = kit.px(6)
    track = pygame.Rect(view.right - width, view.y, width, view.height)
    kit.paint.box(surface, track, kit.theme.rule, 99)
    length = max(kit.px(28), round(view.height * view.height / max(1, content)))
    reach = max(1, content - view.height)
    top = view.y + round((view.height - length) * min(1.0, offset / reach))
    thumb = pygame.Rect(track.x, top, width, length)
    kit.paint.box(surface, thumb, kit.theme.edge, 99)
