"""What is wrong with an author's files, worded for somebody who has never programmed."""

from game.content.problems.codes import CODES, Code, report
from game.content.problems.problem import (
    ContentError,
    Place,
    Problem,
    Sentence,
    Severity,
    Translator,
    both,
    in_order,
    say,
    worded,
)

__all__ = [
    "CODES",
    "Code",
    "ContentError",
    "Place",
    "Problem",
    "Sentence",
    "Severity",
    "Translator",
    "both",
    "in_order",
    "report",
    "say",
    "worded",
]
