"""`# nadc: ignore N123 because ...`: an author's word that a finding is meant to be so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from game.content.problems.codes import CODES, report
from game.content.problems.codes.played import PLAYED
from game.content.problems.nearest import nearest
from game.content.problems.problem import Place, Problem, Severity, say

_COMMENT = re.compile(r"(?:^|\s)#\s*nadc:(?P<rest>.*)$")
_IGNORE = re.compile(
    r"^\s*ignore\s+(?P<codes>[A-Za-z]\d+(?:\s*,\s*[A-Za-z]\d+)*)(?:\s+because\s+(?P<why>\S.*))?\s*$"
)


@dataclass(frozen=True, slots=True)
class Ignore:
    """One code that one line is excused from."""

    place: Place
    lines: tuple[int, ...]
    code: str


_BY_GAMES = frozenset(entry.code for entry in PLAYED)
"""Codes that reading a campaign cannot give, so that a comment for one is never idle here."""

MOST = 200
"""Comments of one file that are looked at; nobody writes more by hand."""


def silence(
    problems: Iterable[Problem], texts: Mapping[str, str], is_complete: bool = True
) -> list[Problem]:
    """The problems that remain once every justified `# nadc: ignore` is honoured.

    Only warnings and advice can be silenced. A comment without a reason or with a word that is no
    code is itself reported, and so is one that silences nothing, if every check was made
    (`is_complete`). `texts` maps each file to its text.
    """
    written = [
        found
        for file, text in texts.items()
        if "nadc:" in text
        for found in islice(_read(file, text), MOST)
    ]
    ignores = [found for found in written if isinstance(found, Ignore)]
    kept = [found for found in written if isinstance(found, Problem)]
    by_line = {(i.place.file, line, i.code): i for i in ignores for line in i.lines}
    used: set[Ignore] = set()
    for problem in problems:
        ignore = by_line.get((problem.file, problem.line, problem.code))
        if ignore is None or problem.is_error:
            kept.append(problem)
        else:
            used.add(ignore)
    if is_complete:
        kept.extend(_unused(i) for i in ignores if i not in used and i.code not in _BY_GAMES)
    return kept


def _read(file: str, text: str) -> Iterator[Ignore | Problem]:
    for number, line in enumerate(text.split("\n"), start=1):
        if "nadc:" in line and (comment := _COMMENT.search(line)):
            place = Place(file, number, line.index("#", comment.start()) + 1, line)
            alone = not line[: place.column - 1].strip()
            yield from _ignores(
                place, comment["rest"], (number, number + 1) if alone else (number,)
            )


def _ignores(place: Place, rest: str, lines: tuple[int, ...]) -> Iterator[Ignore | Problem]:
    match = _IGNORE.match(rest)
    if match is None:
        yield report(
            "N120",
            place,
            say("This comment begins with `nadc:` but cannot be understood."),
            say("Write it as: # nadc: ignore N123 because (your reason)."),
        )
        return
    if match["why"] is None:
        yield report(
            "N121",
            place,
            say("This line silences a finding without saying why."),
            say("Add the reason: # nadc: ignore {codes} because ...", codes=match["codes"]),
        )
        return
    for code in re.split(r"\s*,\s*", match["codes"]):
        known = CODES.get(code.upper())
        if known is None:
            yield _unknown(place, code)
        elif known.severity is Severity.ERROR:
            yield _not_allowed(place, known.code)
        else:
            yield Ignore(place, lines, known.code)


def _unknown(place: Place, code: str) -> Problem:
    near = nearest(code, CODES)
    fix = say("Did you mean {code}?", code=near) if near else None
    return report("N120", place, say("There is no code {code}.", code=code), fix)


def _not_allowed(place: Place, code: str) -> Problem:
    return report(
        "N122",
        place,
        say("{code} is an error: it cannot be ignored, only mended.", code=code),
        say("Remove this comment and mend what {code} reports.", code=code),
    )


def _unused(ignore: Ignore) -> Problem:
    return report(
        "N123",
        ignore.place,
        say("Nothing here is reported as {code} any more.", code=ignore.code),
        say("Remove the comment."),
    )
