"""locale/*.yaml: a campaign's texts in another language."""

from __future__ import annotations

from pydantic import Field

from game.content.schema.words import Entry


class Translation(Entry):
    """One text and what it is in the other language."""

    text: str = Field(min_length=1, max_length=2000)
    """The text as the campaign has it; when that changes, the translation is stale."""
    was: str | None = Field(default=None, min_length=1, max_length=2000)
    """The text that the translation was made for, where the campaign's text has changed since."""
    place: str | None = Field(default=None, min_length=1, max_length=400)
    """Where in the campaign the text belongs; `nadc translate` writes it and goes by it."""
    translation: str = Field(max_length=4000)
    """The same in the other language; empty until somebody has translated it."""

    @property
    def is_done(self) -> bool:
        """Whether it can be shown: translated, and not of a text that has changed since."""
        return bool(self.translation) and self.was is None


class LocaleFile(Entry):
    """locale/LANGUAGE.yaml, such as locale/es.yaml: the campaign's texts in that language."""

    texts: tuple[Translation, ...] = Field(strict=False, min_length=1, max_length=20_000)
    """The texts, in any order."""
    aside: tuple[Translation, ...] = Field(default=(), strict=False, max_length=20_000)
    """Translations of texts that the campaign no longer has, kept in case they come back."""
