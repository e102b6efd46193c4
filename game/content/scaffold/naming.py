"""Names that an author gives: an id and a title that fit where they are shown."""

from __future__ import annotations

from game.content.checks.names import LIMITS
from game.content.editing.refusal import Refused
from game.content.problems.nearest import as_id
from game.content.schema.campaign import CampaignFile

LONGEST_ID = 40
"""Characters of a new id; ids made from it by adding a word stay within what is allowed."""
LONGEST_TITLE = LIMITS[CampaignFile]["title"]


def id_of(name: str) -> str:
    """The id for a name. Raises Refused for a name that gives none, or one that is too long.

    >>> id_of("Two Banks")
    'two-banks'
    """
    found = as_id(name)
    if not found:
        raise Refused("{name} has no letter or digit of which an id could be made.", name=name)
    if len(found) > LONGEST_ID:
        raise Refused(
            "The name is too long: its id {id} may have {most} characters.",
            id=found,
            most=LONGEST_ID,
        )
    return found


def title_of(name: str, longest: int = LONGEST_TITLE) -> str:
    """The title for a name: the name itself, or the words of an id with capitals.

    >>> title_of("two-banks"), title_of("A Night in May")
    ('Two Banks', 'A Night in May')
    """
    words = " ".join(name.split())
    if words == as_id(words):
        words = " ".join(word.capitalize() for word in words.split("-"))
    while len(words) > longest and " " in words:
        words = words.rpartition(" ")[0]
    return words[:longest]
