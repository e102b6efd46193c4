"""Problems as text for people, as JSON for programs and as annotations for GitHub."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from game.content.problems.problem import Problem, Severity, Translator

WIDTH = 100
Locate = Callable[[str], str]


def _as_is(file: str) -> str:
    return file


def as_text(problem: Problem, locate: Locate = _as_is, translator: Translator | None = None) -> str:
    """One problem as several lines: `file:line:col: error N123: sentence`, line, caret, fix.

    `locate` turns the problem's file into the path that the reader can open.
    """
    place = locate(problem.file)
    if problem.line:
        place += f":{problem.line}:{problem.column}"
    lines = [f"{place}: {problem.severity} {problem.code}: {problem.says.text(translator)}"]
    if problem.source.strip():
        shown, caret = _window(problem.source, problem.column)
        number = str(problem.line)
        lines += [f"  {number} | {shown}", f"  {' ' * len(number)} | {' ' * caret}^"]
    if problem.fix:
        lines.append(f"  {problem.fix.text(translator)}")
    return "\n".join(lines)


def _window(source: str, column: int) -> tuple[str, int]:
    """The part of a long line around the column, and where the caret goes (from 0)."""
    # A terminal must not be given what turns its writing round or rings its bell.
    source = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in source)
    caret = min(max(column - 1, 0), len(source))
    if len(source) <= WIDTH:
        return source, caret
    start = max(0, min(caret - WIDTH // 2, len(source) - WIDTH))
    cut = source[start : start + WIDTH]
    left, right = "..." if start else "", "..." if start + WIDTH < len(source) else ""
    return f"{left}{cut}{right}", caret - start + len(left)


def as_json(
    problem: Problem, locate: Locate = _as_is, translator: Translator | None = None
) -> dict[str, str | int]:
    """One problem as the object that `nadc check --json` lists."""
    return {
        "file": locate(problem.file),
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": str(problem.severity),
        "message": problem.says.text(translator),
        "hint": problem.fix.text(translator) if problem.fix else "",
    }


_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "notice",
}


def as_annotation(
    problem: Problem, locate: Locate = _as_is, translator: Translator | None = None
) -> str:
    """One problem as a workflow command that GitHub shows beside the line."""
    says = problem.says.text(translator)
    fix = problem.fix.text(translator) if problem.fix else ""
    body = _escaped(f"{says} {fix}".strip())
    where = f"file={_property(locate(problem.file))}"
    if problem.line:
        where += f",line={problem.line},col={problem.column}"
    return f"::{_LEVELS[problem.severity]} {where},title={problem.code}::{body}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def counted(problems: Iterable[Problem]) -> Mapping[Severity, int]:
    """How many problems of each severity there are."""
    totals = dict.fromkeys(Severity, 0)
    for problem in problems:
        totals[problem.severity] += 1
    return totals
