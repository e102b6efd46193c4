"""The rows of the seats: shape and aim, then who plays, name or bot, language and text size."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import pygame

from game.narrate.language import LANGUAGES
from game.narrate.words import Words
from game.ui.kit import Kit
from game.ui.screens.setup.checks import bot_title
from game.ui.screens.setup.plan import NAME_LIMIT, Plan
from game.ui.screens.setup.table import Row
from game.ui.widgets.choice import Option, Segmented, TextSizeChoice
from game.ui.widgets.field import TextField
from game.ui.widgets.select import Select
from game.ui.widgets.widget import Widget

_CONTROLS = ("player", "who", "language", "size")
OnChange = Callable[[bool], None]
"""Told of every change: True when controls come or go, False when only words were typed."""


def seat_row(plan: Plan, seat: int, words: Words, on_change: OnChange) -> Row:
    """The row of a seat of the campaign."""
    spec = plan.campaign.seats[seat]
    controls = _SeatControls(plan, seat, words, on_change)
    if plan.seats[seat].player == "white":
        note = words.say("White plays this seat and reads it as set in White's row.")
        made, notes = [controls.player()], note
    else:
        made, notes = controls.all(), ""
    for name, control in zip(_CONTROLS, made, strict=False):
        control.name = f"{name}-{spec.id}"
    return Row(spec.style, words.text(spec.name), words.text(spec.wants), made, notes)


def white_row(plan: Plan, words: Words, on_change: OnChange) -> Row:
    """The row of the facilitator, who may play seats and look at hidden things."""
    made: list[Widget] = [_white_present(plan, words, on_change)]
    note = ""
    if not plan.white.present:
        note = words.say("Nobody leads the sitting; people lead themselves.")
    elif not plan.played_by("white"):
        note = words.say(
            "Plays no seat yet: set one to White. A PIN, in the options, opens hidden things."
        )
    else:
        made += _white_reading(plan, words, on_change)
    for name, control in zip(_CONTROLS, made, strict=False):
        control.name = f"{name}-white"
    wants = words.say("facilitator, may play any seat")
    return Row("white", words.say("White"), wants, made, note)


class _SeatControls:
    """Makes the controls of one seat."""

    def __init__(self, plan: Plan, seat: int, words: Words, on_change: OnChange) -> None:
        self._plan = plan
        self._seat = seat
        self._words = words
        self._on_change = on_change
        self._setup = plan.seats[seat]

    def all(self) -> list[Widget]:
        """Who plays, name or bot, and how they read."""
        bot = not self._setup.is_person
        reason = self._words.say("A bot reads nothing.") if bot else ""
        reading = reading_controls(
            self._setup.language, self._setup.text_size, self._change, reason
        )
        return [self.player(), self._bot() if bot else self._name(), *reading]

    def player(self) -> Widget:
        """Person, bot or White."""
        say = self._words.say
        nobody = say("Nobody is White: choose Person in White's row first.")
        options = (
            Option("person", say("Person")),
            Option("bot", say("Bot")),
            Option("white", say("White"), reason="" if self._plan.white.present else nobody),
        )
        player = self._setup.player
        chosen = player if player in ("person", "white") else "bot"
        return Segmented(options, chosen, self._set_player)

    def _name(self) -> Widget:
        place = self._words.say("Name")
        return TextField(self._setup.name, self._set_name, placeholder=place, limit=NAME_LIMIT)

    def _bot(self) -> Widget:
        options = [
            Option(bot, bot_title(self._words, bot, title), glyph="bot")
            for bot, title in self._plan.bots(self._seat)
        ]
        return Select(options, self._setup.player, partial(self._change, "player"))

    def _set_player(self, kind: str) -> None:
        self._change("player", self._plan.first_bot(self._seat) if kind == "bot" else kind)

    def _set_name(self, name: str) -> None:
        self._plan.change(self._seat, name=name)
        self._on_change(False)

    def _change(self, what: str, value: object) -> None:
        self._plan.change(self._seat, **{what: value})
        self._on_change(True)


def reading_controls(
    language: str, text_size: int, change: Callable[[str, object], None], reason: str = ""
) -> list[Widget]:
    """Language and text size; `change` is told which, and the new value."""
    languages = [Option(code, name) for code, name in LANGUAGES.items()]
    return [
        Select(languages, language, partial(change, "language"), reason=reason),
        TextSizeChoice(text_size, partial(change, "text_size"), reason=reason),
    ]


def _white_present(plan: Plan, words: Words, on_change: OnChange) -> Widget:
    def choose(value: str) -> None:
        plan.seat_white(value == "person")
        on_change(True)

    options = (Option("person", words.say("Person")), Option("off", words.say("Off")))
    return Segmented(options, "person" if plan.white.present else "off", choose)


def _white_reading(plan: Plan, words: Words, on_change: OnChange) -> Sequence[Widget]:
    def change(what: str, value: object) -> None:
        plan.white = replace(plan.white, **{what: value})  # type: ignore[arg-type]
        on_change(what != "name")

    name = TextField(
        plan.white.name, partial(change, "name"), placeholder=words.say("Name"), limit=NAME_LIMIT
    )
    return [name, *reading_controls(plan.white.language, plan.white.text_size, change)]


_STANDARD = ("us", "mexico", "canada", "cartel", "veo", "adversary")
"""Seats that campaigns usually have; those that one leaves out are named as locked."""


def absent_styles(plan: Plan) -> tuple[str, ...]:
    """The usual seats that the campaign does not have, by style."""
    used = {seat.style for seat in plan.campaign.seats}
    return tuple(style for style in _STANDARD if style not in used)


class AbsentRow(Widget):
    """The usual seats that this campaign leaves out, locked, on one line."""

    def __init__(self, styles: Sequence[str], words: Words) -> None:
        super().__init__()
        names = {
            "us": words.say("United States"),
            "mexico": words.say("Mexico"),
            "canada": words.say("Canada"),
            "cartel": words.say("Cartel network"),
            "veo": words.say("VEO"),
            "adversary": words.say("Adversary state"),
        }
        self._seats = [(style, names[style]) for style in styles]
        self._why = words.say("Locked: the campaign does not use these seats.")

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The reason, and the seats beside or below it."""
        wide = width or kit.px(1520)
        return wide, self._write(None, kit, 0, 0, wide)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the row."""
        rect = self.rect
        kit.paint.box(surface, rect, kit.theme.disabled, 6, kit.theme.line, 1.2)
        self._write(surface, kit, rect.x, rect.y, rect.width)

    def _write(
        self, surface: pygame.Surface | None, kit: Kit, left: int, top: int, width: int
    ) -> int:
        """Write the row from a corner; returns how far down it came."""
        ink, line = kit.theme.ink3, kit.px(34)
        style = kit.body(16.5, ink)
        x, y = left + kit.px(44), top + kit.px(7) + line // 2
        room = left + width - kit.px(16)
        items = [("", self._why), *self._seats]
        for place, (shape, words) in enumerate(items):
            taken = kit.px(26) + kit.text.width(words, style)
            if place and x + taken > room:
                x, y = left + kit.px(44), y + line
            if surface is not None:
                if shape:
                    kit.glyphs.seat(surface, shape, (x, y), 12, colour=ink)
                else:
                    kit.glyphs.draw(surface, "lock", (x, y), 17, ink, kit.theme.disabled)
                kit.text.draw(surface, words, (x + kit.px(22), y), style)
            x += taken + kit.px(28)
        return y + line // 2 + kit.px(7) - top
