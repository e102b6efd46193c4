"""One row for each seat: its shape, who plays it, name or bot, language and text size."""

from collections.abc import Callable
from functools import partial

import pygame

from game.narrate.language import LANGUAGES
from game.narrate.words import Words
from game.ui.kit import Kit
from game.ui.screens.setup.plan import Plan, bot_title
from game.ui.widgets.choice import Option, Segmented, TextSizeChoice
from game.ui.widgets.field import TextField
from game.ui.widgets.select import Select
from game.ui.widgets.widget import Widget

COLUMNS = (0.0, 0.222, 0.432, 0.626, 0.786)
"""Where the columns of a wide row begin, as shares of its width."""
WIDE_FROM = 1120
_ROW = 78
_LINE = 48


class SeatRow(Widget):
    """The controls of one seat; `on_change` is told whenever the row must be made anew."""

    def __init__(self, plan: Plan, seat: int, words: Words, on_change: Callable[[], None]) -> None:
        super().__init__()
        self._plan = plan
        self._seat = seat
        self._words = words
        self._on_change = on_change
        self._spec = plan.campaign.seats[seat]
        self._setup = plan.seats[seat]
        self.controls = [self._player(), self._who(), self._language(), self._size()]
        for name, control in zip(("player", "who", "language", "size"), self.controls, strict=True):
            control.name = f"{name}-{self._spec.id}"

    def children(self) -> list[Widget]:
        """The controls, from left to right."""
        return self.controls

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """One line where it fits, three where it does not."""
        wide = width or kit.px(1520)
        if is_wide(kit, wide):
            return wide, kit.px(_ROW)
        return wide, kit.px(_ROW) + 2 * kit.px(_LINE)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Place the controls in columns, or below the seat's name."""
        super().layout(kit, rect)
        if is_wide(kit, rect.width):
            self._place_wide(kit, rect)
        else:
            self._place_narrow(kit, rect)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the row."""
        theme, rect = kit.theme, self.rect
        kit.paint.box(surface, rect, theme.paper, 6, theme.line, 1.2)
        edge = pygame.Rect(rect.x, rect.y, kit.px(8), rect.height)
        kit.paint.box(surface, edge, theme.seat(self._spec.style).colour, 5)
        middle = rect.y + kit.px(_ROW) // 2
        kit.glyphs.seat(surface, self._spec.style, (rect.x + kit.px(44), middle), 20)
        x = rect.x + kit.px(80)
        share = COLUMNS[1] if is_wide(kit, rect.width) else 1.0
        room = round(rect.width * share) - kit.px(84)
        name = kit.text.wrap(self._words.text(self._spec.name), kit.title(20), room)
        wants = kit.text.wrap(self._words.text(self._spec.wants), kit.body(15.5, theme.ink2), room)
        top = middle - (name.height + wants.height) // 2
        top = kit.text.draw_paragraph(surface, name, (x, top))
        kit.text.draw_paragraph(surface, wants, (x, top))
        for control in self.controls:
            control.draw(surface, kit)

    def _place_wide(self, kit: Kit, rect: pygame.Rect) -> None:
        edges = [rect.x + round(rect.width * share) for share in (*COLUMNS[1:], 1.0)]
        gap = kit.px(20)
        for place, control in enumerate(self.controls):
            room = edges[place + 1] - edges[place] - gap
            wide, high = control.measure(kit)
            taken = min(room, wide) if place in (0, 3) else room
            box = pygame.Rect(edges[place], 0, taken, min(high, kit.px(44)))
            box.centery = rect.centery
            control.layout(kit, box)

    def _place_narrow(self, kit: Kit, rect: pygame.Rect) -> None:
        left, gap = rect.x + kit.px(24), kit.px(12)
        room = rect.width - kit.px(40)
        y = rect.y + kit.px(_ROW) - kit.px(4)
        for first, second in ((0, 1), (2, 3)):
            one, other = self.controls[first], self.controls[second]
            wide = one.measure(kit)[0] if first == 0 else kit.px(200)
            wide = min(wide, room // 2)
            one.layout(kit, pygame.Rect(left, y, wide, kit.px(40)))
            rest = min(room - wide - gap, kit.px(330))
            other.layout(kit, pygame.Rect(left + wide + gap, y, rest, kit.px(40)))
            y += kit.px(_LINE)

    def _player(self) -> Widget:
        words = self._words
        options = (
            Option("person", words.say("Person")),
            Option("bot", words.say("Bot")),
            Option("white", words.say("White")),
        )
        player = self._setup.player
        chosen = player if player in ("person", "white") else "bot"
        return Segmented(options, chosen, self._set_player)

    def _who(self) -> Widget:
        if self._setup.is_person:
            place = self._words.say("Name")
            return TextField(self._setup.name, self._set_name, placeholder=place, limit=40)
        options = [
            Option(bot, bot_title(self._words, bot, title), glyph="bot")
            for bot, title in self._plan.bots(self._seat)
        ]
        return Select(options, self._setup.player, partial(self._change, "player"))

    def _language(self) -> Widget:
        options = [Option(code, name) for code, name in LANGUAGES.items()]
        reason = "" if self._setup.is_person else self._words.say("A bot reads nothing.")
        choose = partial(self._change, "language")
        return Select(options, self._setup.language, choose, reason=reason)

    def _size(self) -> Widget:
        reason = "" if self._setup.is_person else self._words.say("A bot reads nothing.")
        choose = partial(self._change, "text_size")
        return TextSizeChoice(self._setup.text_size, choose, reason=reason)

    def _set_player(self, kind: str) -> None:
        player = self._plan.first_bot(self._seat) if kind == "bot" else kind
        self._change("player", player)

    def _set_name(self, name: str) -> None:
        self._plan.change(self._seat, name=name)

    def _change(self, what: str, value: object) -> None:
        self._plan.change(self._seat, **{what: value})
        self._on_change()


def is_wide(kit: Kit, width: int) -> bool:
    """Whether a row has room for all its controls in one line."""
    return width >= kit.px(WIDE_FROM)


class Headings(Widget):
    """The names of the columns above the rows."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._names = (
            words.say("Seat"),
            words.say("Played by"),
            words.say("Name or bot"),
            words.say("Language"),
            words.say("Text size"),
        )

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """One line over wide rows, nothing over narrow ones."""
        wide = width or kit.px(1520)
        return wide, kit.px(26) if is_wide(kit, wide) else 0

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the names."""
        if not self.rect.height:
            return
        for share, name in zip(COLUMNS, self._names, strict=True):
            at = (self.rect.x + round(self.rect.width * share), self.rect.centery)
            kit.text.draw(surface, name, at, kit.title(16, kit.theme.ink2))
