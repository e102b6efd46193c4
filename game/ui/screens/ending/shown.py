"""What play has shown of the learning objectives."""

from collections.abc import Sequence

import pygame

from game.model.ids import NO_SEAT
from game.narrate.words import Words
from game.play.evidence import Evidence
from game.ui.kit import Kit
from game.ui.widgets.widget import Widget

_PAD = 20
_INDENT = 28


class ObjectivesPanel(Widget):
    """Each objective with its evidence, seat by seat: a check where a seat has shown it, a dot
    where it has not, so that one seat's success hides nobody's failure."""

    def __init__(self, words: Words, rows: Sequence[Evidence]) -> None:
        super().__init__()
        self.rows = tuple(rows)
        self._words = words

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """All objectives below one another."""
        wide = width or kit.px(600)
        return wide, kit.px(64) + sum(self._height(kit, group, wide) for group in self._groups())

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the panel."""
        rect, words = self.rect, self._words
        kit.paint.panel(surface, rect, radius=10, level=1)
        at = (rect.x + kit.px(_PAD), rect.y + kit.px(28))
        kit.text.draw(surface, words.say("Objectives"), at, kit.number(22))
        top = rect.y + kit.px(52)
        for group in self._groups():
            text = words.text(group[0].objective.text)
            y = kit.text.rich(surface, text, (at[0], top), _room(kit, rect.width), kit.body(17))
            for row in group:
                y = self._draw_found(surface, kit, row, (at[0], y))
            top += self._height(kit, group, rect.width)

    def _draw_found(
        self, surface: pygame.Surface, kit: Kit, row: Evidence, at: tuple[int, int]
    ) -> int:
        """What one seat has shown, after its own sign; returns the y below it."""
        theme = kit.theme
        sign, colour = ("check", theme.better) if row.is_met else ("dot", theme.ink3)
        style = kit.label(15, theme.better if row.is_met else theme.ink2)
        left, room = at[0] + kit.px(_INDENT), _room(kit, self.rect.width, _INDENT)
        middle = at[1] + kit.text.height("0", style, room) // 2
        kit.glyphs.draw(surface, sign, (at[0] + kit.px(9), middle), 16, colour)
        return kit.text.rich(surface, self._found(row), (left, at[1]), room, style)

    def _groups(self) -> list[list[Evidence]]:
        """The evidence of each objective, seat by seat."""
        groups: dict[str, list[Evidence]] = {}
        for row in self.rows:
            groups.setdefault(row.objective.id, []).append(row)
        return list(groups.values())

    def _found(self, row: Evidence) -> str:
        words = self._words
        if row.objective.measure == "find-fix-prosecute":
            return words.say(
                "{shown} of {asked} exposed pieces brought to court, {need} needed",
                shown=row.shown,
                asked=row.asked,
                need=row.objective.need,
            )
        who = words.seat(row.seat) if row.seat != NO_SEAT else words.say("The table")
        return words.say(
            "{seat}: {shown} of {asked} answers right, {need} needed",
            seat=who,
            shown=row.shown,
            asked=row.asked,
            need=row.objective.need,
        )

    def _height(self, kit: Kit, group: Sequence[Evidence], width: int) -> int:
        text, room = self._words.text(group[0].objective.text), _room(kit, width, _INDENT)
        high = kit.text.height(text, kit.body(17), _room(kit, width))
        found = sum(kit.text.height(self._found(row), kit.label(15), room) for row in group)
        return high + found + kit.px(14)


def _room(kit: Kit, width: int, indent: int = 0) -> int:
    return width - kit.px(_PAD * 2 + indent)
