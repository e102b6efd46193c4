"""The column of a replay: the inspector above, the story below; one at a time as a drawer."""

from collections.abc import Callable, Sequence

import pygame

from game.ui.kit import Kit
from game.ui.screens.play.column import Drawer
from game.ui.screens.replay.story import Story
from game.ui.widgets.button import Button
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.widget import Widget

_HEAD = 38
_SHARE = 0.42


class Side(Widget):
    """Inspector page and story. `drawer` says which one is open where only one finds room."""

    def __init__(
        self,
        page: Widget,
        story: ScrollView,
        *,
        drawer: Drawer,
        is_drawer: bool,
        on_close: Callable[[], None],
    ) -> None:
        super().__init__()
        self.page = ScrollView(page, group="inspector")
        self.story = story
        self.drawer: Drawer = drawer
        self.is_drawer = is_drawer
        self.visible = not is_drawer or bool(drawer)
        self._close = Button("", on_close, kind="link", glyph="cross")
        self._split = 0

    def children(self) -> Sequence[Widget]:
        """What is open, in reading order."""
        found: list[Widget] = []
        if self._shows("log"):
            found.append(self.story)
        if self._shows("inspector"):
            found.append(self.page)
        if self.is_drawer:
            found.append(self._close)
        return found

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """The inspector as high as it needs within its share, the story in the rest."""
        super().layout(kit, rect)
        line = max(1, kit.px(1.5))
        inner = pygame.Rect(rect.x + line, rect.y, rect.width - line, rect.height)
        self._split = inner.top
        if not self.is_drawer:
            self._split += round(inner.height * _SHARE)
        elif self.drawer == "inspector":
            self._split = inner.bottom
        if self._shows("inspector"):
            room = pygame.Rect(inner.x, inner.y, inner.width, self._split - inner.top)
            self.page.layout(kit, room)
        if self._shows("log"):
            top = self._split + kit.px(_HEAD)
            self.story.layout(kit, pygame.Rect(inner.x, top, inner.width, inner.bottom - top))
            if isinstance(self.story.child, Story):
                self.story.reveal(self.story.child.mark_rect())
        side = kit.px(34)
        at = pygame.Rect(rect.right - side - kit.px(6), rect.y + kit.px(3), side, side)
        self._close.layout(kit, at)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the paper and what is open."""
        theme, rect = kit.theme, self.rect
        if self.is_drawer:
            kit.paint.shadow(surface, rect, 0, 3)
        surface.fill(theme.paper, rect)
        surface.fill(theme.ink, pygame.Rect(rect.x, rect.y, max(1, kit.px(1.5)), rect.height))
        if self._shows("log"):
            self._draw_head(surface, kit)
        for widget in self.children():
            widget.draw(surface, kit)

    def _shows(self, part: Drawer) -> bool:
        return not self.is_drawer or self.drawer == part

    def _draw_head(self, surface: pygame.Surface, kit: Kit) -> None:
        theme, rect, top = kit.theme, self.rect, self._split
        if not self.is_drawer:
            surface.fill(theme.ink, pygame.Rect(rect.x, top, rect.width, max(1, kit.px(1.5))))
        at = (rect.x + kit.px(16), top + kit.px(_HEAD) // 2)
        kit.text.draw(surface, kit.tr.gettext("What happened"), at, kit.title(17))
        line = (rect.x + kit.px(16), top + kit.px(_HEAD) - 1)
        kit.paint.rule(surface, line, rect.width - kit.px(32), theme.line)
