"""A choice that is a row of segments where they find room, and a list where they do not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui.kit import Kit
from game.ui.widgets.choice import Option, Segmented
from game.ui.widgets.select import Select
from game.ui.widgets.widget import Widget

_GAP = 12


@dataclass(frozen=True, slots=True)
class Pick:
    """One choice: its value, its words, and the seat's look where a segment shows that alone."""

    value: str
    label: str
    seat: str = ""
    reason: str = ""


class FittingChoice(Widget):
    """A caption and a choice beside it; every pick is a segment, or a row of a list.

    `as_list` takes the list even where segments would find room.
    """

    def __init__(
        self,
        name: str,
        caption: str,
        picks: Sequence[Pick],
        chosen: str,
        on_choose: Callable[[str], None],
        *,
        as_list: bool = False,
    ) -> None:
        super().__init__()
        self.caption = caption
        self.as_list = as_list
        segments = [Option(p.value, "" if p.seat else p.label, seat=p.seat) for p in picks]
        rows = [Option(p.value, p.label, reason=p.reason) for p in picks]
        for place, pick in enumerate(picks):
            if pick.reason:
                segments[place] = Option(pick.value, pick.label, reason=pick.reason)
        self.row = Segmented(segments, chosen, on_choose)
        self.list = Select(rows, chosen, on_choose, size=17)
        self.row.name = self.list.name = name
        self._shown: Widget = self.row

    def children(self) -> tuple[Widget, ...]:
        """The segments or the list."""
        return (self._shown,)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Caption and choice on one line."""
        choice = self._fitting(kit, width)
        room = None if width is None else max(1, width - self._caption_width(kit))
        wide, high = choice.measure(kit, room)
        return wide + self._caption_width(kit), high

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Take whichever fits."""
        super().layout(kit, rect)
        self._shown = self._fitting(kit, rect.width)
        left = rect.x + self._caption_width(kit)
        room = rect.right - left
        wide, high = self._shown.measure(kit, room)
        self._shown.layout(kit, pygame.Rect(left, rect.centery - high // 2, wide, high))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw caption and choice."""
        at = (self.rect.x, self.rect.centery)
        kit.text.draw(surface, self.caption, at, kit.title(16))
        self._shown.draw(surface, kit)

    def _fitting(self, kit: Kit, width: int | None) -> Widget:
        needed = self.row.measure(kit)[0] + self._caption_width(kit)
        if self.as_list or (width is not None and needed > width):
            return self.list
        return self.row

    def _caption_width(self, kit: Kit) -> int:
        if not self.caption:
            return 0
        return kit.text.width(self.caption, kit.title(16)) + kit.px(_GAP)
