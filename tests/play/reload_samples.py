"""A campaign of one's own that can be edited while it is played: First Light in a folder."""

import copy
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from sittings import play_on

from game.content.loader import load_campaign
from game.model.dice import shuffled
from game.play.form import SeatSetup
from game.play.session import Session
from game.resources import campaigns_dir

Tree = dict[str, Any]
PEOPLE = ("us", "mexico", "cartel")


def own_campaign(folder: Path) -> Path:
    """A copy of First Light with its library; the path of the campaign."""
    for name in ("first-light", "library"):
        shutil.copytree(campaigns_dir() / name, folder / name)
    return folder / "first-light"


def begin(
    campaign: Path, saves: Path | None = None, seed: int = 1, people: tuple[str, ...] = PEOPLE
) -> Session:
    """A sitting of the campaign; seats that people do not play are played at random."""
    seats = [SeatSetup(seat, "person" if seat in people else "random") for seat in PEOPLE]
    return Session.start(load_campaign(campaign), seats, seed, saves)


def played(campaign: Path, saves: Path | None, decisions: int, seed: int = 1) -> Session:
    """The same after some decisions."""
    session = begin(campaign, saves, seed)
    play_on(session, decisions, seed)
    return session


def edit(path: Path, change: Callable[[Tree], None]) -> None:
    """Change a file as data; its layout is lost, which the loader does not mind."""
    tree = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(tree)
    path.write_text(yaml.safe_dump(tree, sort_keys=False, allow_unicode=True), encoding="utf-8")


def replace(path: Path, old: str, new: str) -> None:
    """Change a piece of a file's text."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def reorder(campaign: Path, luck: int) -> None:
    """List everything in another order: seats, areas, routes, cards, kinds, pools, injects."""

    def mixed(items: list[Any], key: int) -> list[Any]:
        return [items[ix] for ix in shuffled(list(range(len(items))), luck, key)]

    def frame(tree: Tree) -> None:
        tree["seats"] = mixed(tree["seats"], 1)
        tree["library"]["cards"] = mixed(tree["library"]["cards"], 2)
        for seat in tree["seats"]:
            for ix, name in enumerate(("pool", "cards", "deck")):
                if name in seat:
                    seat[name] = mixed(seat[name], 3 + ix)

    def lists(*names: str) -> Callable[[Tree], None]:
        def change(tree: Tree) -> None:
            for ix, name in enumerate(names):
                tree[name] = mixed(tree[name], 20 + ix)

        return change

    edit(campaign / "campaign.yaml", frame)
    edit(campaign / "map.yaml", lists("areas", "routes"))
    edit(campaign / "injects.yaml", lists("injects"))
    edit(campaign / "cards" / "own.yaml", lists("cards"))
    edit(campaign.parent / "library" / "units.yaml", lists("kinds"))


def add_things(campaign: Path) -> None:
    """A new area with a way to it, a tactical card in a deck, a unit more, and an inject."""

    def board(tree: Tree) -> None:
        area = {"id": "mx-gulf", "name": "Gulf", "kind": "home", "country": "mexico"}
        tree["areas"].insert(0, {**area, "covers": ["mx-veracruz"], "pop": 1, "gov": 1})
        route = {"id": "gulf-road", "name": "Gulf road", "from": "mx-central", "to": "mx-gulf"}
        tree["routes"].insert(0, {**route, "mode": "land", "cap": 2, "cost": 4})
        back = {"id": "gulf-north", "name": "Gulf north", "from": "mx-gulf", "to": "mx-north"}
        tree["routes"].insert(3, {**back, "mode": "land", "cap": 2, "cost": 4})

    def frame(tree: Tree) -> None:
        us = next(seat for seat in tree["seats"] if seat["id"] == "us")
        us["deck"].insert(0, "joint-raid")
        us["pool"][0]["count"] += 1

    def cards(tree: Tree) -> None:
        tree["cards"].insert(
            0,
            {
                "id": "joint-raid",
                "title": "Joint Raid",
                "level": "tactical",
                "seats": ["us"],
                "summary": "Harm goes down by **1**.",
                "price": "It costs **1** Budget.",
                "cost": {"budget": 1},
                "copies": 2,
                "on_play": [{"do": "track", "track": "harm", "by": -1}],
            },
        )

    def injects(tree: Tree) -> None:
        new = copy.deepcopy(tree["injects"][0])
        new.update({"id": "second-question", "trigger": {"at": {"quarter": 4}}})
        tree["injects"].insert(0, new)

    edit(campaign / "map.yaml", board)
    edit(campaign / "campaign.yaml", frame)
    edit(campaign / "cards" / "own.yaml", cards)
    edit(campaign / "injects.yaml", injects)


def change_numbers(campaign: Path) -> None:
    """Other costs, other strengths and other text."""

    def board(tree: Tree) -> None:
        for route in tree["routes"]:
            if route["cap"] < 9:
                route["cap"] += 1
                route["cost"] += 1

    replace(campaign / "campaign.yaml", "income: 5", "income: 7")
    replace(campaign / "cards" / "own.yaml", "title: Globalise Supply", "title: Go Global")
    edit(campaign / "map.yaml", board)


def drop_card(campaign: Path, card: str) -> None:
    """Take a card out wherever the campaign names it."""
    listed = re.compile(rf"(?<=[\[ ]){card}, |, {card}(?=[\],])")
    for name in ("campaign.yaml", "bots.yaml"):
        path = campaign / name
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not re.search(rf"card: {card}\b|- {card}$", line)]
        path.write_text(listed.sub("", "\n".join(kept)) + "\n", encoding="utf-8")
