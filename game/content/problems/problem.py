"""One thing wrong with an author's file, and the error that carries all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Protocol


class Translator(Protocol):
    """What turns an English template into the reader's language, as gettext does."""

    def gettext(self, message: str, /) -> str:
        """The template in the reader's language."""


class Severity(StrEnum):
    """How bad a problem is: an error stops the campaign, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Sentence(NamedTuple):
    """A whole-sentence template with named placeholders, and what fills them.

    What fills them may be sentences themselves.
    """

    template: str
    values: tuple[tuple[str, object], ...] = ()

    def text(self, translator: Translator | None = None) -> str:
        """The finished sentence, in English without a translator."""
        template = translator.gettext(self.template) if translator else self.template
        values = {
            key: value.text(translator) if isinstance(value, Sentence) else value
            for key, value in self.values
        }
        return template.format(**values) if values else template


def say(template: str, /, **values: object) -> Sentence:
    """A sentence to be worded later; the template is what translators see."""
    return Sentence(template, tuple(values.items()))


def both(first: Sentence | None, second: Sentence | None) -> Sentence | None:
    """Two sentences, one after the other; either may be missing."""
    if first is None or second is None:
        return first or second
    return say("{first} {second}", first=first, second=second)


def worded(template: str, /) -> str:
    """A template that becomes a sentence later; marked here for translators."""
    return template


class Place(NamedTuple):
    """Where something stands in an author's file.

    `line` and `column` count from 1; line 0 means the file as a whole. `source` is the text of
    the line, without its line end.
    """

    file: str
    line: int = 0
    column: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: its stable code, how bad it is, where it is, what is wrong and the fix."""

    code: str
    severity: Severity
    place: Place
    says: Sentence
    fix: Sentence | None = field(default=None)

    @property
    def file(self) -> str:
        """The file, relative to the campaign's folder, or `library/...`."""
        return self.place.file

    @property
    def line(self) -> int:
        """The line, from 1; 0 for the file as a whole."""
        return self.place.line

    @property
    def column(self) -> int:
        """The column in characters, from 1; 0 for the file as a whole."""
        return self.place.column

    @property
    def source(self) -> str:
        """The text of the line."""
        return self.place.source

    @property
    def message(self) -> str:
        """What is wrong, as an English sentence."""
        return self.says.text()

    @property
    def hint(self) -> str:
        """What to do about it, as an English sentence; empty when there is nothing to add."""
        return self.fix.text() if self.fix else ""

    @property
    def is_error(self) -> bool:
        """Whether a campaign with this problem cannot be played."""
        return self.severity is Severity.ERROR


class ContentError(Exception):
    """An author's files cannot be used; `problems` says everything that is wrong with them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(
            f"{p.file}:{p.line}:{p.column}: {p.severity} {p.code}: {p.message}"
            for p in self.problems
        )


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems as an author reads them: by file, line and column, each once."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda p: (p.file, p.line, p.column, p.code, p.message))
