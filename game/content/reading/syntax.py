"""What a YAML reader could not understand, in the words of somebody who wrote it by hand."""

from __future__ import annotations

import re
from typing import Any

from game.content.positions import Lines
from game.content.problems import Place, Problem, Sentence, report, say

_Wording = tuple[str, Sentence, Sentence | None]

_UNQUOTED_COLON: _Wording = (
    "N106",
    say("There is a second colon in this line, so the text cannot be told from the keys."),
    say("Put the text after the first colon in quotes."),
)
_TOO_FAR_RIGHT: _Wording = (
    "N106",
    say("This line begins further to the right than the lines it belongs to."),
    say("Let keys of the same entry begin in the same column."),
)
_NO_COLON: _Wording = (
    "N106",
    say("This line should be `key: value`, but it has no colon followed by a space."),
    say("If it continues the text above, put that whole text in quotes or after a `|`."),
)
_OUT_OF_LINE: _Wording = (
    "N106",
    say("This line does not line up with the lines above it."),
    say("Let keys of one entry, and the dashes of one list, begin in the same column."),
)
_AFTER_QUOTE: _Wording = (
    "N106",
    say("The text goes on after its closing quotation mark."),
    say("Put the whole text between one pair of quotes; inside use the other kind of quote."),
)
_NO_SPACE: _Wording = (
    "N106",
    say("There is no space after the colon in this line."),
    say("Put a space after the colon."),
)
_AFTER_BRACKET: _Wording = (
    "N106",
    say("Something stands after the closing bracket here."),
    say("Remove it; if the brackets are part of a text, put the whole text in quotes."),
)
_DASH_EXPECTED: _Wording = (
    "N106",
    say("This line stands among the items of a list but does not begin with a dash."),
    say("Begin it with `- `, or move it further to the right to belong to the item above."),
)
_BRACKET: _Wording = (
    "N106",
    say("The bracket opened here is not closed, or a comma is missing inside it."),
    say("Check that commas stand between the items, and that the bracket is closed."),
)
_QUOTE: _Wording = (
    "N106",
    say("The quotation mark opened here is never closed."),
    say("Close it at the end of the text."),
)
_START: _Wording = (
    "N106",
    say("A text cannot begin with this character unless it is quoted."),
    say("Put the whole text in quotes."),
)
_BACKSLASH: _Wording = (
    "N106",
    say("Between double quotes a backslash has a special meaning."),
    say("Use single quotes around the text, or a slash instead of the backslash."),
)
_DASH_HERE: _Wording = (
    "N106",
    say("A list cannot begin in the same line as its key."),
    say("Put each item on a line of its own below the key, beginning with a dash."),
)
_AFTER_BAR: _Wording = (
    "N106",
    say("A text that begins with | or > goes on in the next line, not in this one."),
    say("If | or > is part of the text, put the whole text in quotes."),
)
_STAR: _Wording = (
    "N107",
    say("A value that begins with * or & has a special meaning that campaigns do not use."),
    say("Put the whole text in quotes."),
)
_TAG: _Wording = (
    "N108",
    say("A value that begins with ! has a special meaning that campaigns do not use."),
    say("Put the whole text in quotes."),
)
_ORDER: _Wording = (
    "N111",
    say("A line that begins with % gives an order to the YAML reader; campaigns have none."),
    say("Remove the line."),
)
_ENDS: _Wording = (
    "N106",
    say("The file ends in the middle of something."),
    say("Look for a bracket that is not closed, or a key without a colon."),
)
_UNCLEAR: _Wording = (
    "N106",
    say("From here on the layout of the file cannot be understood."),
    say("Look for a missing quote, bracket, colon or space in this line and the one above."),
)

