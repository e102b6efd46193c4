"""Random and bot games of a campaign, and what they show that no reading of it can."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.bots import RANDOM, bots_for
from game.content.campaign import Campaign
from game.study.batch import LineUps, Progress, play_games
from game.study.records import GameRecord
from game.study.statistics import Share, share_of


@dataclass(frozen=True, slots=True)
class SeatTrial:
    """How one seat fared: in games of its bots, and in games whose choices were drawn.

    `proposed` counts those games of bots alone in which each seat had the bot that it names.
    """

    seat: str
    by_bots: Share
    drawn: Share
    proposed: Share

    @property
    def both(self) -> Share:
        """All games together."""
        count = self.by_bots.count + self.drawn.count
        return share_of(count, self.by_bots.of + self.drawn.of)


@dataclass(frozen=True, slots=True)
class Trial:
    """Games of a campaign that were played to find its mistakes."""

    campaign: Campaign
    games: int
    seed: int
    seats: tuple[SeatTrial, ...]
    bot_games: tuple[GameRecord, ...]
    drawn_games: tuple[GameRecord, ...]

    @property
    def records(self) -> tuple[GameRecord, ...]:
        """Every game."""
        return (*self.bot_games, *self.drawn_games)


def run_trial(
    campaign: Campaign,
    games: int,
    seed: int = 0,
    workers: int = 1,
    on_progress: Progress | None = None,
) -> Trial:
    """Play `games` games, half of them among the campaign's bots and half with drawn choices.

    The result depends on the campaign and the seed, never on the number of workers.
    """
    line_ups = trial_line_ups(campaign)
    records = play_games(campaign, games, seed, line_ups, workers, on_progress)
    drawn = [_is_drawn(line_ups[one.index % len(line_ups)]) for one in records]
    by_bots = tuple(one for one, is_drawn in zip(records, drawn, strict=True) if not is_drawn)
    by_chance = tuple(one for one, is_drawn in zip(records, drawn, strict=True) if is_drawn)
    # The first line-up is the one that the seats themselves propose.
    proposed = tuple(one for one in by_bots if one.index % len(line_ups) == 0)
    seats = tuple(
        SeatTrial(
            campaign.seats[ix].id,
            *(_success(part, ix) for part in (by_bots, by_chance, proposed)),
        )
        for ix in _measured(campaign)
    )
    return Trial(campaign, games, seed, seats, by_bots, by_chance)


def trial_line_ups(campaign: Campaign) -> LineUps:
    """Who plays: the bots of each seat in turn, and after each of these games a drawn one."""
    choices = {
        seat.id: bots_for(campaign, ix)[:-1] or (RANDOM,) for ix, seat in enumerate(campaign.seats)
    }
    drawn = dict.fromkeys(choices, RANDOM)
    rounds = max(len(bots) for bots in choices.values())
    turns = [
        {seat: bots[turn % len(bots)] for seat, bots in choices.items()} for turn in range(rounds)
    ]
    return [line_up for turn in turns for line_up in (turn, drawn)]


def _is_drawn(line_up: Mapping[str, str]) -> bool:
    return set(line_up.values()) == {RANDOM}


def _measured(campaign: Campaign) -> Iterator[int]:
    """The seats whose success is measured."""
    for ix, seat in enumerate(campaign.seats):
        if seat.side != "white" and seat.margin.kind != "none":
            yield ix


def _success(games: Sequence[GameRecord], seat: int) -> Share:
    done = [one for one in games if one.failure is None]
    return share_of(sum(one.succeeded[seat] for one in done), len(done))
