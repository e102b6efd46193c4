"""Translations: what a language file leaves out, and what it still has of texts that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.content.positions import Node
from game.content.problems import Place, Problem, report, say
from game.content.problems.nearest import nearest
from game.content.texts import is_shown, texts_of
from game.content.whole import Whole


def incomplete(whole: Whole) -> Iterator[Problem]:
    """Texts without a translation, and translations of texts that the campaign no longer has."""
    texts = _texts(whole)
    for language, translations in whole.draft.locales.items():
        node = whole.draft.locale_nodes[language]
        listed = node.child("texts")
        yield from _stale(whole, listed.items or () if listed is not None else (), texts)
        missing = [text for text in texts if text not in translations]
        if missing:
            says = say(
                "{count} texts have no translation; the first is: {text}",
                count=len(missing),
                text=missing[0][:60],
            )
            fix = say("`nadc translate` adds the missing ones to the file.")
            yield report("N903", Place(node.file), says, fix)


def _stale(whole: Whole, items: Iterable[Node], texts: dict[str, None]) -> Iterator[Problem]:
    for item in items:
        text, was = item.deepest(("text",)), item.child("was")
        if was is not None and was.value is not None:
            says = say("The text has changed since it was translated.")
            fix = say("Bring the translation up to date, then remove the line `was`.")
            yield report("N904", whole.draft.lines.at_key(was), says, fix)
        elif isinstance(text.value, str) and text.value not in texts:
            says = say("The campaign no longer has this text.")
            near = nearest(text.value, texts)
            meant = say("Is it this one now? {text}", text=near) if near else None
            yield report("N904", whole.draft.lines.at(text), says, meant)


def _texts(whole: Whole) -> dict[str, None]:
    found: dict[str, None] = {}
    items = (item for shelf in whole.draft.shelves.values() for item in shelf)
    for entry in (whole.frame, *(item.value for item in items)):
        if entry is not None and is_shown(entry, whole.frame.seats):
            found.update(dict.fromkeys(texts_of(entry)))
    return found
