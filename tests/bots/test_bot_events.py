"""Answers to events: a bot follows what the event's author thinks of each option."""

from dataclasses import replace
from typing import Any

import pytest
from small_world import US, plain_context, small_campaign, small_view

from game.bots import make_player
from game.content.schema.injects import Inject
from game.model.actions import Action
from game.model.decisions import Decision
from game.model.ids import NO_CARD, SeatMask, option_ref, ref_ix
from game.rules.tables import tables_for

BOT = {
    "id": "tester",
    "title": "Tester",
    "seats": ["us"],
    "summary": "A bot.",
    "stances": [{"id": "only", "title": "Only"}],
}


def event(*options: dict[str, Any]) -> Inject:
    """An event with these options, in this order."""
    return Inject.model_validate(
        {
            "id": "call",
            "title": "A call",
            "trigger": {"manual": True},
            "text": "Somebody asks for something.",
            "options": [{"label": f"Option {ix}", **one} for ix, one in enumerate(options)],
        }
    )


def answered(*options: dict[str, Any], offered: tuple[int, ...] = ()) -> int:
    """The place of the option that a bot takes, of those offered (all when none is named)."""
    other = event({"score": "good"}, {"score": "poor"})
    campaign = replace(small_campaign([BOT]), injects=(other, event(*options)))
    legal = [Action(US, "answer", NO_CARD, option_ref(ix)) for ix in offered or range(len(options))]
    decision = Decision("inject", SeatMask(1 << US), US, value=1)
    player = make_player(tables_for(campaign), "tester", US)
    choice = player.choose(small_view(US, pending=decision), legal, plain_context())
    return ref_ix(choice.action.target)


@pytest.mark.parametrize(
    ("scores", "taken"),
    [
        (("poor", "fair", "good"), 2),
        (("poor", "good", "fair"), 1),
        (("poor", "fair"), 1),
        # an option that nobody has rated is neither praised nor warned of
        (("poor", None), 1),
        ((None, "fair"), 1),
    ],
)
def test_the_option_that_its_author_rates_highest_is_taken(
    scores: tuple[str | None, ...], taken: int
) -> None:
    assert answered(*({"score": score} for score in scores)) == taken


def test_a_good_answer_is_better_than_the_default() -> None:
    assert answered({"score": "poor", "default": True}, {"score": "good"}) == 1


@pytest.mark.parametrize("score", [None, "good", "poor"])
def test_of_equally_rated_options_the_default_is_taken(score: str | None) -> None:
    assert answered({"score": score}, {"score": score, "default": True}, {"score": score}) == 1


def test_of_equals_without_a_default_the_first_is_taken() -> None:
    assert answered({}, {}) == 0


def test_only_what_is_offered_is_taken() -> None:
    assert answered({"score": "good"}, {"score": "poor"}, {"score": "fair"}, offered=(1, 2)) == 2
