"""How fast the rules are; figures, never asserts about time.

Run with `pytest tests/benchmarks -o addopts="" --benchmark-columns=median,ops`; the figures of
each case stand under `extra_info` of `--benchmark-json`, and are printed with `-s`.
"""

from time import perf_counter

from figures import first_light, show
from random_play import Times, count_accesses, floor_ns, play, play_timed


def test_calls_over_random_play(benchmark):
    campaign = first_light()
    times = Times()
    seeds = iter(range(10_000))
    benchmark.pedantic(lambda: play_timed(campaign, next(seeds), times), rounds=40, warmup_rounds=3)
    show(
        benchmark,
        **times.medians(),
        calls=len(times.apply),
        goal="legal 25, apply 20, copy 10, undo 10 us",
    )


def test_random_play(benchmark):
    campaign = first_light()
    games = 100
    seeds = iter(range(1_000_000))
    counted = []

    def some():
        counted.append(sum(play(campaign, next(seeds)) for _ in range(games)))

    start = perf_counter()
    benchmark.pedantic(some, rounds=5, warmup_rounds=1)
    took = perf_counter() - start
    actions = sum(counted)
    reads, writes, of = count_accesses(campaign, range(20))
    floor = min(floor_ns(reads, writes) for _ in range(3)) / of / 1e9
    each = took / actions
    show(
        benchmark,
        actions_a_second=round(1 / each),
        games_a_second=round(len(counted) * games / took),
        actions_a_game=round(actions / len(counted) / games, 1),
        reads_an_action=round(reads / of),
        writes_an_action=round(writes / of),
        floor_actions_a_second=round(1 / floor),
        times_the_floor=round(each / floor, 1),
        goal="20,000 actions and 100 games a second",
    )
