"""YAML into trees: what words mean, where things stand, and both readers alike."""

from __future__ import annotations

from typing import Any

import pytest
from content_samples import BASE, read, tree
from hypothesis import given
from hypothesis import strategies as st

from game.content.positions import Node
from game.content.reading.readers import PURE
from game.content.reading.scalars import meaning


@pytest.mark.parametrize(
    "word", ["NO", "no", "on", "off", "yes", "y", "2024-01-01", "012", "0x1f", "1_000", "1e5"]
)
def test_words_that_other_readers_turn_into_something_stay_text(word: str) -> None:
    assert tree(f"key: {word}\n").value == {"key": word}


@pytest.mark.parametrize("word", [".inf", ".nan", "+", "-", "1.", "12:30", "=", "<", "1.2.3"])
def test_what_only_looks_like_a_number_stays_text(word: str) -> None:
    assert meaning(word) == word


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("0", 0),
        ("-3", -3),
        ("+1", 1),
        ("20", 20),
        ("0.25", 0.25),
        (".35", 0.35),
        ("-1.5", -1.5),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_numbers_truth_and_nothing_are_read_as_such(word: str, value: object) -> None:
    assert meaning(word) == value
    assert type(meaning(word)) is type(value)


def test_a_number_of_absurd_length_stays_text() -> None:
    assert meaning("9" * 5000) == "9" * 5000


def test_quoted_words_are_always_text() -> None:
    assert tree('a: "1"\nb: \'true\'\nc: ""\n').value == {"a": "1", "b": "true", "c": ""}


def test_keys_are_always_text() -> None:
    assert tree("1: a\non: b\nnull: c\n").value == {"1": "a", "on": "b", "null": "c"}


def test_every_value_and_key_knows_its_line_and_column() -> None:
    root = tree("cards:\n  - id: pact\n    cost: {budget: 2}\n")
    card = root.deepest(("cards", 0))
    assert (card.line, card.column) == (2, 5)
    budget = root.deepest(("cards", 0, "cost", "budget"))
    assert (budget.line, budget.column) == (3, 20)
    assert (budget.key_line, budget.key_column) == (3, 12)


def test_columns_count_characters_not_bytes() -> None:
    node = tree("a: {é: ü, ñ: 🂡, b: 1}\n").deepest(("a", "b"))
    assert (node.key_line, node.key_column) == (1, 17)


def test_a_path_that_leads_nowhere_ends_at_the_last_value_there_is() -> None:
    root = tree("a:\n  b: 1\n")
    assert root.deepest(("a", "x", "y")) is root.deepest(("a",))
    assert root.deepest((0,)) is root


def _plain(node: Node | None) -> Any:
    """A tree as data with all positions."""
    if node is None:
        return None
    inside = {key: _plain(below) for key, below in (node.entries or {}).items()}
    items = [_plain(below) for below in node.items or ()]
    value = None if node.entries is not None or node.items is not None else node.value
    return (node.line, node.column, node.key_line, node.key_column, value, inside, items)


@pytest.mark.parametrize("path", sorted(BASE.rglob("*.yaml")), ids=lambda path: path.name)
def test_both_readers_give_the_same_tree_of_a_campaigns_file(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert _plain(read(text).root) == _plain(read(text, PURE).root)


_WORDS = st.text("abcz é?!.,1-0'", min_size=1, max_size=8).map(str.strip).filter(bool)
_VALUES = st.recursive(
    st.one_of(st.integers(-99, 99), st.booleans(), _WORDS.map(repr)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORDS, inner, max_size=3),
    max_leaves=12,
)


def _written(value: Any, indent: int) -> str:
    """A value as somebody might write it by hand."""
    pad = "  " * indent
    if isinstance(value, dict):
        rows = [f"{pad}{key!r}:\n{_written(below, indent + 1)}" for key, below in value.items()]
        return "\n".join(rows) or f"{pad}{{}}"
    if isinstance(value, list):
        return "\n".join(f"{pad}-\n{_written(below, indent + 1)}" for below in value) or f"{pad}[]"
    return f"{pad}{value}"


@given(_VALUES)
def test_both_readers_give_the_same_tree_of_anything_well_written(value: Any) -> None:
    text = _written(value, 0) + "\n"
    fast, pure = read(text), read(text, PURE)
    assert _plain(fast.root) == _plain(pure.root)
    assert [p.message for p in fast.problems] == [p.message for p in pure.problems]


@pytest.mark.parametrize("text", ["{text: What now?}", "[a?, b]", "why: Is it so?"])
def test_a_question_mark_may_end_an_unquoted_text(text: str) -> None:
    assert _plain(tree(text)) == _plain(read(text, PURE).root)
