"""What play has shown of the learning objectives."""

from collections.abc import Sequence

import pygame

from game.model.ids import NO_SEAT
from game.narrate.words import Words
from game.play.evidence import Evidence
from game.ui.kit import Kit
from game.ui.widgets.widget import Widget

_PAD = 20


class ObjectivesPanel(Widget):
    """Each objective with its evidence: a check where it was shown, a circle where it was not."""

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
        theme, rect, words = kit.theme, self.rect, self._words
        kit.paint.panel(surface, rect, radius=10, level=1)
        at = (rect.x + kit.px(_PAD), rect.y + kit.px(28))
        kit.text.draw(surface, words.say("Objectives"), at, kit.number(22))
        top = rect.y + kit.px(52)
        for group in self._groups():
            left, room = at[0] + kit.px(34), rect.width - kit.px(_PAD * 2 + 34)
            met = any(row.is_met for row in group)
            sign, colour = ("check", theme.better) if met else ("dot", theme.ink3)
            kit.glyphs.draw(surface, sign, (at[0] + kit.px(9), top + kit.px(14)), 18, colour)
            text = words.text(group[0].objective.text)
            y = kit.text.rich(surface, text, (left, top), room, kit.body(17))
            for row in group:
                style = kit.label(15, theme.better if row.is_met else theme.ink2)
                y = kit.text.rich(surface, self._found(row), (left, y), room, style)
            top += self._height(kit, group, rect.width)

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
        room = width - kit.px(_PAD * 2 + 34)
        high = kit.text.height(self._words.text(group[0].objective.text), kit.body(17), room)
        found = sum(kit.text.height(self._found(row), kit.label(15), room) for row in group)
        return high + found + kit.px(14)
