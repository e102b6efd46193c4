"""`nadc preview`: a campaign in a window while it is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from game.commands.playing import open_window

if TYPE_CHECKING:
    from pathlib import Path


@click.command(short_help="Show a campaign while you write it; it follows every save.")
@click.argument("folder")
def preview(folder: str) -> None:
    """Show the campaign in FOLDER: its map, cards, injects, briefings and guide, in each language.

    Leave the window open beside your editor. It reads the files again whenever you save one, and
    shows a mistake as `nadc check` would, over the last picture that could be drawn.

    \b
    Example:
      nadc preview my-campaign
    """
    from game.play.catalogue import find_campaign

    path = find_campaign(folder)
    open_window(lambda: _run_preview(path))


def _run_preview(folder: Path) -> None:
    from game.ui.run import run_preview

    run_preview(folder)
