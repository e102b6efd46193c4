"""`nadc replay` and `nadc show`: looking at a sitting without touching it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from game.commands.door import Refusal, tr
from game.commands.playing import open_window

if TYPE_CHECKING:
    from pathlib import Path

    from game.model.ids import SeatMask
    from game.play.replay import Replay


@click.command(short_help="Look at a sitting again, step by step.")
@click.argument("file")
@click.option("--text", is_flag=True, help="Print it as sentences instead of opening a window.")
@click.option("--pin", default="", help="The facilitator's PIN: shows hidden things too.")
def replay(file: str, text: bool, pin: str) -> None:
    """Replay FILE: a saved sitting, by its name or as a file.

    A finished sitting shows everything. One that is still being played shows the table view,
    which is what everybody present may know, unless the facilitator's PIN is given.

    \b
    Examples:
      nadc replay "First Light 2026-03-01 10:15"
      nadc replay exported.nadc --text
    """
    path = _path(file)
    from game.play.pin import opens
    from game.play.replay import Replay

    sitting = Replay.open(path)
    if pin and not opens(pin, sitting.header.pin):
        raise Refusal(tr().gettext("This is not the facilitator's PIN of the sitting."))
    if text:
        _print(sitting, pin)
        return
    open_window(lambda: _run_replay(path, sitting.viewers(pin)))


@click.command(short_help="Follow a sitting in a second window, for the projector.")
@click.argument("sitting")
def show(sitting: str) -> None:
    """Show SITTING in a second window that follows it and can change nothing.

    It draws the table view: what everybody present may know, and nothing else.

    \b
    Example:
      nadc show "First Light 2026-03-01 10:15"
    """
    path = _path(sitting)
    from game.play.reading import read_header

    read_header(path)
    open_window(lambda: _run_show(path))


def _run_replay(path: Path, viewers: SeatMask) -> None:
    from game.ui.run import run_replay

    run_replay(path, viewers)


def _run_show(path: Path) -> None:
    from game.ui.run import run_show

    run_show(path)


def _path(word: str) -> Path:
    from game.play.shelf import Shelf
    from game.resources import saves_dir

    return Shelf(saves_dir()).find(word)


def _print(sitting: Replay, pin: str) -> None:
    from game.play.transcript import transcript

    for line in transcript(sitting, sitting.viewers(pin), tr()):
        click.echo(line)
