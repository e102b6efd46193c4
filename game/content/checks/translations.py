"""Translations: what is left out, what belongs to a text that changed, and marks that got lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from game.content.positions import Node
from game.content.problems import Problem, report, say
from game.content.problems.nearest import nearest
from game.content.texts import is_shown, texts_of
from game.content.whole import Whole


def incomplete(whole: Whole) -> Iterator[Problem]:
    """Texts without a translation, and translations of texts that the campaign no longer has."""
    texts = _texts(whole)
    for root in whole.draft.locale_nodes.values():
        listed = root.child("texts")
        if listed is not None:
            yield from _stale(whole, listed.items or (), texts)
            yield from _missing(whole, listed, texts)


def _missing(whole: Whole, listed: Node, texts: Mapping[str, None]) -> Iterator[Problem]:
    lines = {item.deepest(("text",)).value: item.line for item in listed.items or ()}
    translated = {
        item.deepest(("text",)).value
        for item in listed.items or ()
        if item.deepest(("translation",)).value
    }
    missing = [text for text in texts if text not in translated]
    if not missing:
        return
    open_lines = [lines[text] for text in missing if text in lines]
    if open_lines:
        says = say(
            "{count} of {all} texts have no translation yet; the first is in line {line}.",
            count=len(missing),
            all=len(texts),
            line=min(open_lines),
        )
        fix = say(
            "Write them between the quotes. If they may wait, write at the end of this line: "
            "# nadc: ignore N903 because (your reason)."
        )
    else:
        says = say(
            "{count} of {all} texts are not in this file; the first is: {text}",
            count=len(missing),
            all=len(texts),
            text=missing[0][:60],
        )
        fix = say("`nadc translate` adds them, each with an empty translation.")
    yield report("N903", whole.draft.lines.at_key(listed), says, fix)


def _stale(whole: Whole, items: Iterable[Node], texts: Mapping[str, None]) -> Iterator[Problem]:
    items = list(items)
    known = {item.deepest(("text",)).value for item in items}
    for item in items:
        text, was = item.deepest(("text",)), item.child("was")
        if not item.deepest(("translation",)).value:
            continue
        if was is not None and was.value is not None:
            says = say("The text has changed since it was translated.")
            fix = say("Bring the translation up to date, then remove the line `was`.")
            yield report("N904", whole.draft.lines.at_key(was), says, fix)
        elif isinstance(text.value, str) and text.value not in texts:
            says = say("The campaign no longer has this text.")
            near = nearest(text.value, [one for one in texts if one not in known])
            fix = (
                say(
                    "Run `nadc translate`: it keeps this translation for what stands there now. "
                    "Is it this one? {text}",
                    text=near,
                )
                if near
                else say(
                    "Run `nadc translate`: it keeps this translation for what stands there now, "
                    "or puts it aside."
                )
            )
            yield report("N904", whole.draft.lines.at(text), says, fix)


_BRACES = re.compile(r"\{\w*\}")


def unmarked(whole: Whole) -> Iterator[Problem]:
    """Translations that lost the stars of bold words, or what stands in braces."""
    for root in whole.draft.locale_nodes.values():
        for item in root.deepest(("texts",)).items or ():
            text, node = item.deepest(("text",)).value, item.deepest(("translation",))
            if isinstance(text, str) and isinstance(node.value, str) and node.value:
                yield from _lost(whole, text, node.value, node)


def _lost(whole: Whole, text: str, translation: str, node: Node) -> Iterator[Problem]:
    there, here = text.count("**"), translation.count("**")
    if there != here:
        says = say(
            "Marks of bold words: {there} in the text, {here} in its translation.",
            there=there,
            here=here,
        )
        fix = say("Put two stars before and after the words that are bold in the text.")
        yield report("N905", whole.draft.lines.at(node), says, fix)
    braces = Counter(_BRACES.findall(text))
    if braces != Counter(_BRACES.findall(translation)):
        says = say("What stands in braces differs from the text: {words}.", words=", ".join(braces))
        fix = say("Keep it as it is, braces included; a number or a name is put there.")
        yield report("N905", whole.draft.lines.at(node), says, fix)


def _texts(whole: Whole) -> dict[str, None]:
    found: dict[str, None] = {}
    items = (item for shelf in whole.draft.shelves.values() for item in shelf)
    for entry in (whole.frame, *(item.value for item in items)):
        if entry is not None and is_shown(entry, whole.frame.seats):
            found.update(dict.fromkeys(texts_of(entry)))
    return found
