"""The odds before a decision: the number first, then why, then what may come of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pygame

from game.ui.kit import Kit
from game.ui.theme import Colour
from game.ui.widgets.button import Button
from game.ui.widgets.column import Column
from game.ui.widgets.marks import dice_row
from game.ui.widgets.popover import Popover
from game.ui.widgets.widget import Widget


@dataclass(frozen=True, slots=True)
class Modifier:
    """One part of the sum: its value as written ("+1", "2"), its name, and what caused it."""

    value: str
    name: str
    cause: str = ""


@dataclass(frozen=True, slots=True)
class OddsFace:
    """What the odds panel says. `need` is the N of "roll N or less", or None without a test.

    `unknown` is the sentence that hidden pieces might change N; `clean` the word for a natural 1;
    `outcomes` are sentences, bold words between double asterisks; `reason` says why it cannot be
    done.
    """

    title: str
    subtitle: str = ""
    need: int | None = None
    clean: str = ""
    modifiers: tuple[Modifier, ...] = ()
    unknown: str = ""
    outcomes: tuple[str, ...] = ()
    commit: str = ""
    back: str = ""
    reason: str = ""


def odds_popover(
    kit: Kit, face: OddsFace, on_commit: Callable[[], None], on_back: Callable[[], None]
) -> Popover:
    """The panel with its two buttons: commit (Enter, in blue) and back (Esc)."""
    commit = Button(
        face.commit or kit.tr.gettext("Confirm"),
        on_commit,
        kind="primary",
        key="Enter",
        size=19,
        reason=face.reason,
    )
    back = Button(face.back or kit.tr.gettext("Back"), on_back, key="Esc")
    return Popover(OddsBody(face), [commit, back])


def succeed_words(kit: Kit, need: int) -> str:
    """On which faces the test succeeds, in words."""
    tr = kit.tr
    if need <= 1:
        return tr.gettext("succeed on 1")
    if need == 2:
        return tr.gettext("succeed on 1 or 2")
    return tr.gettext("succeed on 1 to {need}").format(need=need)


class OddsBody(Widget):
    """The odds and their reasons, without the buttons."""

    def __init__(self, face: OddsFace) -> None:
        super().__init__()
        self.face = face

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As high as its words need at this width."""
        wide = kit.px(276) if width is None else width
        column = Column(kit, None, 0, 0, wide)
        self._write(column)
        return wide, column.y

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Write title, odds, dice, sum and outcomes."""
        self._write(Column(kit, surface, self.rect.x, self.rect.y, self.rect.width))

    def _write(self, column: Column) -> None:
        kit, face, theme = column.kit, self.face, column.kit.theme
        column.text(face.title, kit.title(20))
        column.text(face.subtitle, kit.label(14.5, theme.ink3))
        if face.need is not None:
            _odds(column, face.need, face.clean)
        if face.modifiers:
            column.gap(14)
            column.rule()
            column.gap(6)
            for row in face.modifiers:
                _sum_row(column, row)
        if face.need is not None:
            column.gap(4)
            column.rule()
            column.gap(4)
            total = kit.tr.gettext("N = roll this or less")
            _sum_row(column, Modifier(str(face.need), total), size=20)
        if face.unknown:
            _unknown(column, face.unknown)
        if face.outcomes:
            column.gap(8)
        style = replace(kit.body(14.5, theme.ink2), strong_colour=theme.ink)
        for outcome in face.outcomes:
            column.text(outcome, style)


def _odds(column: Column, need: int, clean: str) -> None:
    kit, theme = column.kit, column.kit.theme
    column.gap(8)
    large, second = kit.number(46), kit.number(34, theme.ink2)
    odds, percent = f"{need}/6", f"{round(need * 100 / 6)}%"
    high = kit.px(46)
    used = kit.text.width(odds, large) + kit.px(22) + kit.text.width(percent, second)
    room = column.width - used - kit.px(10)
    lines = [line for line in (succeed_words(kit, need), clean) if line]
    words = "\n".join(lines)
    beside = kit.text.wrap(words, kit.label(14), max(1, room))
    fits = len(beside.lines) == len(lines)
    note = beside if fits else kit.text.wrap(words, kit.label(14), column.width)
    middle = column.y + high // 2
    if column.surface is not None:
        x = column.left + kit.text.draw(column.surface, odds, (column.left, middle), large)
        kit.text.draw(column.surface, percent, (x + kit.px(22), middle), second)
        if fits:
            at = (column.right, middle - note.height // 2)
            kit.text.draw_paragraph(column.surface, note, at, "right")
    column.y += max(high, note.height if fits else 0)
    if not fits:
        column.text(words, kit.label(14))
    column.gap(8)
    if column.surface is not None:
        dice_row(column.surface, kit, (column.left, column.y), need)
    column.gap(28)


def _sum_row(column: Column, row: Modifier, size: float = 18) -> None:
    kit, theme = column.kit, column.kit.theme
    worse: Colour = theme.worse if row.value.startswith(("−", "-")) else theme.ink
    value = kit.number(size, worse)
    indent = kit.px(36)
    room = column.width - indent
    name = kit.text.wrap(row.name, kit.title(16), max(1, room))
    cause = kit.text.wrap(row.cause, kit.body(14.5, theme.ink2), max(1, room))
    one_line = name.width + kit.px(12) + cause.width <= room and len(cause.lines) == 1
    top = column.y + kit.px(1)
    if column.surface is not None:
        middle = top + name.line_height // 2
        kit.text.draw(column.surface, row.value, (column.left + kit.px(25), middle), value, "right")
        kit.text.draw_paragraph(column.surface, name, (column.left + indent, top))
        if one_line:
            shift = (name.line_height - cause.line_height) // 2
            at = (column.right, top + shift)
            kit.text.draw_paragraph(column.surface, cause, at, "right")
        elif row.cause:
            below = (column.left + indent, top + name.height)
            kit.text.draw_paragraph(column.surface, cause, below)
    column.y = top + name.height + (0 if one_line or not row.cause else cause.height) + kit.px(2)


def _unknown(column: Column, sentence: str) -> None:
    kit, theme = column.kit, column.kit.theme
    column.gap(4)
    indent, top = kit.px(36), column.y
    style = kit.title(14.5, theme.ink2)
    column.text(sentence, style, indent=indent)
    if column.surface is not None:
        middle = top + kit.text.line_height(style) // 2
        centre = (column.left + kit.px(19), middle)
        kit.glyphs.draw(column.surface, "question", centre, 15, theme.ink2)
