"""locale/*.yaml: a campaign's texts in another language."""

from __future__ import annotations

from pydantic import Field

from game.content.schema.words import Entry


class Translation(Entry):
    """One text and what it is in the other language."""

    text: str = Field(min_length=1, max_length=2000)
    """The text as the campaign has it; when that changes, the translation is stale."""
    translation: str = Field(min_length=1, max_length=4000)
    """The same in the other language."""


class LocaleFile(Entry):
    """locale/LANGUAGE.yaml, such as locale/es.yaml: the campaign's texts in that language."""

    texts: tuple[Translation, ...] = Field(strict=False, min_length=1, max_length=20_000)
    """The texts, in any order."""
