"""`nadc saves`: the saved sittings of this computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.commands.door import Misunderstanding, tr

if TYPE_CHECKING:
    from game.play.shelf import Saved, Shelf


@click.group(invoke_without_command=True, short_help="List, rename, delete, export sittings.")
@click.pass_context
def saves(context: click.Context) -> None:
    """The saved sittings; without a further word they are listed, the last played first.

    \b
    Examples:
      nadc saves
      nadc saves rename "First Light 2026-03-01 10:15" "Course 12, group A"
      nadc saves export "Course 12, group A" ~/Desktop
      nadc saves delete "Course 12, group A"
    """
    if context.invoked_subcommand is None:
        context.invoke(list_sittings)


@saves.command("list", short_help="List the saved sittings.")
def list_sittings() -> None:
    """List the saved sittings, the last played first."""
    sittings = _shelf().sittings()
    if not sittings:
        click.echo(tr().gettext("There are no saved sittings yet. Begin one with: nadc play"))
        return
    from game.commands.tables import print_table

    columns = (_("Sitting"), _("Campaign"), _("Where it stands"), _("Last played"))
    print_table(columns, [_row(one) for one in sittings])
    for one in sittings:
        if one.trouble:
            click.echo(one.trouble.text(tr()), err=True)


@saves.command(short_help="Give a sitting another name.")
@click.argument("sitting")
@click.argument("name")
def rename(sitting: str, name: str) -> None:
    """Give SITTING another NAME."""
    from game.play import shelf

    try:
        shelf.rename(_shelf().find(sitting), name)
    except ValueError:
        raise Misunderstanding(_("A name needs at least one letter.")) from None
    click.echo(_("The sitting is now called {name!r}.").format(name=name))


@saves.command(short_help="Delete a sitting.")
@click.argument("sitting")
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete(sitting: str, yes: bool) -> None:
    """Delete SITTING for good."""
    from game.play import shelf

    path = _shelf().find(sitting)
    if not yes:
        click.confirm(_("Delete {name!r} for good?").format(name=path.name), abort=True)
    shelf.delete(path)
    click.echo(_("{name!r} is deleted.").format(name=path.name))


@saves.command(short_help="Copy a sitting to a file or folder.")
@click.argument("sitting")
@click.argument("target", type=click.Path(path_type=Path))
def export(sitting: str, target: Path) -> None:
    """Copy SITTING to TARGET, a file or a folder; nothing is ever replaced.

    The copy holds the whole campaign, so it can be looked at on any computer.
    """
    from game.play import shelf

    copy = shelf.export(_shelf().find(sitting), target)
    click.echo(_("Copied to {path}.").format(path=copy))


def _(message: str) -> str:
    return tr().gettext(message)


def _shelf() -> Shelf:
    from game.play.shelf import Shelf
    from game.resources import saves_dir

    return Shelf(saves_dir())


def _row(one: Saved) -> tuple[str, ...]:
    from game.play.shelf import local_time

    header = one.header
    if header is None or one.trouble is not None:
        return (one.name, "", _("cannot be read"), "")
    if header.over:
        stands = _("finished, its end not yet seen") if header.ending_due else _("finished")
    else:
        stands = _("quarter {now} of {all}").format(now=header.quarter, all=header.quarters)
    played = local_time(header.saved)
    return (one.name, header.title, stands, f"{played:%Y-%m-%d %H:%M}" if played else "")
