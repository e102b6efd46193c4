"""The models' errors in an author's words, on small models of the tests' own."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from content_samples import read
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from game.content.positions import Lines
from game.content.problems import Problem
from game.content.wording import schema_faults, validate


class Entry(BaseModel):
    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True
    )


class Walk(Entry):
    do: Literal["walk"]
    steps: int = Field(ge=1, le=9)
    """How many steps."""


class Speak(Entry):
    do: Literal["speak", "shout"]
    walk: str = "slowly"
    """Has the name of another verb on purpose."""
    words: tuple[str, ...] = Field(default=(), strict=False, max_length=2)


class Every(Entry):
    all: tuple[str, ...] = Field(strict=False, min_length=1)


class Some(Entry):
    any: tuple[str, ...] = Field(strict=False, min_length=1)


class Play(Entry):
    name: str = Field(max_length=8)
    """What it is called."""
    acts: tuple[Annotated[Walk | Speak, Field(discriminator="do")], ...] = Field(
        default=(), strict=False
    )
    when: str | Every | Some | None = None
    share: float | None = Field(default=None, gt=0, lt=1)
    shown: bool = True
    by_side: dict[Literal["red", "nadc"], str] | None = None
    pair: tuple[int, int] = Field(default=(1, 2), strict=False)

    @model_validator(mode="after")
    def _agrees(self) -> Play:
        if self.pair[0] > self.pair[1]:
            raise ValueError("The first of the pair must not be larger.")
        return self


def problems(text: str) -> tuple[Problem, ...]:
    """What is wrong with a play."""
    reading = read(text)
    assert reading.root is not None
    lines = Lines()
    lines.add("file.yaml", text)
    try:
        validate(Play, reading.root)
    except ValidationError as failure:
        return schema_faults(Play, reading.root, failure, lines).problems
    return ()


def told(text: str) -> list[tuple[str, int, int, str, str]]:
    """The same as plain tuples."""
    return [(p.code, p.line, p.column, p.message, p.hint) for p in problems(text)]


def test_a_sound_entry_has_no_problems() -> None:
    assert told("name: Hamlet\nacts: [{do: walk, steps: 1}]\nshare: 0.5\nwhen: {all: [x]}\n") == []


def test_whole_numbers_may_stand_for_decimals_but_not_the_other_way() -> None:
    assert told("name: Hamlet\nshare: 1\n")[0][0] == "N205"
    assert told("name: Hamlet\npair: [1.0, 2]\n")[0][0] == "N203"


def test_the_name_of_the_kind_is_no_step_into_the_file() -> None:
    assert told("name: Hamlet\nacts:\n  - {do: walk, steps: 12}\n") == [
        ("N205", 3, 23, "`steps` is 12, but must lie between 1 and 9.", "")
    ]


def test_a_key_may_have_the_name_of_a_kind() -> None:
    assert told("name: Hamlet\nacts:\n  - {do: speak, walk: 3}\n") == [
        ("N203", 3, 23, "`walk` must be a text.", "If it is meant as a text, put it in quotes.")
    ]


def test_keys_are_those_of_the_kind() -> None:
    assert told("name: Hamlet\nacts:\n  - {do: shout, stepps: 3}\n") == [
        ("N201", 3, 17, "There is no key `stepps` here.", "Keys here: do, walk, words.")
    ]


def test_a_missing_kind_is_guessed_from_the_keys() -> None:
    assert told("name: Hamlet\nacts:\n  - {walk: slowly}\n")[0][3:] == (
        "The key `do` is missing: it says what this entry is.",
        "Did you mean `do: walk`?",
    )


def test_of_a_choice_only_the_member_that_was_meant_speaks() -> None:
    assert told("name: Hamlet\nwhen: {all: [3]}\n") == [
        (
            "N203",
            2,
            14,
            "Each item of `all` must be a text.",
            "If it is meant as a text, put it in quotes.",
        )
    ]


def test_a_choice_that_fits_nothing_names_what_would() -> None:
    assert [row[0] for row in told("name: Hamlet\nwhen: 3\n")] == ["N203"]
    assert told("name: Hamlet\nwhen: {alll: [x]}\n")[0][4] == "Use one of: all, any."


def test_a_wrong_key_of_a_closed_set_is_a_key_problem() -> None:
    assert told("name: Hamlet\nby_side: {blue: x}\n") == [
        ("N201", 2, 11, "There is no key `blue` here.", "Keys here: red, nadc.")
    ]


def test_a_missing_key_is_described_in_its_own_words() -> None:
    assert told("shown: true\n") == [
        ("N202", 1, 1, "The key `name` is missing here.", "Add the key `name`: what it is called.")
    ]


def test_a_misspelled_key_is_not_missing_as_well() -> None:
    assert told("nam: Hamlet\n") == [
        ("N201", 1, 1, "There is no key `nam` here.", "Did you mean `name`?")
    ]


def test_the_open_ends_of_a_range_are_told() -> None:
    assert told("name: Hamlet\nshare: 2.5\n")[0][0] == "N205"


def test_a_pair_has_two_values() -> None:
    message = "`pair` must have exactly 2 items, not 1."
    assert told("name: Hamlet\npair: [1]\n")[0][3] == message
    assert told("name: Hamlet\npair: [1, 2, 3]\n")[0][3] == message.replace("not 1", "not 3")


def test_a_models_own_rule_speaks_for_itself() -> None:
    assert told("name: Hamlet\npair: [2, 1]\n") == [
        ("N210", 1, 1, "The first of the pair must not be larger.", "")
    ]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("yes", "Write true, without quotes."),
        ("Off", "Write false, without quotes."),
        ('"true"', "Write true, without quotes."),
        ("", "Write a value after the colon, or remove the line."),
    ],
)
def test_words_for_true_and_false_are_mended(written: str, hint: str) -> None:
    assert told(f"name: Hamlet\nshown: {written}\n")[0][4] == hint


def test_many_errors_are_cut_short() -> None:
    text = "name: Hamlet\n" + "".join(f"key{n}: 1\n" for n in range(300))
    found = problems(text)
    assert len(found) == 201
    assert found[-1].code == "N118"
    assert found[-1].message == "This file has 100 problems more."


def test_no_sentence_speaks_the_models_language() -> None:
    jargon = ("input", "valid", "string", "integer", "boolean", "dict", "tuple", "discriminator")
    texts = ["[]", "3", "name: 3\nacts: 4\nwhen: 5\nshare: x\nshown: 6\nby_side: 7\npair: 8"]
    texts += ["name: [1]\nacts: [[1], {do: 1}, {do: x}, {}]\nwhen: []\npair: [a, b]"]
    for text in texts:
        for problem in problems(text + "\n"):
            assert not any(word in problem.message.lower().split() for word in jargon)
