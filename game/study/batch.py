"""Many games of one campaign: the playtest farm (RULES 15, appendix C)."""

import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor

from game.bots import bots_for, can_play
from game.content.campaign import Campaign
from game.model.dice import below, stream
from game.study.records import GameRecord
from game.study.single import SingleGame
from game.study.summary import BatchResult, summarise

CHUNK = 100
"""Games that a worker plays before it reports."""
_STUDY = stream("study")
LineUps = Sequence[Mapping[str, str]]
"""Bots by seat, for one game each; where there are several they take turns."""
Progress = Callable[[int, int], None]
"""Called with the games played and the games asked for."""


def run_batch(
    campaign: Campaign,
    games: int,
    seed: int,
    bots: Mapping[str, str] | None = None,
    workers: int = 1,
    on_progress: Progress | None = None,
) -> BatchResult:
    """Play `games` games among bots and sum them up.

    `bots` names a bot for some seats by id; the others take their own. The result depends on
    the campaign, the bots and the seed, never on the number of workers. Raises `KeyError` for a
    seat or a bot that the campaign does not have.
    """
    chosen = choose_bots(campaign, bots)
    records = play_games(campaign, games, seed, (chosen,), workers, on_progress)
    return summarise(campaign, seed, chosen, records)


def play_games(
    campaign: Campaign,
    games: int,
    seed: int,
    line_ups: LineUps,
    workers: int = 1,
    on_progress: Progress | None = None,
) -> list[GameRecord]:
    """The records of `games` games; the line-ups, a bot for every seat each, take turns."""
    records: list[GameRecord] = []
    for chunk in _chunks(campaign, games, seed, line_ups, workers):
        records.extend(chunk)
        if on_progress is not None:
            on_progress(len(records), games)
    return records


def choose_bots(campaign: Campaign, bots: Mapping[str, str] | None) -> dict[str, str]:
    """A bot for every seat: the one named, else the seat's own."""
    named = dict(bots or {})
    chosen = {}
    for ix, spec in enumerate(campaign.seats):
        chosen[spec.id] = named.pop(spec.id, bots_for(campaign, ix)[0])
        if not can_play(campaign, ix, chosen[spec.id]):
            raise KeyError(chosen[spec.id])
    for unknown in named:
        raise KeyError(unknown)
    return chosen


def game_seed(seed: int, index: int) -> int:
    """The seed of a game of a batch: a number that a person can type to play it again."""
    return below(1_000_000_000, seed, _STUDY, index)


def play_range(
    campaign: Campaign, seed: int, line_ups: LineUps, start: int, stop: int
) -> list[GameRecord]:
    """The records of the games from `start` up to, but not including, `stop`."""
    return [
        SingleGame(campaign, game_seed(seed, index), line_ups[index % len(line_ups)], index).play()
        for index in range(start, stop)
    ]


def _chunks(
    campaign: Campaign, games: int, seed: int, line_ups: LineUps, workers: int
) -> Iterator[list[GameRecord]]:
    if workers <= 1:
        step = max(1, min(CHUNK, games // 50))
        for start in range(0, games, step):
            yield play_range(campaign, seed, line_ups, start, min(start + step, games))
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        workers, mp_context=context, initializer=_begin, initargs=(campaign, seed, line_ups)
    ) as pool:
        # Small enough for all to have something to do to the end, and for progress to be seen.
        step = max(1, min(CHUNK, games // (10 * workers)))
        starts = range(0, games, step)
        yield from pool.map(_work, starts, [min(start + step, games) for start in starts])


_job: list[tuple[Campaign, int, LineUps]] = []
"""What this worker process plays; set once when it begins."""


def _begin(campaign: Campaign, seed: int, line_ups: LineUps) -> None:
    _job[:] = [(campaign, seed, line_ups)]


def _work(start: int, stop: int) -> list[GameRecord]:
    campaign, seed, line_ups = _job[0]
    return play_range(campaign, seed, line_ups, start, stop)
