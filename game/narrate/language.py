"""Languages: the translator that turns English templates into a reader's language.

A translator is always a parameter, since each seat may read another language. Templates are whole
sentences with named placeholders; `mark` and `mark_many` only show them to the extractor.
"""

import gettext
from collections.abc import Mapping
from typing import NamedTuple, Protocol

from game.resources import assets_dir

DOMAIN = "coalition-shield"
"""Name of the catalogues' files."""

LANGUAGES: Mapping[str, str] = {"en": "English", "es": "Español", "fr": "Français"}
"""Every language of the interface, in its own words."""


class Translator(Protocol):
    """What turns an English template into the reader's language, as gettext does."""

    def gettext(self, message: str, /) -> str:
        """The template in the reader's language."""

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        """The template for this number in the reader's language."""


class Plural(NamedTuple):
    """A template for one and a template for any other number."""

    one: str
    many: str


def mark(template: str) -> str:
    """The same template; the extractor finds it here and it is translated where it is used."""
    return template


def mark_many(one: str, many: str) -> Plural:
    """The same templates; the extractor finds them here."""
    return Plural(one, many)


def translator(language: str = "en") -> Translator:
    """The translator of a language; English for one that is not in `LANGUAGES`."""
    if language not in LANGUAGES or language == "en":
        return gettext.NullTranslations()
    return gettext.translation(
        DOMAIN, str(assets_dir() / "locale"), languages=[language], fallback=True
    )
