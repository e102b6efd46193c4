"""The plan of a new sitting: who plays each seat and how, its seed and its curtain."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import msgspec

from game.bots import RANDOM, bots_for
from game.content.campaign import Campaign
from game.narrate.language import LANGUAGES
from game.narrate.words import Words
from game.play.form import SeatSetup
from game.play.session import complete_seats
from game.ui.settings import SeatChoice, Settings

CheckKind = Literal["good", "note", "stop"]
_SEEDS = 1_000_000
"""How many seeds are drawn from: few enough to be read out and typed in again."""
_ENOUGH_PIN = 4


class Check(NamedTuple):
    """One line of the checks before a sitting starts."""

    kind: CheckKind
    text: str


@dataclass
class Plan:
    """What a sitting will be started with; `seed` is what was typed, drawn when empty."""

    campaign: Campaign
    seats: list[SeatSetup] = field(default_factory=list)
    seed: str = ""
    pin: str = ""
    curtains: bool = True

    @classmethod
    def proposed(
        cls, campaign: Campaign, settings: Settings, seed: int | None = None, pin: str = ""
    ) -> "Plan":
        """The campaign's own proposal, in the user's language and text size; a seed is drawn
        where none is given."""
        seats = [
            msgspec.structs.replace(one, language=settings.language, text_size=settings.text_size)
            for one in complete_seats(campaign, ())
        ]
        first = draw_seed() if seed is None else seed
        return cls(campaign, seats, str(first), pin, settings.curtain)

    def as_last_time(self, settings: Settings) -> None:
        """Take the seats as they were the last time, where they still fit."""
        chosen = {one.seat: one for one in settings.seats_of(self.campaign.id)}
        for ix, seat in enumerate(self.seats):
            last = chosen.get(seat.seat)
            if last is not None and self.is_player(ix, last.player):
                self.seats[ix] = SeatSetup(
                    seat.seat, last.player, last.name, last.language, last.text_size
                )

    def remembered(self, settings: Settings) -> Settings:
        """The settings, with these seats kept for the next time."""
        rows = tuple(
            SeatChoice(one.seat, one.player, one.name, one.language, one.text_size)
            for one in self.seats
        )
        return settings.with_seats(self.campaign.id, rows)

    def is_player(self, seat: int, player: str) -> bool:
        """Whether a seat can be played by this: a person, White, or one of its bots."""
        return player in ("person", "white") or player in bots_for(self.campaign, seat)

    def change(self, seat: int, **values: object) -> None:
        """Change how one seat is played."""
        self.seats[seat] = msgspec.structs.replace(self.seats[seat], **values)

    def bots(self, seat: int) -> list[tuple[str, str]]:
        """Id and title of the bots that can play a seat."""
        titles = {bot.id: bot.title for bot in self.campaign.bots}
        return [(bot, titles.get(bot, "")) for bot in bots_for(self.campaign, seat)]

    def first_bot(self, seat: int) -> str:
        """The bot that a seat gets when it passes from a person to a bot."""
        return bots_for(self.campaign, seat)[0]

    @property
    def seed_number(self) -> int:
        """The seed that was typed; one is drawn when none was."""
        return int(self.seed) if self.seed.isdigit() else draw_seed()

    def checks(self, words: Words) -> list[Check]:
        """What is well, what to know, and what stands in the way."""
        return list(_checks(self, words))


def _checks(plan: Plan, words: Words) -> Iterator[Check]:
    seats = plan.campaign.seats
    people = [ix for ix, one in enumerate(plan.seats) if one.is_person]
    yield Check("good", words.say("Every seat has a person or a bot."))
    hidden = [ix for ix in people if seats[ix].side == "red"]
    if not people:
        yield Check("note", words.say("Only bots play: the room watches."))
    elif not hidden:
        yield Check("good", words.say("No hidden seat is a person: no hand-over is needed."))
    elif len(people) == 1:
        yield Check("good", words.say("One person plays alone: the curtain stays up."))
    elif plan.curtains:
        said = words.many(
            "{number} hidden seat on this laptop: the curtain falls before it decides.",
            "{number} hidden seats on this laptop: the curtain falls before each decides.",
            len(hidden),
        )
        yield Check("good", said)
    else:
        yield Check("note", words.say("The curtain is off: everybody sees the hidden seat."))
    yield from _languages(plan, words, people)
    if plan.pin and len(plan.pin) < _ENOUGH_PIN:
        yield Check("note", words.say("The PIN is short: anybody may guess it."))
    if plan.seed and not plan.seed.isdigit():
        yield Check("stop", words.say("A seed is a whole number, or nothing at all."))


def _languages(plan: Plan, words: Words, people: list[int]) -> Iterator[Check]:
    spoken = {plan.seats[ix].language for ix in people}
    if len(spoken) > 1:
        names = words.all_of([LANGUAGES.get(one, one) for one in sorted(spoken)])
        said = words.say("Each seat reads its own language: {languages}.", languages=names)
        yield Check("note", said)


def draw_seed() -> int:
    """A seed that nobody chose."""
    return secrets.randbelow(_SEEDS)


def bot_title(words: Words, bot: str, title: str) -> str:
    """What a bot is called on the screen."""
    return words.say("Random choices") if bot == RANDOM else words.text(title)
