"""`nadc campaigns`, `nadc check` and `nadc explain`: for those who write campaigns."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import fill, indent
from typing import TYPE_CHECKING

import click

from game.commands.door import FAILED, tr, unknown

if TYPE_CHECKING:
    from game.content.loader import Report
    from game.study.trial import Trial

WIDTH = 96
"""Characters of a line of an explanation."""


@click.command(short_help="List the campaigns that are shipped.")
def campaigns() -> None:
    """List the campaigns that are shipped: their names, lengths and seats."""
    from game.commands.tables import print_table
    from game.content.loader import check_campaign
    from game.play.catalogue import shipped

    _ = tr().gettext
    rows = []
    for folder in shipped():
        campaign = check_campaign(folder).campaign
        if campaign is None:
            rows.append((folder.name, _("has mistakes: see nadc check"), "", "", ""))
            continue
        frame = campaign.frame
        minutes = _("{low} to {high} minutes").format(low=frame.minutes[0], high=frame.minutes[1])
        seats = ", ".join(seat.id for seat in frame.seats)
        rows.append((campaign.id, campaign.title, str(frame.quarters), minutes, seats))
    print_table((_("Name"), _("Title"), _("Quarters"), _("Length"), _("Seats")), rows)


@click.command(short_help="Find every mistake in a campaign.")
@click.argument("folders", nargs=-1, metavar="[CAMPAIGN]...")
@click.option("--json", "as_objects", is_flag=True, help="Print a list of objects, for programs.")
@click.option("--github", is_flag=True, help="Print annotations for GitHub's pull requests.")
@click.option("--play", "games", type=click.IntRange(1, 1_000_000), help="Play so many games, too.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), default=0, help="The luck of the games.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that play; one a core.")
def check(
    folders: tuple[str, ...],
    as_objects: bool,
    github: bool,
    games: int | None,
    seed: int,
    workers: int | None,
) -> None:
    """Check campaigns: folders, or names of shipped ones; without one, the folder you are in,
    else everything that is shipped. The folder of a library is checked as one.

    Each problem is shown with its file, line and column, and what to do about it; `nadc explain`
    tells more about its code. The exit code is 1 where there is an error.

    With --play a campaign without errors is also played, half of the games among its bots and half
    with drawn choices. That finds what no reading can: cards that nobody can ever play and the line
    that keeps them from it, games that do not end, seats that cannot succeed or cannot fail, and
    cards that decide the game.

    \b
    Examples:
      nadc check my-campaign
      nadc check my-campaign --play 1000
      nadc check first-light --json
    """
    from game.content.loader import check_campaign
    from game.play.catalogue import find_folder

    chosen = [find_folder(word) for word in folders] or _here()
    reports = [check_campaign(folder) for folder in chosen]
    trials: list[Trial | None] = [None] * len(reports)
    if games is not None:
        for place, report in enumerate(reports):
            trials[place], reports[place] = _played(report, games, seed, workers)
    if as_objects:
        _print_json(reports)
    elif github:
        _print_annotations(reports)
    else:
        for folder, report, trial in zip(chosen, reports, trials, strict=True):
            if trial is not None:
                _print_trial(trial)
            _print_report(folder, report)
            if games is not None and trial is None:
                click.echo(
                    tr().gettext("No games were played: mend the errors first, then play again.")
                )
    if any(problem.is_error for report in reports for problem in report.problems):
        raise click.exceptions.Exit(FAILED)


@click.command(short_help="Explain the code of a problem, such as N201.")
@click.argument("code")
def explain(code: str) -> None:
    """Explain CODE, the code of a problem that `nadc check` has found.

    \b
    Example:
      nadc explain N201
    """
    from game.content.problems import CODES

    known = CODES.get(code.upper())
    if known is None:
        raise unknown(tr().gettext("There is no code {word!r}."), code, sorted(CODES))
    click.echo(f"{known.code} ({known.severity}): {tr().gettext(known.title)}\n")
    click.echo(fill(tr().gettext(known.explanation), WIDTH, break_on_hyphens=False))
    for heading, piece in (
        (tr().gettext("Wrong:"), known.wrong),
        (tr().gettext("Right:"), known.right),
    ):
        if piece:
            click.echo(f"\n{heading}\n{indent(piece.rstrip(), '  ')}")


def _here() -> list[Path]:
    from game.content.loader import LIBRARY
    from game.play.catalogue import FRAME, find_folder, shipped

    here = Path.cwd()
    return [here] if (here / FRAME).is_file() else [*shipped(), find_folder(LIBRARY)]


def _played(
    report: Report, games: int, seed: int, workers: int | None
) -> tuple[Trial | None, Report]:
    """A report with what games show added to it; as it is where it has errors already."""
    from dataclasses import replace

    from game.commands.study import cores, with_progress
    from game.study.findings import findings
    from game.study.trial import run_trial

    campaign = report.campaign
    if campaign is None:
        return None, report
    trial = with_progress(
        games, lambda told: run_trial(campaign, games, seed, workers or cores(games), told)
    )
    return trial, replace(report, problems=(*report.problems, *findings(trial, tr())))


def _print_trial(trial: Trial) -> None:
    from game.commands.tables import print_table
    from game.study.report import trial_table

    table = trial_table(trial, tr())
    print_table(table.columns, table.rows, table.title)


def _print_json(reports: list[Report]) -> None:
    from game.content.problems.render import as_json

    rows = [as_json(one, report.locate, tr()) for report in reports for one in report.problems]
    click.echo(json.dumps(rows, indent=2, ensure_ascii=False))


def _print_annotations(reports: list[Report]) -> None:
    from game.content.problems.render import as_annotation

    for report in reports:
        for problem in report.problems:
            click.echo(as_annotation(problem, report.locate, tr()))


def _print_report(folder: Path, report: Report) -> None:
    from game.content.problems.render import as_text

    for problem in report.problems:
        click.echo(as_text(problem, report.locate, tr()) + "\n")
    count, name = len(report.problems), folder.resolve().name or str(folder)
    if not count:
        click.echo(tr().gettext("{name}: no problems found.").format(name=name))
        return
    template = tr().ngettext("{name}: {n} problem found.", "{name}: {n} problems found.", count)
    click.echo(template.format(name=name, n=count))
    if report.is_partial:
        click.echo(tr().gettext("More checks follow when the files can be read."))
