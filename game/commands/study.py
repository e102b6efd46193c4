"""`nadc simulate` and `nadc diagram`: many games, and the machine that plays them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from game.commands.door import Misunderstanding, tr
from game.commands.playing import seat_setup

if TYPE_CHECKING:
    from game.content.campaign import Campaign
    from game.study import BatchResult


@click.command(short_help="Play many games among bots and show what comes of them.")
@click.argument("campaign")
@click.option("--games", type=click.IntRange(1, 1_000_000), default=100, show_default=True)
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=0, show_default=True)
@click.option(
    "--seat", "seats", multiple=True, metavar="SEAT=BOT", help="Another bot for a seat. Repeatable."
)
@click.option("--workers", type=click.IntRange(1, 256), help="Processes; one a core when left out.")
@click.option("--json", "as_object", is_flag=True, help="Print the whole result, for programs.")
def simulate(
    campaign: str,
    games: int,
    seed: int,
    seats: tuple[str, ...],
    workers: int | None,
    as_object: bool,
) -> None:
    """Play many games of CAMPAIGN among bots: how each seat fares, and cards never played.

    The same seed gives the same games, whatever the number of workers.

    \b
    Examples:
      nadc simulate first-light --games 1000 --seed 1
      nadc simulate first-light --seat us=random --json > result.json
    """
    from game.content.loader import load_campaign
    from game.play.catalogue import find_campaign

    loaded = load_campaign(find_campaign(campaign))
    bots = _bots(loaded, seats)
    result = _run(loaded, games, seed, bots, workers or _cores(games))
    if as_object:
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(result), indent=2).decode())
        return
    _print(result, loaded)


@click.command(short_help="Print the quarter's state machine as a Mermaid diagram.")
def diagram() -> None:
    """Print the sequence of phases as a Mermaid diagram, as the README shows it."""
    from game.rules.sequence import diagram as drawn

    click.echo(drawn())


def _bots(campaign: Campaign, words: tuple[str, ...]) -> dict[str, str]:
    setups = [seat_setup(campaign, word) for word in words]
    for setup in setups:
        if setup.is_person:
            raise Misunderstanding(tr().gettext("Only bots play in a simulation."))
    return {setup.seat: setup.player for setup in setups}


def _cores(games: int) -> int:
    """One process a core, but no more than there are batches to share out."""
    return max(1, min(os.cpu_count() or 1, games // 100))


def _run(
    campaign: Campaign, games: int, seed: int, bots: dict[str, str], workers: int
) -> BatchResult:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    from game.study import run_batch

    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    with bar:
        task = bar.add_task(tr().gettext("Games"), total=games)

        def advance(done: int, asked: int) -> None:
            bar.update(task, completed=done, total=asked)

        return run_batch(campaign, games, seed, bots, workers=workers, on_progress=advance)


def _print(result: BatchResult, campaign: Campaign) -> None:
    from game.commands.tables import print_table
    from game.study import tables_of

    for table in tables_of(result, campaign, tr()):
        print_table(table.columns, table.rows, table.title)
    if result.failures:
        count = len(result.failures)
        template = tr().ngettext(
            "{n} game failed: this is a mistake of the program.",
            "{n} games failed: this is a mistake of the program.",
            count,
        )
        click.echo(template.format(n=count), err=True)