# What the readers say (the one in C and the one in Python word some things differently), how it
# is worded here, and whether the trouble lies where the reader began or where it gave up.
_BY_PHRASE: tuple[tuple[str, _Wording, bool], ...] = (
    ("an alias", _STAR, True),
    ("an anchor", _STAR, True),
    ("scanning a tag", _TAG, True),
    ("parsing a tag", _TAG, True),
    ("tag handle", _TAG, False),
    ("a directive", _ORDER, True),
    ("sequence entries are not allowed", _DASH_HERE, False),
    ("comment or line break", _AFTER_BAR, True),
    ("comment or a line break", _AFTER_BAR, True),
    ("indentation indicator", _AFTER_BAR, True),
    ("chomping or indentation", _AFTER_BAR, True),
    ("scanning a block scalar", _AFTER_BAR, True),
    ("escape", _BACKSLASH, False),
    ("hexdecimal", _BACKSLASH, False),
    ("hexadecimal", _BACKSLASH, False),
    ("scanning a quoted scalar", _QUOTE, True),
    ("cannot start any token", _START, False),
    ("a flow sequence", _BRACKET, True),
    ("a flow mapping", _BRACKET, True),
    ("a block collection", _DASH_EXPECTED, False),
)


def syntax_problem(file: str, failure: Any, lines: Lines) -> Problem:
    """The problem behind an error of the YAML reader; without a position it is the file's."""
    problem = str(getattr(failure, "problem", None) or "")
    context = str(getattr(failure, "context", None) or "")
    gave_up = _marked(file, getattr(failure, "problem_mark", None), lines)
    began = _marked(file, getattr(failure, "context_mark", None), lines)
    place = gave_up or began or Place(file)
    if gave_up is not None and not lines.rest(gave_up).strip() and "quoted scalar" not in context:
        return report(place=lines.last(file), **_parts(_ENDS))
    if "mapping values are not allowed" in problem:
        return report(place=place, **_parts(_colon(place)))
    if "expected key" in problem or ("<block end>" in problem and "block mapping" in context):
        return report(place=place, **_parts(_line_up(place)))
    if "expected ':'" in problem:
        place = began or place
        return report(place=place, **_parts(_colonless(place, lines)))
    said = f"{context} {problem}"
    for phrase, wording, at_start in _BY_PHRASE:
        if phrase in said:
            where = (began or place) if at_start else place
            where = _on_backslash(where) if wording is _BACKSLASH else where
            return report(place=where, **_parts(wording))
    return report(place=place, **_parts(_UNCLEAR))


def _on_backslash(place: Place) -> Place:
    """The place of the backslash itself; one reader points behind it."""
    column = place.source.rfind("\\", 0, place.column) + 1
    return place._replace(column=column) if column else place


def _parts(wording: _Wording) -> dict[str, Any]:
    return {"code": wording[0], "says": wording[1], "fix": wording[2]}


def _marked(file: str, mark: Any, lines: Lines) -> Place | None:
    if mark is None:
        return None
    return lines.place(file, mark.line + 1, mark.column + 1)


def _colon(place: Place) -> _Wording:
    before = place.source[: place.column - 1]
    return _UNQUOTED_COLON if re.search(r":\s", before) else _TOO_FAR_RIGHT


def _colonless(place: Place, lines: Lines) -> _Wording:
    """What a line without colon and space was meant to be."""
    line = place.source[place.column - 1 :]
    if re.match(r"[\w-]+:\S", line):
        return _NO_SPACE
    above = lines.line(place.file, place.line - 1)
    indent = len(above) - len(above.lstrip())
    is_item = above.lstrip().startswith("- ") and ": " not in above
    return _DASH_EXPECTED if is_item and indent == place.column - 1 else _NO_COLON


def _line_up(place: Place) -> _Wording:
    before = place.source[: place.column - 1].rstrip()
    if before.endswith(("'", '"')) and re.search(r"[:\-\[{,]\s*['\"]", before):
        return _AFTER_QUOTE
    if before.endswith(("]", "}")):
        return _AFTER_BRACKET
    return _OUT_OF_LINE
