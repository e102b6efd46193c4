"""Random play of a campaign with a clock on every call, and a floor to show it beside."""

from dataclasses import dataclass, field
from statistics import median
from time import perf_counter_ns

from game.model.dice import mix
from game.model.state import State
from game.rules.engine import Game


@dataclass
class Times:
    """Nanoseconds of every call of its kind, over some random games."""

    legal: list[int] = field(default_factory=list)
    apply: list[int] = field(default_factory=list)
    copy: list[int] = field(default_factory=list)
    undo: list[int] = field(default_factory=list)

    def medians(self):
        """Medians in microseconds, by name."""
        return {
            f"{name}_us": round(median(values) / 1000, 2)
            for name, values in vars(self).items()
            if values
        }


def play(campaign, seed):
    """One random game, journal and undo kept; returns the number of actions."""
    game = Game.start(campaign, persons=(), seed=seed)
    luck, actions = mix(seed), 0
    while not game.is_over:
        luck = mix(luck)
        legal = game.legal_actions(game.to_move[0])
        game.apply(legal[luck % len(legal)])
        actions += 1
    return actions


def play_timed(campaign, seed, times):
    """One random game with a clock on every call; each undo that is possible is taken back."""
    game = Game.start(campaign, persons=(), seed=seed)
    luck = mix(seed)
    while not game.is_over:
        luck = mix(luck)
        seat = game.to_move[0]
        start = perf_counter_ns()
        legal = game.legal_actions(seat)
        listed = perf_counter_ns()
        copied = game.state.snapshot()
        after = perf_counter_ns()
        times.legal.append(listed - start)
        times.copy.append(after - listed)
        assert copied.clock == game.state.clock
        _apply_timed(game, legal[luck % len(legal)], times)


def _apply_timed(game, action, times):
    start = perf_counter_ns()
    game.apply(action)
    times.apply.append(perf_counter_ns() - start)
    if game.is_over or game.undo_blocked() is not None:
        return
    start = perf_counter_ns()
    game.undo()
    times.undo.append(perf_counter_ns() - start)
    game.redo()


class Counted(list):
    """A list that counts how often an item of it is read or written."""

    reads = 0
    writes = 0

    def __getitem__(self, place):
        Counted.reads += 1
        found = super().__getitem__(place)
        return Counted(found) if isinstance(place, slice) else found

    def __setitem__(self, place, value):
        Counted.writes += 1
        super().__setitem__(place, value)

    def __iter__(self):
        Counted.reads += len(self)
        return super().__iter__()


def count_accesses(campaign, seeds):
    """Reads and writes of list items of the position, over random games of these seeds."""
    Counted.reads = Counted.writes = 0
    actions = 0
    for seed in seeds:
        game = Game.start(campaign, persons=(), seed=seed)
        luck = mix(seed)
        while not game.is_over:
            luck = mix(luck)
            _count_all(game.state)
            legal = game.legal_actions(game.to_move[0])
            game.apply(legal[luck % len(legal)])
            actions += 1
    return Counted.reads, Counted.writes, actions


def _count_all(state):
    for name in State.__slots__:
        value = getattr(state, name)
        if type(value) is list:
            setattr(state, name, Counted(value))


def floor_ns(reads, writes):
    """Nanoseconds of a bare loop of so many list reads and writes."""
    values = list(range(64))
    start = perf_counter_ns()
    for place in range(reads):
        values[place & 63]
    for place in range(writes):
        values[place & 63] = place
    return perf_counter_ns() - start
