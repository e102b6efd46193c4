"""How events write: lists of a position are replaced, never changed in place.

So a snapshot may go on sharing every list that has not changed since.
"""

from typing import TypeVar

Item = TypeVar("Item")


def put(values: list[Item], place: int, value: Item) -> list[Item]:
    """The list with another value at one place."""
    new = values[:]
    new[place] = value
    return new
