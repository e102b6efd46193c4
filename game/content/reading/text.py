"""Bytes into text: UTF-8 without anything that would read differently from how it looks."""

from __future__ import annotations

import re

from game.content.positions import Lines
from game.content.problems import Place, Problem, Sentence, report, say

# Control characters, line ends that editors do not show as such, marks that turn the direction
# of writing, halves of characters, and code points that are no characters at all.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def decoded(file: str, data: bytes) -> str | Problem:
    """The text of a file's bytes, or why they are no text."""
    if data.startswith(_BYTE_ORDER_MARKS) or (len(data) > 3 and 0 in data[:4]):
        return report(
            "N103",
            Place(file),
            say("This file is not plain UTF-8 text."),
            say("Save it again with the encoding UTF-8 (not Unicode or UTF-16)."),
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        begin = data.rfind(b"\n", 0, failure.start) + 1
        column = len(data[begin : failure.start].decode("utf-8", "replace")) + 1
        return report(
            "N103",
            Place(file, line, column),
            say("This file is not plain UTF-8 text: a character here is stored in another way."),
            say("Save it again with the encoding UTF-8."),
        )


def normalised(text: str) -> str:
    """The text with plain newlines and without a byte order mark, the same on every computer."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def character_problem(file: str, text: str, lines: Lines) -> Problem | None:
    """What is wrong with the characters of a normalised text, if anything."""
    if match := _FORBIDDEN.search(text):
        says = say("There is an invisible character here (U+{number}).", number=_number(match[0]))
        return _at(file, text, match.start(), "N104", says, lines)
    tab = text.find("\t")
    if tab >= 0:
        return _at(file, text, tab, "N105", say("There is a tab here; use spaces."), lines)
    return None


def _number(character: str) -> str:
    return f"{ord(character):04X}"


_FIXES = {
    "N104": say("Delete the character, or type this place again."),
    "N105": say("Replace the tab by spaces."),
}


def _at(file: str, text: str, offset: int, code: str, says: Sentence, lines: Lines) -> Problem:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return report(code, lines.place(file, line, column), says, _FIXES[code])
