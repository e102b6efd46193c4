"""`nadc translate` and `nadc upgrade`: a campaign brought up to date, and nothing in it lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.commands.door import tr
from game.commands.folders import mend_first, own_folder, shown

if TYPE_CHECKING:
    from game.content.translate import Language


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
    from game.content.problems import ContentError
    from game.content.translate import translations, write_translations

    here = own_folder(folder)
    try:
        found = translations(here, languages)
    except ContentError as failure:
        raise mend_first(here, failure) from None
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
    from game.content.problems import ContentError
    from game.content.upgrade import upgrade_folder, write_upgrade

    here = own_folder(folder)
    try:
        upgraded = upgrade_folder(here)
    except ContentError as failure:
        raise mend_first(here, failure) from None
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


def _(message: str) -> str:
    return tr().gettext(message)
