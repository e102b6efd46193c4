"""A sitting on the disk: the size of its file, and how long a choice waits for the save."""

from statistics import median, quantiles
from time import perf_counter_ns

from figures import first_light, show

from game.play.form import SeatSetup
from game.play.session import Session


def bots(campaign):
    """Every seat played by a bot of its own."""
    return [SeatSetup(spec.id, spec.bot or "random") for spec in campaign.seats]


def test_save_of_a_full_game(benchmark, tmp_path):
    campaign = first_light()
    waits, sizes = [], []

    def sitting():
        session = Session.start(campaign, bots(campaign), len(sizes), tmp_path)
        while not session.game.is_over:
            start = perf_counter_ns()
            session.step_bot()
            waits.append(perf_counter_ns() - start)
        session.close()
        assert session.path is not None
        sizes.append(session.path.stat().st_size)

    benchmark.pedantic(sitting, rounds=5)
    show(
        benchmark,
        save_kb=round(median(sizes) / 1024),
        largest_kb=round(max(sizes) / 1024),
        choice_ms=round(median(waits) / 1e6, 2),
        choice_99th_ms=round(quantiles(waits, n=100)[-1] / 1e6, 2),
        longest_choice_ms=round(max(waits) / 1e6, 2),
        goal="a save under 1 MB; no commit holds up a frame (16 ms)",
    )
