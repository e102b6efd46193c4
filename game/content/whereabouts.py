"""Where in its files each thing of a loaded campaign stands."""

from __future__ import annotations

from game.content.campaign import Campaign
from game.content.draft import Draft, Shelf
from game.content.gather import gather
from game.content.positions import Node, Step
from game.content.problems import Place


class Whereabouts:
    """The places of a campaign's things, found by reading its texts once more."""

    def __init__(self, campaign: Campaign) -> None:
        self._draft = Draft()
        gather(campaign.texts, campaign.library_texts, self._draft)

    def place(self, shelf: Shelf, identity: str, *path: Step) -> Place:
        """Where a part of an entry begins, or as near to it as there is."""
        items = self._draft.shelves[shelf]
        found = next((item.node for item in items if item.id == identity), None)
        return self._draft.place(found, *path)

    def key(self, shelf: Shelf, identity: str, key: str) -> Place:
        """Where a key of an entry begins; the entry itself where it has no such key."""
        items = self._draft.shelves[shelf]
        found = next((item.node for item in items if item.id == identity), None)
        if found is None:
            return Place("campaign.yaml")
        return self._draft.lines.at_key(found.deepest((key,)))

    def seat(self, identity: str, *path: Step) -> Place:
        """Where a part of a seat begins."""
        return self._draft.place(self._seat(identity), *path)

    def frame(self, *path: Step) -> Place:
        """Where a part of campaign.yaml begins."""
        return self._draft.frame_place(*path)

    def _seat(self, identity: str) -> Node | None:
        root = self._draft.frame_node
        seats = root.child("seats") if root is not None else None
        for node in seats.items or () if seats is not None else ():
            name = node.child("id")
            if name is not None and name.value == identity:
                return node
        return root
