"""What the content tests share: the sound small campaign, as files and as texts."""

from __future__ import annotations

import shutil
from pathlib import Path

from game.content.loader import Report, check_campaign, check_campaign_texts
from game.content.positions import Lines, Node
from game.content.problems import Problem
from game.content.reading.readers import FAST
from game.content.reading.tree import Allowance, Reading, read_tree

BASE = Path(__file__).parent.parent / "bad" / "base"
CAMPAIGN = BASE / "small-test"
LIBRARY = BASE / "library"


def texts_of(folder: Path) -> dict[str, str]:
    """Every YAML file of a folder by its relative path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }


def copied(folder: Path) -> Path:
    """A copy of the sound campaign, its library beside it, in an empty folder."""
    shutil.copytree(BASE, folder / "base")
    return folder / "base" / "small-test"


def checked(changes: dict[str, str]) -> Report:
    """The report on the sound campaign with some files replaced or added."""
    return check_campaign_texts({**texts_of(CAMPAIGN), **changes}, texts_of(LIBRARY))


def codes(report: Report) -> list[str]:
    """The codes of a report, in order."""
    return [problem.code for problem in report.problems]


def only(path: Path) -> Problem:
    """The one problem of a campaign's folder."""
    report = check_campaign(path)
    assert len(report.problems) == 1, [str(problem) for problem in report.problems]
    return report.problems[0]


def read(text: str, loader: object = FAST) -> Reading:
    """A text as a tree."""
    lines = Lines()
    lines.add("file.yaml", text)
    return read_tree("file.yaml", text, lines, Allowance(), loader)


def tree(text: str) -> Node:
    """The tree of a text without problems."""
    reading = read(text)
    assert reading.root is not None and not reading.problems
    return reading.root
