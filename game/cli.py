"""The command line: each command calls one function elsewhere."""

from __future__ import annotations

import click

from game import __version__
from game.commands import authoring, content, looking, playing, previewing, renewing, saves, study
from game.commands.door import Door

EPILOG = """
\b
Examples:
  nadc                                   open the menu
  nadc play first-light --seat cartel=person
  nadc new "My Campaign"                 begin a campaign of your own
  nadc check my-campaign                 find every mistake in a campaign
  nadc simulate first-light --games 100 --seed 1
  nadc saves                             list the saved sittings

Exit codes: 0 all went well; 1 it could not be done, and the message says why;
2 the command was not understood.
"""


@click.group("nadc", cls=Door, invoke_without_command=True, epilog=EPILOG)
@click.version_option(__version__, prog_name="Coalition Shield")
@click.pass_context
def main(context: click.Context) -> None:
    """Coalition Shield: a wargame for training sittings around one laptop.

    Without a command the menu opens: choose a campaign, say who plays each seat, and go on
    with a sitting where it stopped.
    """
    if context.invoked_subcommand is None:
        playing.open_menu()


main.add_command(playing.play)
main.add_command(looking.replay)
main.add_command(looking.show)
main.add_command(saves.saves)
main.add_command(content.campaigns)
main.add_command(authoring.new)
main.add_command(previewing.preview)
main.add_command(content.check)
main.add_command(content.explain)
main.add_command(authoring.reference)
main.add_command(renewing.translate)
main.add_command(authoring.schema)
main.add_command(renewing.upgrade)
main.add_command(study.simulate)
main.add_command(study.diagram)
