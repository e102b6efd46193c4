"""The table of the seats: rows whose controls stand in columns where these have room."""

from collections.abc import Sequence
from itertools import zip_longest

import pygame

from game.narrate.words import Words
from game.ui.kit import Kit
from game.ui.widgets.widget import Group, Widget

COLUMNS = (0.0, 0.226, 0.447, 0.63, 0.787)
"""Where the columns begin, as shares of the width."""
_ROW = 78
_SIDE = 16
_NAMED = 80
"""Where a row's name begins, in design pixels."""
_FLEXIBLE = (1, 2)
_LEAST = (0, 150, 124, 0)
"""The least room of the controls that can be narrower than they would like."""
_GAP = 12


class Row(Widget):
    """One seat: its shape, name and aim, its controls, and perhaps a note in place of some.

    `wide` puts the controls in columns; else they stand below the name, each as wide in pixels as
    `widths` says, so that the controls of all rows stand below one another.
    """

    def __init__(
        self, style: str, name: str, wants: str, controls: Sequence[Widget], note: str = ""
    ) -> None:
        super().__init__()
        self.wide = True
        self.widths: Sequence[int] = ()
        self._style = style
        self._name = name
        self._wants = wants
        self._note = note
        self.controls = list(controls)

    def children(self) -> Sequence[Widget]:
        """The controls, from left to right."""
        return self.controls

    def fits(self, kit: Kit, width: int) -> bool:
        """Whether the controls have room in columns."""
        edges = _edges(0, width)
        for place, control in enumerate(self.controls):
            least = control.measure(kit)[0]
            if place in _FLEXIBLE:
                least = min(least, kit.px(_LEAST[place]))
            if least > edges[place + 1] - edges[place] - kit.px(_SIDE):
                return False
        return True

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """One line in columns, else the name above the controls."""
        wide = width or kit.px(1520)
        head = self._words_height(kit, wide) + kit.px(20)
        if self.wide:
            note = self._note_height(kit, self._note_room(kit, wide))
            return wide, max(kit.px(_ROW), head, note + kit.px(20))
        room = self._flow_room(kit, wide)
        high = max(kit.px(62), head) + self._flow(kit, room)[1] + kit.px(12)
        if self._note:
            high += self._note_height(kit, room) + kit.px(8)
        return wide, high

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the controls."""
        super().layout(kit, rect)
        if self.wide:
            self._place_in_columns(kit, rect)
            return
        room = self._flow_room(kit, rect.width)
        places, high = self._flow(kit, room)
        note = self._note_height(kit, room) + kit.px(8) if self._note else 0
        top = rect.bottom - kit.px(12) - note - high
        for control, place in zip(self.controls, places, strict=True):
            control.layout(kit, place.move(rect.x + kit.px(24), top))

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the row."""
        theme, rect = kit.theme, self.rect
        kit.paint.box(surface, rect, theme.paper, 6, theme.line, 1.2)
        edge = pygame.Rect(rect.x, rect.y, kit.px(8), rect.height)
        kit.paint.box(surface, edge, theme.seat(self._style).colour, 6, corners="left")
        high = self._words_height(kit, rect.width)
        middle = rect.centery if self.wide else rect.y + max(kit.px(62), high + kit.px(20)) // 2
        kit.glyphs.seat(surface, self._style, (rect.x + kit.px(44), middle), 21)
        x, room = rect.x + kit.px(_NAMED), self._words_room(kit, rect.width)
        y = kit.text.rich(surface, self._name, (x, middle - high // 2), room, kit.title(20))
        kit.text.rich(surface, self._wants, (x, y), room, kit.body(16, theme.ink2))
        for control in self.controls:
            control.draw(surface, kit)
        if self._note:
            self._draw_note(surface, kit)

    def _place_in_columns(self, kit: Kit, rect: pygame.Rect) -> None:
        edges = _edges(rect.x, rect.width)
        for place, control in enumerate(self.controls):
            room = edges[place + 1] - edges[place] - kit.px(_SIDE)
            high = control.measure(kit, room)[1]
            wide = control.measure(kit)[0] if place == 0 else room
            box = pygame.Rect(edges[place], 0, min(wide, room), high)
            box.centery = rect.centery
            control.layout(kit, box)

    def _flow(self, kit: Kit, room: int) -> tuple[list[pygame.Rect], int]:
        """Places of the controls below the name, from (0, 0), and how high they are together."""
        places: list[pygame.Rect] = []
        x = y = high = 0
        for place, control in enumerate(self.controls):
            wide = min(self.widths[place], room)
            if x and x + wide > room:
                x, y = 0, y + high + kit.px(_GAP)
                high = 0
            tall = control.measure(kit, wide)[1]
            places.append(pygame.Rect(x, y, wide, tall))
            x, high = x + wide + kit.px(_GAP), max(high, tall)
        return places, y + high

    def _draw_note(self, surface: pygame.Surface, kit: Kit) -> None:
        style = kit.body(16.5, kit.theme.ink2)
        if self.wide:
            # The note begins where the second control would.
            x = _edges(self.rect.x, self.rect.width)[1]
            room = self._note_room(kit, self.rect.width)
            y = self.rect.centery - self._note_height(kit, room) // 2
        else:
            x, room = self.rect.x + kit.px(24), self._flow_room(kit, self.rect.width)
            y = self.rect.bottom - kit.px(12) - self._note_height(kit, room)
        kit.text.rich(surface, self._note, (x, y), room, style)

    def _words_room(self, kit: Kit, width: int) -> int:
        share = COLUMNS[1] if self.wide else 1.0
        return max(1, round(width * share) - kit.px(_NAMED) - kit.px(_SIDE))

    def _words_height(self, kit: Kit, width: int) -> int:
        room = self._words_room(kit, width)
        high = kit.text.height(self._name, kit.title(20), room)
        return high + kit.text.height(self._wants, kit.body(16), room)

    def _note_room(self, kit: Kit, width: int) -> int:
        edges = _edges(0, width)
        return edges[-1] - edges[1] - kit.px(_SIDE)

    def _note_height(self, kit: Kit, room: int) -> int:
        return kit.text.height(self._note, kit.body(16.5), room)

    def _flow_room(self, kit: Kit, width: int) -> int:
        return width - kit.px(24) - kit.px(_SIDE)


class SeatTable(Group):
    """All rows below their headings; every row stands in columns, or none does."""

    def __init__(self, words: Words, rows: Sequence[Row], below: Sequence[Widget] = ()) -> None:
        super().__init__([*rows, *below])
        self._rows = list(rows)
        self._names = (
            words.say("Seat"),
            words.say("Played by"),
            words.say("Name or bot"),
            words.say("Language"),
            words.say("Text size"),
        )

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Headings and rows."""
        wide = width or kit.px(1520)
        self._decide(kit, wide)
        highs = [one.measure(kit, wide)[1] for one in self.widgets]
        return wide, self._head(kit) + sum(highs) + kit.px(9) * (len(highs) - 1)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the rows."""
        super().layout(kit, rect)
        self._decide(kit, rect.width)
        y = rect.y + self._head(kit)
        for one in self.widgets:
            high = one.measure(kit, rect.width)[1]
            one.layout(kit, pygame.Rect(rect.x, y, rect.width, high))
            y += high + kit.px(9)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the headings and the rows."""
        if self._head(kit):
            y = self.rect.y + self._head(kit) // 2 - kit.px(2)
            starts = [self.rect.x, *_edges(self.rect.x, self.rect.width)]
            for x, name in zip(starts, self._names, strict=False):
                kit.text.draw(surface, name, (x, y), kit.title(16, kit.theme.ink2))
        super().draw(surface, kit)

    def _decide(self, kit: Kit, width: int) -> None:
        wide = all(row.fits(kit, width) for row in self._rows)
        columns = zip_longest(
            *([one.measure(kit)[0] for one in row.controls] for row in self._rows)
        )
        widths = [max(each or 0 for each in column) for column in columns]
        for row in self._rows:
            row.wide = wide
            row.widths = widths

    def _head(self, kit: Kit) -> int:
        return kit.px(30) if self._rows[0].wide else 0


def _edges(left: int, width: int) -> list[int]:
    """Where each column of controls begins, and where the last one ends."""
    return [left + round(width * share) for share in (*COLUMNS[1:], 1.0)]
