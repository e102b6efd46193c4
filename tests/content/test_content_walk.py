"""What is inside an entry: no id of anything may be overlooked."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest
from pydantic import BaseModel

from game.content import schema
from game.content.schema import CampaignFile, Card
from game.content.schema.words import Entry
from game.content.walk import MENTIONS, UNCHECKED, Mention, Wording, Written, id_keys, walk

CARD = Card.model_validate(
    {
        "id": "a",
        "title": "A",
        "level": "tactical",
        "seats": ("us",),
        "summary": "Does it.",
        "requires": ("harm >= 3", {"all": ("active(b)",)}),
        "effects": (
            {"do": "deploy", "unit": "front", "where": {"area": "north"}},
            {"do": "message", "text": "Hello."},
        ),
        "dual": {"nadc": "Yes.", "red": "No."},
    }
)


def models() -> Iterator[type[BaseModel]]:
    """Every model of the schema."""
    for info in pkgutil.iter_modules(schema.__path__):
        module = import_module(f"{schema.__name__}.{info.name}")
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Entry) and value is not Entry:
                yield value


@pytest.mark.parametrize("model", sorted(set(models()), key=lambda m: m.__name__))
def test_every_key_that_holds_ids_is_known_to_hold_them(model: type[BaseModel]) -> None:
    known = {"id", *MENTIONS.get(model, {}), *UNCHECKED.get(model, ())}
    assert id_keys(model) - known == set()
    assert set(MENTIONS.get(model, {})) <= id_keys(model)


def test_ids_conditions_and_texts_are_found_with_their_paths() -> None:
    found = list(walk(CARD))
    assert Mention("seat", "us", ("seats", 0)) in found
    assert Mention("kind", "front", ("effects", 0, "unit")) in found
    assert Mention("area", "north", ("effects", 0, "where", "area")) in found
    assert Written("harm >= 3", ("requires", 0)) in found
    assert Wording(Card, "title", "A", ("title",)) in found
    assert Wording(Card, "dual", "No.", ("dual", "red")) in found
    texts = [item.text for item in found if isinstance(item, Wording)]
    assert texts == ["A", "Does it.", "Hello.", "Yes.", "No."]


def test_the_frame_of_a_campaign_is_walked_too() -> None:
    assert any(name == "order" for name in CampaignFile.model_fields)
    assert MENTIONS[CampaignFile]["order"] == "seat"
