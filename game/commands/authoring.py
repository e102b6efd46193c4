"""`nadc new`, `schema`, `reference`, `translate` and `upgrade`: for those who write campaigns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from game.commands.door import Misunderstanding, Refusal, tr, unknown

if TYPE_CHECKING:
    from game.content.problems import ContentError
    from game.content.scaffold.entries import Kind
    from game.content.schema.words import Level
    from game.content.translate import Language

FRAME, LIBRARY = "campaign.yaml", "library"
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
    from game.content.scaffold.campaigns import BARE, new_campaign
    from game.play.catalogue import find_campaign

    origin = find_campaign(source) if source else BARE if bare else None
    made = new_campaign(name, parent.expanduser(), origin)
    template = _("Made the campaign {title} in the folder {folder}.")
    title = made.title
    click.echo(template.format(title=title, folder=made.folder))
    click.echo(_("Check it, and play it:"))
    click.echo(f"  nadc check {_quoted(made.folder)}\n  nadc play {_quoted(made.folder)}")
    click.echo(_("Begin with campaign.yaml: its comments say how to go on."))


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)


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
        raise _unreadable(folder, failure) from None
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
        click.echo(template.format(folder=_quoted(folder)))


def _unreadable(folder: Path, failure: ContentError) -> Refusal:
    from game.content.problems.render import as_text

    template = _("Nothing was added to {folder}: first mend the file that it would go into.")
    found = [
        as_text(problem, lambda file: str(folder / file), tr()) for problem in failure.problems
    ]
    return Refusal("\n".join([template.format(folder=folder.resolve().name), *found]))


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

    here = _library(folder) or own_folder(folder)
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


@click.command(short_help="List and add what a campaign's translations lack.")
@click.argument("folder", required=False)
@click.option("--language", "languages", multiple=True, help="Such as es. Repeatable.")
@click.option("--list", "only_list", is_flag=True, help="List what is missing and write nothing.")
def translate(folder: str | None, languages: tuple[str, ...], only_list: bool) -> None:
    """Bring the language files of a campaign (locale/es.yaml and the like) up to date, or only
    those that are named; a language that has no file yet is begun. Texts without a translation
    are added with an empty one. What is done stays: where a text has changed since, its
    translation is kept beside the old text (`was`) until you have looked at it, and where a text
    is gone, its translation is put aside in the same file and comes back with the text.

    \b
    Examples:
      nadc translate two-rivers --language es
      nadc translate two-rivers
      nadc translate two-rivers --list
    """
    from game.content.translate import translations, write_translations

    here = own_folder(folder)
    found = translations(here, languages)
    for language in found:
        _print_language(here, language, only_list)
    if not only_list:
        write_translations(here, found)


def _print_language(folder: Path, language: Language, is_long: bool) -> None:
    template = _("{file}: {done} done, {missing} missing, {changed} to look at again")
    numbers = {
        "done": language.done,
        "missing": len(language.missing),
        "changed": len(language.changed),
    }
    click.echo(template.format(file=shown(folder) / language.file, **numbers))
    for old, text in language.changed:
        place = f"{text.place.file}:{text.place.line}"
        click.echo(f"  {place}: " + _("{old!r} is now {new!r}").format(old=old, new=text.text))
    for gone in language.aside:
        click.echo("  " + _("put aside, the campaign no longer has it: {text!r}").format(text=gone))
    for text in language.back:
        click.echo("  " + _("there again, with its translation: {text!r}").format(text=text.text))
    if is_long:
        for text in language.missing:
            click.echo(f"  {text.place.file}:{text.place.line}: {text.text}")


@click.command(short_help="Rewrite a campaign of an older format.")
@click.argument("folder", required=False)
@click.option("--diff", is_flag=True, help="Show what would change and write nothing.")
def upgrade(folder: str | None, diff: bool) -> None:
    """Rewrite a campaign that was written for an older program, keeping comments and layout.

    \b
    Example:
      nadc upgrade two-rivers --diff
    """
    from game.content.upgrade import upgrade_folder, write_upgrade

    here = own_folder(folder)
    upgraded = upgrade_folder(here)
    name = here.resolve().name
    if upgraded.before == upgraded.after:
        template = _("{folder} is in the present format, {format}; nothing to do.")
        click.echo(template.format(folder=name, format=upgraded.after))
        return
    if diff:
        click.echo(upgraded.diff(), nl=False)
        return
    write_upgrade(here, upgraded)
    template = _("{folder} is now in format {format}. These files have changed:")
    click.echo(template.format(folder=name, format=upgraded.after))
    for path in upgraded.changed:
        click.echo(f"  {shown(here) / path}")


def shown(folder: Path) -> Path:
    """A folder as it is told: as it was named, and by its name where that would say nothing."""
    return folder if folder.name and folder.name != ".." else Path(folder.resolve().name)


def _library(word: str | None) -> Path | None:
    """The folder of a library, which has files like a campaign's but no campaign.yaml."""
    path = Path(word).expanduser() if word is not None else Path()
    is_library = path.resolve().name == LIBRARY and path.is_dir()
    return path if is_library and not (path / FRAME).exists() else None


def own_folder(word: str | None) -> Path:
    """The folder of a campaign that is to be changed; where one is, when none is named.

    Raises Refusal for what is no campaign's folder. Names of shipped campaigns are not taken, so
    that nobody changes those by mistake.
    """
    path = Path(word).expanduser() if word is not None else Path()
    if path.name == FRAME:
        path = path.parent
    if (path / FRAME).is_file():
        return path
    if word is None:
        raise Refusal(_("There is no campaign.yaml here. Name the folder of your campaign."))
    template = _("{folder} is no campaign's folder: there is no campaign.yaml in it.")
    raise Refusal(template.format(folder=path))


def _(message: str) -> str:
    return tr().gettext(message)
