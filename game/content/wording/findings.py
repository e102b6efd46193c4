"""The models' error report found again in the author's file, one finding for each mistake."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from game.content.positions import Lines, Node, Step
from game.content.problems import Place
from game.content.wording.grammar import (
    Slot,
    Spot,
    fields_of,
    is_model,
    kind_is_word,
    locate,
    union_members,
)

Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], root: Node) -> Model:
    """The model of a tree. Raises pydantic's ValidationError.

    The values travel as JSON, because only there do strict models take a list for a tuple.
    """
    return model.model_validate_json(json.dumps(root.value))


@dataclass(frozen=True, slots=True)
class Finding:
    """One error of the models' report, found again in the author's file."""

    type: str
    trail: tuple[Step, ...]
    spot: Spot
    node: Node
    context: dict[str, Any]
    message: str
    root: Node
    lines: Lines

    @property
    def last(self) -> Step:
        """The last step of the path into the file."""
        return self.spot.path[-1] if self.spot.path else ""

    @property
    def key(self) -> str:
        """The innermost key on the path."""
        return next((step for step in reversed(self.spot.path) if isinstance(step, str)), "")

    @property
    def is_of_key(self) -> bool:
        """Whether the error lies in the key itself, not in its value."""
        return self.trail[-1:] == ("[key]",)

    @property
    def is_item(self) -> bool:
        """Whether the error speaks of an item of a list."""
        return isinstance(self.last, int)

    @property
    def place(self) -> Place:
        """Where the value begins."""
        return self.lines.at(self.node)


def find(model: Any, root: Node, error: Any, lines: Lines) -> Finding:
    """One error of a failed validation of `root` as `model`, found again in the file."""
    spot = locate(model, error["loc"])
    node = root.deepest(spot.path)
    context = dict(error.get("ctx") or {})
    return Finding(
        error["type"], tuple(error["loc"]), spot, node, context, error["msg"], root, lines
    )


def settled(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Of the errors of every member of an untagged choice, keep those of the one meant."""
    choices: dict[tuple[Step, ...], list[Finding]] = {}
    for finding in findings:
        if finding.spot.choice is None:
            yield finding
        else:
            choices.setdefault(finding.spot.choice[0], []).append(finding)
    for group in choices.values():
        yield from _meant(group)


def _meant(group: list[Finding]) -> list[Finding]:
    choice = group[0].spot.choice
    if choice is None:
        return group
    path, slot, _ = choice
    node = group[0].root.deepest(path)
    member = _member_for(slot, node)
    chosen = [f for f in group if f.spot.choice is not None and f.spot.choice[2] is member]
    if member is not None and chosen:
        return chosen
    spot = Spot(list(path), slot, group[0].spot.owners[:1])
    return [Finding("either_type", (), spot, node, {}, "", group[0].root, group[0].lines)]


def _member_for(slot: Slot, node: Node) -> Any:
    members = union_members(slot.kind)
    if node.entries is not None:
        keys = node.entries.keys()
        models = [member for member in members if is_model(member)]
        fitting = [member for member in models if fields_of(member).keys() & keys]
        return fitting[0] if fitting else None
    return next((m for m in members if kind_is_word(m) and isinstance(node.value, str)), None)


def is_echo(finding: Finding) -> bool:
    """Whether an error only says that items of a list have errors of their own."""
    items = finding.node.items
    if finding.type != "too_short" or items is None:
        return False
    return len(items) >= int(finding.context.get("min_length", 0))
