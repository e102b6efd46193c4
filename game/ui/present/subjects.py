"""Subjects: the numbers on the screen that answer "why?"."""

from dataclasses import dataclass
from typing import Literal

SubjectKind = Literal["track", "money", "gov", "violence", "heat", "flow", "coverage", "piece"]


@dataclass(frozen=True, slots=True)
class Subject:
    """A number on the screen: what kind, whose or where, and for money which amount."""

    kind: SubjectKind
    ix: int
    what: str = ""
