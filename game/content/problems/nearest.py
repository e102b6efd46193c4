"""Did you mean: the valid word nearest to what an author wrote."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

MAX_LENGTH = 60
MAX_CHOICES = 5_000
LOOKED_AT = 20


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that `word` most likely stands for, or None when none is near.

    Capitals, spaces and underscores count for nothing, so that `Mx Northwest` finds
    `mx-northwest`. The answer depends on the order of `choices` only for exact ties.
    """
    if not word or len(word) > MAX_LENGTH:
        return None
    plain = _plain(word)
    known: dict[str, str] = {}
    for choice in choices:
        known.setdefault(_plain(choice), choice)
        if len(known) >= MAX_CHOICES:
            break
    if plain in known:
        return known[plain]
    return _close(plain, known) or _inside(plain, known)


def _plain(word: str) -> str:
    return word.strip().strip("'\"").lower().replace("_", "-").replace(" ", "-")


def _close(plain: str, known: dict[str, str]) -> str | None:
    # difflib takes a hundredth of a second to import and most files have no mistakes.
    from difflib import get_close_matches

    # Comparing a word with thousands of others is dear, so only those that share most pairs of
    # letters with it are looked at closely.
    pairs = _pairs(plain)
    likely = sorted(known, key=lambda choice: -len(pairs & _pairs(choice)))[:LOOKED_AT]
    found = get_close_matches(plain, likely, n=1, cutoff=0.66)
    return known[found[0]] if found else None


def _pairs(word: str) -> set[str]:
    return {first + second for first, second in pairwise(f"^{word}")}


def _inside(plain: str, known: dict[str, str]) -> str | None:
    if len(plain) < 3:
        return None
    holding = [
        choice for key, choice in known.items() if plain in key or (len(key) > 3 and key in plain)
    ]
    return holding[0] if len(holding) == 1 else None


_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


def as_id(text: str) -> str:
    """A text made into an id: small letters, digits and single hyphens; accents are dropped.

    >>> as_id("Día uno")
    'dia-uno'
    """
    plain = text[:60]
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(part for part in parts if not unicodedata.combining(part))
    return _NOT_IN_IDS.sub("-", plain.lower()).strip("-")


def listed(words: Iterable[str], limit: int = 12) -> str:
    """Words as an author reads them in a hint: `a, b, c`, with dots when there are more."""
    shown = list(words)
    more = ", ..." if len(shown) > limit else ""
    return ", ".join(shown[:limit]) + more
