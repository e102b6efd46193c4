"""`nadc simulate` and `nadc diagram`: many games, and the machine that plays them."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from game.commands.door import Misunderstanding, tr
from game.commands.playing import seat_setups

if TYPE_CHECKING:
    from game.content.campaign import Campaign
    from game.study import BatchResult
    from game.study.batch import Progress

Result = TypeVar("Result")


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
    from game.study import run_batch

    loaded = load_campaign(find_campaign(campaign))
    bots = _bots(loaded, seats)
    result = with_progress(
        games,
        lambda told: run_batch(loaded, games, seed, bots, workers or cores(games), told),
    )
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
    setups = seat_setups(campaign, words)
    for setup in setups:
        if setup.is_person:
            raise Misunderstanding(tr().gettext("Only bots play in a simulation."))
    return {setup.seat: setup.player for setup in setups}


def cores(games: int) -> int:
    """One process a core, but no more than there are batches to share out."""
    return max(1, min(os.cpu_count() or 1, games // 100))


def with_progress(games: int, play: Callable[[Progress], Result]) -> Result:
    """What `play` gives, with a bar on a terminal that shows how many games it has played."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(tr().gettext("Games"), total=games)

        def advance(done: int, asked: int) -> None:
            bar.update(task, completed=done, total=asked)

        return play(advance)


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
