"""What the reference says about one code."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.problems.problem import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: its stable code, what it means and how it looks.

    `wrong` is a piece of a file that causes it, `right` the same piece mended; either may be
    empty where a file cannot show it (a file that is too large, say).
    """

    code: str
    severity: Severity
    title: str
    explanation: str
    wrong: str = ""
    right: str = ""


def error(code: str, title: str, explanation: str, wrong: str = "", right: str = "") -> Code:
    """A code that stops the campaign."""
    return Code(code, Severity.ERROR, title, explanation, wrong, right)


def warning(code: str, title: str, explanation: str, wrong: str = "", right: str = "") -> Code:
    """A code for what most likely is a mistake, though the campaign can be played."""
    return Code(code, Severity.WARNING, title, explanation, wrong, right)


def advice(code: str, title: str, explanation: str, wrong: str = "", right: str = "") -> Code:
    """A code for what could be better."""
    return Code(code, Severity.ADVICE, title, explanation, wrong, right)
