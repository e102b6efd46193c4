"""What an unquoted word of a file means: nothing, true, false, a number, or just text.

YAML readers differ about words such as `no`, `on`, `012` and `2024-01-01`. Here they are text,
always: only what looks like a number in a ledger is a number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})?\.[0-9]{1,15}")
_FIRST = frozenset("+-.0123456789")
_WORDS: Mapping[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}


def meaning(word: str) -> bool | int | float | str | None:
    """The value of an unquoted word. Numbers of more than 15 figures stay text."""
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in _FIRST:
        return word
    if _WHOLE.fullmatch(word):
        return int(word)
    if _DECIMAL.fullmatch(word):
        return float(word)
    return word
