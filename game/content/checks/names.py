"""Texts: short enough for where they stand, and free of real persons and groups."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel

from game.content.draft import SHELVES
from game.content.positions import Node
from game.content.problems import Place, Problem, report, say
from game.content.schema.board import Area, Route
from game.content.schema.bots import Bot, Line, Stance
from game.content.schema.campaign import CampaignFile, Objective, SeatSpec
from game.content.schema.cards import Card, TestBonus
from game.content.schema.effects import ModifierEffect
from game.content.schema.guide import GuideStep, Otherwise
from game.content.schema.injects import Inject, Option
from game.content.schema.units import PieceKind
from game.content.walk import Wording, walk
from game.content.whole import Whole

LIMITS: Mapping[type[BaseModel], Mapping[str, int]] = {
    Card: {
        "title": 28,
        "summary": 150,
        "price": 120,
        "flavour": 110,
        "requires_text": 90,
        "discuss": 160,
    },
    TestBonus: {"label": 34},
    ModifierEffect: {"label": 34},
    Inject: {"title": 34, "text": 480, "discuss": 160},
    Option: {"label": 34, "note": 90},
    SeatSpec: {"name": 24, "wants": 90},
    PieceKind: {"name": 28, "plural": 28, "summary": 150},
    Area: {"name": 28},
    Route: {"name": 34},
    Bot: {"title": 28, "summary": 160},
    Stance: {"title": 28},
    Line: {"why": 110},
    GuideStep: {"title": 44, "text": 320, "then": 120, "missed": 320},
    Otherwise: {"title": 44, "text": 320},
    Objective: {"text": 180},
    CampaignFile: {"title": 28, "tag": 16, "summary": 240},
}
"""Characters that fit where a text is shown at 100 % text size, in the narrowest window."""


def _wordings(whole: Whole) -> Iterator[tuple[Node, Wording]]:
    """Every text of the campaign, with the entry that it stands in."""
    for shelf in SHELVES:
        for item in whole.draft.shelves[shelf]:
            for found in walk(item.value):
                if isinstance(found, Wording):
                    yield item.node, found
    if whole.draft.frame_node is not None:
        for found in walk(whole.frame):
            if isinstance(found, Wording):
                yield whole.draft.frame_node, found


def too_long(whole: Whole) -> Iterator[Problem]:
    """Texts that do not fit where they are shown."""
    for node, wording in _wordings(whole):
        most = LIMITS.get(wording.owner, {}).get(wording.key)
        length = len(wording.text.replace("**", ""))
        if most is not None and length > most:
            says = say(
                "This text has {length} characters; where it is shown, {most} fit.",
                length=length,
                most=most,
            )
            place = whole.draft.place(node, *wording.path)
            yield report("N901", place, says, say("Shorten the text."))


def blocked(whole: Whole) -> Iterator[Problem]:
    """Names of real persons and groups in texts and ids."""
    loose, exact = _patterns()
    for node, wording in _wordings(whole):
        plain = _plain(wording.text)
        match = loose.search(plain.lower()) or exact.search(plain)
        if match is not None:
            yield _named(whole.draft.place(node, *wording.path), match[0])
    for shelf in SHELVES:
        for index, item in enumerate(whole.draft.shelves[shelf]):
            match = loose.search(item.id.replace("-", " "))
            if match is not None:
                yield _named(whole.at(shelf, index, "id"), match[0])


def _named(place: Place, name: str) -> Problem:
    says = say("`{name}` is the name of a real person or group.", name=name)
    return report("N902", place, says, say("Use an invented name."))


def _plain(text: str) -> str:
    """A text without accents, its blanks single."""
    parts = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).split())


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What to look for in small letters, and what to look for as it is written."""
    text = (Path(__file__).parent.parent / "blocked_names.txt").read_text(encoding="utf-8")
    names = [_plain(line) for line in text.splitlines() if line.strip() and line[0] != "#"]
    loose = [name.lower() for name in names if not name.isupper()]
    exact = [name for name in names if name.isupper()]
    return _any_of(loose), _any_of(exact)


def _any_of(names: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in names)})(?!\w)")
