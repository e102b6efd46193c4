"""Broken campaigns, each written as what it changes in the sound one under base/.

A case file begins with a sentence saying what is wrong. Then come sections, each opened by a line
with three equal signs: `=== edit FILE` with blocks of old and new text, `=== file FILE` with a
whole new text, `=== remove FILE`, and last `=== report` with the exact report expected.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from game.content.loader import check_campaign_texts
from game.content.problems.render import as_text

HERE = Path(__file__).parent
CASES = HERE / "cases"
BASE = HERE / "base" / "small-test"
LIBRARY = HERE / "base" / "library"
REPORT = "=== report\n"

_SECTION = re.compile(r"(?m)^=== (edit|file|remove) (\S+)\n")
_BLOCK = re.compile(r"<<<<\n(.*?)====\n(.*?)>>>>\n", re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One broken campaign and the report that it must give."""

    path: Path
    changes: str
    expected: str

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem


def read_case(path: Path) -> Case:
    """A case file in its two parts: what it changes, and the report."""
    text = path.read_bytes().decode("utf-8")
    changes, _, expected = text.partition(REPORT)
    return Case(path, changes, expected)


def all_cases() -> list[Case]:
    """Every case, by name."""
    return [read_case(path) for path in sorted(CASES.glob("*.case"))]


def texts_under(folder: Path) -> dict[str, str]:
    """Every YAML file of a folder by its relative path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }


def changed_texts(case: Case) -> tuple[dict[str, str], dict[str, str]]:
    """The texts of the campaign and of the library with the case's changes made."""
    texts = texts_under(BASE)
    texts |= {f"library/{path}": text for path, text in texts_under(LIBRARY).items()}
    parts = _SECTION.split(case.changes)[1:]
    for verb, file, body in zip(parts[0::3], parts[1::3], parts[2::3], strict=True):
        if verb == "remove":
            del texts[file]
        elif verb == "file":
            texts[file] = body
        else:
            texts[file] = _edited(case.name, texts[file], body)
    own = {path: text for path, text in texts.items() if not path.startswith("library/")}
    shared = {
        path.removeprefix("library/"): text for path, text in texts.items() if path not in own
    }
    return own, shared


def _edited(name: str, text: str, body: str) -> str:
    blocks = _BLOCK.findall(body)
    assert blocks, f"{name}: an edit without a block"
    for old, new in blocks:
        assert text.count(old) == 1, f"{name}: the old text must stand there once:\n{old}"
        text = text.replace(old, new)
    return text


def report_of(case: Case) -> str:
    """What checking the changed campaign says, as a person reads it."""
    own, shared = changed_texts(case)
    problems = check_campaign_texts(own, shared).problems
    return "".join(f"{as_text(problem)}\n" for problem in problems)
