"""The words that every file kind shares: identifiers, names of places, seats and tracks."""

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A kebab-case word: small letters, digits and single hyphens, such as `mx-northwest`."""

Text = Annotated[str, Field(min_length=1, max_length=2000)]
"""A sentence or two for people; `**bold**` is allowed."""

Title = Annotated[str, Field(min_length=1, max_length=60)]
"""A short name shown on a card, a plate or a button."""

ConditionText = Annotated[str, Field(min_length=1, max_length=200)]
"""A one-line condition such as `harm >= 14` or `gov(mx-northwest) <= -1`."""

Side = Literal["nadc", "red", "white"]
Country = Literal[
    "us",
    "mexico",
    "canada",
    "central-america",
    "caribbean",
    "south-america",
    "overseas",
    "sea",
    "none",
]
AreaKind = Literal["source", "transit", "home", "border", "market", "sea", "box"]
Mode = Literal["land", "sea", "air", "cyber", "finance"]
Level = Literal["strategic", "operational", "tactical"]
SeatStyle = Literal["us", "mexico", "canada", "cartel", "veo", "adversary", "white"]
Track = Literal[
    "harm",
    "border",
    "cohesion",
    "legitimacy",
    "fusion",
    "sovereignty",
    "resilience",
    "cases",
    "consent",
]
TRACKS: tuple[Track, ...] = get_args(Track)
Authority = Literal["LE", "T10", "T32", "T14", "TREAS", "HOST", "none"]
Phase = Literal[
    "setup",
    "brief",
    "situation",
    "red-plan",
    "strategic",
    "operational",
    "red-reveal",
    "tactical",
    "flow",
    "assess",
    "review",
    "end",
    "hot-wash",
]
PHASES: tuple[Phase, ...] = get_args(Phase)
"""The phases in the order of a game."""
BasicAction = Literal[
    "surveil", "surge", "raid", "case", "govern", "bribe", "intimidate", "relocate"
]
TestName = Literal["surveil", "raid", "case", "govern", "bribe", "intimidate", "card"]
Module = Literal["core", "cyber"]


class Entry(BaseModel):
    """What every model of the authors' files is: closed, strict and unchangeable once read."""

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True
    )


class AllOf(Entry):
    """Several conditions that must hold together."""

    all: tuple[ConditionText, ...] = Field(strict=False, min_length=1, max_length=8)
    """One-line conditions; every one must hold."""


class AnyOf(Entry):
    """Several conditions of which one must hold."""

    any: tuple[ConditionText, ...] = Field(strict=False, min_length=1, max_length=8)
    """One-line conditions; one is enough."""


Condition = ConditionText | AllOf | AnyOf
"""A one-line condition, or `all:` / `any:` with a list of them."""


class Source(Entry):
    """Where in the source documents an entry comes from."""

    document: Text
    """Title of the document."""
    section: Text
    """Section or heading within it."""
