"""The plan of a new sitting: who plays each seat and how, its seed, its PIN and its curtain."""

import secrets
from dataclasses import dataclass, field, replace

import msgspec

from game.bots import bots_for
from game.content.campaign import Campaign
from game.play.form import SeatSetup
from game.play.session import complete_seats
from game.ui.settings import SeatChoice, Settings

NAME_LIMIT = 40
PIN_LIMIT = 40
SEED_LIMIT = 18
"""Letters and digits that the fields take; a seed stays below 2 to the 63rd."""
_SEEDS = 1_000_000
"""How many seeds are drawn from: few enough to be read out and typed in again."""
_WHITE = ""
"""The facilitator's place among the remembered seats; no seat of a campaign is called that."""


def draw_seed() -> int:
    """A seed that nobody chose."""
    return secrets.randbelow(_SEEDS)


@dataclass(frozen=True)
class White:
    """The facilitator: whether there is one, and how they read the seats that they play."""

    present: bool = False
    name: str = ""
    language: str = "en"
    text_size: int = 100


@dataclass
class Plan:
    """What a sitting will be started with; `seed` is what was typed, drawn anew when empty."""

    campaign: Campaign
    seats: list[SeatSetup]
    white: White = field(default_factory=White)
    seed: str = ""
    pin: str = ""
    curtains: bool = True

    @classmethod
    def proposed(
        cls, campaign: Campaign, settings: Settings, seed: int | None = None, pin: str = ""
    ) -> "Plan":
        """The campaign's own proposal, in the user's language and text size; a seed is drawn
        where none is given, and whoever gives a PIN is the facilitator."""
        language, text_size = settings.language, settings.text_size
        seats = [
            msgspec.structs.replace(one, language=language, text_size=text_size)
            for one in complete_seats(campaign, ())
        ]
        white = White(bool(pin), "", language, text_size)
        first = draw_seed() if seed is None else seed
        return cls(campaign, seats, white, str(first), pin, settings.curtain)

    # -- seats -------------------------------------------------------------------------------

    def setups(self) -> list[SeatSetup]:
        """The seats as the sitting takes them; White's carry the facilitator's name and reading."""
        white = self.white
        return [
            SeatSetup(one.seat, "white", white.name.strip(), white.language, white.text_size)
            if one.player == "white"
            else msgspec.structs.replace(one, name=one.name.strip() if one.is_person else "")
            for one in self.seats
        ]

    def change(self, seat: int, **values: object) -> None:
        """Change how one seat is played."""
        self.seats[seat] = msgspec.structs.replace(self.seats[seat], **values)

    def seat_white(self, present: bool) -> None:
        """Somebody leads the sitting, or nobody does: then bots take the seats White had."""
        self.white = replace(self.white, present=present)
        if present:
            return
        self.pin = ""
        for ix in self.played_by("white"):
            self.change(ix, player=self.first_bot(ix))

    def played_by(self, *players: str) -> list[int]:
        """The seats that are played by any of these."""
        return [ix for ix, one in enumerate(self.seats) if one.player in players]

    @property
    def people(self) -> list[int]:
        """The seats that somebody in the room decides for."""
        return self.played_by("person", "white")

    def is_red(self, seat: int) -> bool:
        """Whether a seat has hidden pieces and secret plays."""
        return self.campaign.seats[seat].side == "red"

    def bots(self, seat: int) -> list[tuple[str, str]]:
        """Id and title of the bots that can play a seat; no title for the random one."""
        titles = {bot.id: bot.title for bot in self.campaign.bots}
        return [(bot, titles.get(bot, "")) for bot in bots_for(self.campaign, seat)]

    def first_bot(self, seat: int) -> str:
        """The bot that a seat gets when it passes from a person to a bot."""
        return bots_for(self.campaign, seat)[0]

    # -- the last time -----------------------------------------------------------------------

    def as_last_time(self, settings: Settings) -> None:
        """Take the seats as they were the last time, where they still fit."""
        chosen = {one.seat: one for one in settings.seats_of(self.campaign.id)}
        white = chosen.get(_WHITE)
        if white is not None:
            present = white.player == "white"
            self.white = White(present, white.name, white.language, white.text_size)
        for ix, seat in enumerate(self.seats):
            last = chosen.get(seat.seat)
            if last is not None and self._can_play(ix, last.player):
                self.seats[ix] = SeatSetup(
                    seat.seat, last.player, last.name[:NAME_LIMIT], last.language, last.text_size
                )

    def remembered(self, settings: Settings) -> Settings:
        """The settings, with these seats kept for the next time."""
        white = self.white
        rows = [
            SeatChoice(one.seat, one.player, one.name, one.language, one.text_size)
            for one in self.seats
        ]
        player = "white" if white.present else "off"
        rows.append(SeatChoice(_WHITE, player, white.name, white.language, white.text_size))
        return settings.with_seats(self.campaign.id, tuple(rows))

    def _can_play(self, seat: int, player: str) -> bool:
        if player == "white":
            return self.white.present
        return player == "person" or player in bots_for(self.campaign, seat)

    # -- the seed ----------------------------------------------------------------------------

    @property
    def seed_fits(self) -> bool:
        """Whether what was typed is a seed, or nothing at all."""
        return not self.seed or (self.seed.isascii() and self.seed.isdigit())

    @property
    def seed_number(self) -> int:
        """The seed that was typed; one is drawn when none was."""
        return int(self.seed) if self.seed and self.seed_fits else draw_seed()
