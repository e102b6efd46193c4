"""How the command line speaks of failure: a sentence and an exit code, never a trace."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from game.commands.output import let_go, use_plain_signs

if TYPE_CHECKING:
    from game.narrate.language import Translator

DONE, FAILED, MISUNDERSTOOD = 0, 1, 2


class Refusal(click.ClickException):
    """Something that cannot be done, in words for the user; exit code 1."""

    exit_code = FAILED


class Misunderstanding(click.UsageError):
    """Words that name nothing, with the nearest that would; exit code 2."""


class Door(click.Group):
    """The group of all commands. Errors that a user can cause come out as sentences.

    Commands are listed in the order in which they were added, the ones used most first.
    """

    def main(self, *words: Any, **options: Any) -> Any:
        """Run the command line; output that cannot be written ends it with a sentence."""
        use_plain_signs()
        try:
            return super().main(*words, **options)
        except OSError as failure:
            let_go()
            with suppress(OSError):
                _os_words(failure).show()
            sys.exit(FAILED)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the manual."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of a word; a near miss is told."""
        word = args[0]
        if self.get_command(ctx, word) is None and not word.startswith("-"):
            raise unknown(tr().gettext("There is no command {word!r}."), word, self.commands)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except OSError as failure:
            if failure.filename is None:
                # Output that cannot be written: what else there is to say goes to standard error.
                raise
            raise _os_words(failure) from None
        except Exception as failure:
            worded = _worded(failure)
            if worded is None:
                raise
            raise worded from None


def tr() -> Translator:
    """The translator of the command line: the language of the user's settings."""
    from game.commands.language import translator_of_user

    return translator_of_user()


def unknown(template: str, word: str, choices: Iterable[str]) -> Misunderstanding:
    """A word that is none of the choices, with the nearest one."""
    from game.content.problems.nearest import listed, nearest

    known = list(choices)
    near = nearest(word, known)
    if near:
        hint = tr().gettext("Did you mean {near!r}?").format(near=near)
    else:
        hint = tr().gettext("There are: {words}.").format(words=listed(known))
    return Misunderstanding(f"{template.format(word=word)} {hint}")


def _worded(failure: Exception) -> click.ClickException | None:
    """A user's mistake in words; None for a failure of the program itself."""
    from game.content.editing.refusal import Refused
    from game.content.problems import ContentError
    from game.play.catalogue import FRAME, UnknownCampaign, shipped
    from game.play.trouble import SaveError

    if isinstance(failure, SaveError):
        return Refusal(failure.text(tr()))
    if isinstance(failure, Refused):
        return Refusal(failure.says.text(tr()))
    if isinstance(failure, UnknownCampaign):
        if failure.is_there:
            template = tr().gettext(
                "{word!r} holds no campaign: there is no {file} in it. "
                "Begin a campaign of your own with: nadc new"
            )
            return Misunderstanding(template.format(word=failure.word, file=FRAME))
        template = tr().gettext("There is no campaign {word!r}, and no folder of that name.")
        return unknown(template, failure.word, [folder.name for folder in shipped()])
    if isinstance(failure, ContentError):
        return Refusal(_content_words(failure))
    return None


def _os_words(failure: OSError) -> Refusal:
    reason = failure.strerror or str(failure)
    if failure.filename is None:
        return Refusal(
            tr()
            .gettext("This could not be written. The system says: {detail}.")
            .format(detail=reason)
        )
    return Refusal(tr().gettext("{file}: {reason}.").format(file=failure.filename, reason=reason))


def _content_words(failure: Exception) -> str:
    first = tr().gettext("The campaign has mistakes and cannot be played:")
    last = tr().gettext("See them all, with the lines they are on: nadc check FOLDER")
    return f"{first}\n{failure}\n{last}"
