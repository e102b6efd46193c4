"""Which translation belongs to which text, where texts have changed since it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.content.editing.layout import Laid
from game.content.translating.wanted import Text, Wanted

LIKENESS = 0.6
"""How alike an old and a new text must be to count as the same text, changed; 1 is the same."""
MOST_COMPARED = 40_000
"""Pairs of texts that are compared letter by letter; comparing more would take minutes."""


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """An entry of a language file, and its number in its list.

    `is_aside` tells those that were put aside before.
    """

    text: str
    was: str
    translation: str
    spot: str
    is_aside: bool
    number: int
    laid: Laid

    @property
    def is_open(self) -> bool:
        """Whether nobody has translated it yet."""
        return not self.translation


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry and the text to which it belongs now."""

    entry: Written
    text: Text

    @property
    def made_for(self) -> str:
        """The text that the translation was made for."""
        return self.entry.was or self.entry.text

    @property
    def is_stale(self) -> bool:
        """Whether the translation was made for another text than the one that stands there now."""
        return not self.entry.is_open and self.made_for != self.text.text


@dataclass(frozen=True, slots=True)
class Matched:
    """Every entry with its text, the texts that no entry has, and entries without a text."""

    pairs: tuple[Pair, ...]
    added: tuple[Text, ...]
    gone: tuple[Written, ...]


@dataclass(slots=True)
class _Search:
    """What is still to be matched: entries without a text, and texts without an entry."""

    entries: Sequence[Written]
    wanted: Wanted
    waiting: list[Written]
    left: dict[str, Text]


_Guesses = Iterator[tuple[Written, str]]


def match(entries: Sequence[Written], wanted: Wanted) -> Matched:
    """Entries with the texts of a campaign: by their words, else by their spot, else by likeness.

    An entry that was put aside comes back when its text does, or another one at its spot.
    """
    # What is in use comes before what was put aside.
    waiting = sorted(entries, key=lambda entry: entry.is_aside)
    search = _Search(entries, wanted, waiting, dict(wanted.texts))
    pairs: list[Pair] = []
    for guess in (_same, _as_before, _at_its_spot, _between_the_same, _alike):
        for entry, text in list(guess(search)):
            if text in search.left and entry in search.waiting:
                pairs.append(Pair(entry, search.left.pop(text)))
                search.waiting.remove(entry)
    gone = tuple(entry for entry in search.waiting if not entry.is_aside)
    return Matched(tuple(pairs), tuple(search.left.values()), gone)


def _same(search: _Search) -> _Guesses:
    for entry in search.waiting:
        yield entry, entry.text


def _as_before(search: _Search) -> _Guesses:
    """A text that has become again what it was when it was translated."""
    for entry in search.waiting:
        yield entry, entry.was


def _at_its_spot(search: _Search) -> _Guesses:
    for entry in search.waiting:
        yield entry, search.wanted.by_spot.get(entry.spot, "")


def _between_the_same(search: _Search) -> _Guesses:
    """Entries that name no spot: as texts keep their order in the file, those that stand between
    the same two as before are the same ones, changed."""
    if all(entry.spot or entry.is_aside for entry in search.waiting):
        return
    # difflib takes a hundredth of a second to import, and most runs find nothing changed.
    from difflib import SequenceMatcher

    used = [entry for entry in search.entries if not entry.is_aside]
    new = list(search.wanted.texts)
    blocks = SequenceMatcher(None, [one.text for one in used], new, False).get_opcodes()
    for tag, begin, end, first, last in blocks:
        if tag == "replace" and end - begin == last - first:
            for entry, text in zip(used[begin:end], new[first:last], strict=True):
                if not entry.spot:
                    yield entry, text


def _alike(search: _Search) -> _Guesses:
    """Entries with the text that each has most likely become."""
    if not 0 < len(search.waiting) * len(search.left) <= MOST_COMPARED:
        return
    from difflib import get_close_matches

    for entry in search.waiting:
        for near in get_close_matches(entry.text, search.left, n=1, cutoff=LIKENESS):
            yield entry, near
