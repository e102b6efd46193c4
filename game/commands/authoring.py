"""`nadc new`, `nadc schema` and `nadc reference`: for those who write campaigns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from game.commands.door import Misunderstanding, tr, unknown
from game.commands.folders import FRAME, library_folder, mend_first, own_folder, quoted, shown

if TYPE_CHECKING:
    from game.content.scaffold.entries import Kind
    from game.content.schema.words import Level

KINDS = ("card", "inject", "bot")
LEVELS = ("strategic", "operational", "tactical")


@click.command(short_help="Begin a campaign, a card, an inject or a bot.")
@click.argument("words", nargs=-1, required=True, metavar="NAME | card|inject|bot NAME")
@click.option("--folder", type=click.Path(path_type=Path), help="Where the campaign's folder goes.")
@click.option("--from", "source", metavar="CAMPAIGN", help="Copy this campaign instead.")
@click.option("--bare", is_flag=True, help="Begin with the smallest campaign that can be played.")
@click.option("--in", "campaign", metavar="FOLDER", help="The campaign that gets the new entry.")
@click.option(
    "--seat",
    "seats",
    multiple=True,
    metavar="SEAT",
    help="The seat that holds the card, answers the inject, or has the bot.",
)
@click.option("--level", type=click.Choice(LEVELS), help="The level of the card.")
def new(
    words: tuple[str, ...],
    folder: Path | None,
    source: str | None,
    bare: bool,
    campaign: str | None,
    seats: tuple[str, ...],
    level: str | None,
) -> None:
    """Make a campaign called NAME: small, complete, and with comments that teach; it can be
    checked and played at once. With --bare it is the smallest that can be played, for those who
    have a map of their own in mind; with --from, a copy of another one under the new name.

    Or add a card, an inject or a bot to a campaign, filled in and ready to be changed. A card
    also comes on the pile of its seat. Nothing that is there is ever overwritten.

    \b
    Examples:
      nadc new "Two Rivers"
      nadc new "Two Rivers" --bare
      nadc new second-light --from first-light
      nadc new card night-watch --in two-rivers --seat us --level tactical
      nadc new inject hard-question --in two-rivers
    """
    if words[0] in KINDS:
        if folder is not None or source is not None or bare:
            raise Misunderstanding(_("--folder, --from and --bare are for a new campaign."))
        if len(words) == 1:
            template = _("Give the new {kind} a name: nadc new {kind} NAME --in FOLDER")
            raise Misunderstanding(template.format(kind=words[0]))
        if len(seats) > 1:
            raise Misunderstanding(_("--seat names one seat; the file can name more afterwards."))
        seat = seats[0] if seats else None
        _new_entry(cast("Kind", words[0]), " ".join(words[1:]), campaign, seat, level)
        return
    if campaign is not None or seats or level is not None:
        raise Misunderstanding(_("--in, --seat and --level are for a new card, inject or bot."))
    if bare and source is not None:
        raise Misunderstanding(_("Choose one of --bare and --from."))
    _new_campaign(" ".join(words), folder or Path(), source, bare)


def _new_campaign(name: str, parent: Path, source: str | None, bare: bool) -> None:
    from game.content.problems import ContentError
    from game.content.scaffold.campaigns import BARE, new_campaign
    from game.play.catalogue import find_campaign, typed_path

    origin = find_campaign(source) if source else BARE if bare else None
    try:
        made = new_campaign(name, typed_path(str(parent)), origin)
    except ContentError as failure:
        if origin is None:
            raise
        raise mend_first(origin, failure) from None
    template = _("Made the campaign {title} in the folder {folder}.")
    click.echo(template.format(title=made.title, folder=made.folder))
    click.echo(_("Check it, and play it:"))
    click.echo(f"  nadc check {quoted(made.folder)}\n  nadc play {quoted(made.folder)}")
    click.echo(_("Begin with campaign.yaml: its comments say how to go on."))


def _new_entry(
    kind: Kind, name: str, campaign: str | None, seat: str | None, level: str | None
) -> None:
    from game.content.problems import ContentError
    from game.content.scaffold.entries import new_entry

    if level is not None and kind != "card":
        raise Misunderstanding(_("--level is for a new card."))
    folder = own_folder(campaign)
    try:
        added = new_entry(kind, name, folder, seat, cast("Level | None", level))
    except ContentError as failure:
        raise mend_first(folder, failure) from None
    here = shown(folder)
    values = {"id": added.identity, "where": f"{here / added.file}:{added.line}"}
    if added.was_held:
        template = _("Added {id} at {where}; the pile of {seat} in {frame} names it already.")
    elif kind == "card":
        template = _("Added {id} at {where}, and to the pile of {seat} in {frame}.")
    elif kind == "bot":
        template = _("Added {id} at {where}. Name it under `bot` of a seat in {frame}.")
    else:
        template = _("Added {id} at {where}.")
    click.echo(template.format(**values, seat=added.seat, frame=here / FRAME))
    if not added.is_sound:
        template = _("The campaign has mistakes elsewhere; see them: nadc check {folder}")
        click.echo(template.format(folder=quoted(folder)))


@click.command(short_help="Write the files that help an editor with a campaign.")
@click.argument("folder", required=False)
def schema(folder: str | None) -> None:
    """Write the schemas of a campaign's files into its folder `.schema`, and the line that
    names them at the top of each file; FOLDER is where you are when left out.

    An editor with a YAML language server (Visual Studio Code with the extension YAML, for one)
    then explains each key, offers the words that fit, and marks mistakes while you type. Run this
    again after an update of the program.

    \b
    Example:
      nadc schema two-rivers
    """
    from game.content.editing.schemas import write_schemas

    here = library_folder(folder) or own_folder(folder)
    schemas, changed = write_schemas(here)
    click.echo(_("Wrote {folder}.").format(folder=shown(schemas)))
    for path in changed:
        click.echo(_("{path} names its schema now.").format(path=shown(here) / path))


@click.command(short_help="Explain a key, an effect, a quantity or any other word.")
@click.argument("words", nargs=-1, metavar="[WORD]")
@click.option("--markdown", is_flag=True, help="Print the whole reference as a page.")
def reference(words: tuple[str, ...], markdown: bool) -> None:
    """Explain WORD, whatever it is: a key, a kind of entry, an effect, a quantity, a word of
    a fixed list or the code of a problem. Without a word it lists what there is.

    \b
    Examples:
      nadc reference placement
      nadc reference route_mod
      nadc reference quantities
    """
    if markdown:
        from game.content.reference.markdown import reference as page

        click.echo(page(), nl=False)
        return
    from game.content.reference import lookup

    if not words:
        click.echo(lookup.overview())
        return
    word = " ".join(words)
    found = lookup.look_up(word)
    if not found:
        raise unknown(_("The reference has no word {word!r}."), word, lookup.words())
    click.echo("\n\n".join(found))


def _(message: str) -> str:
    return tr().gettext(message)
