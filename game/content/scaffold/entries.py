"""A new card, inject or bot in a campaign: a filled-in entry in the right file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from game.content.draft import Shelf
from game.content.editing.changes import add_key, append_to, set_value
from game.content.editing.files import write_texts
from game.content.editing.layout import Edit, Laid, edited, indented, lay_out
from game.content.editing.refusal import Refused
from game.content.editing.schema_line import with_schema_line
from game.content.loader import check_campaign_texts, library_for
from game.content.problems import ContentError
from game.content.problems.nearest import listed, nearest
from game.content.reading.folder import read_folder
from game.content.reference.schemas import FOLDER
from game.content.scaffold import blanks
from game.content.scaffold.naming import id_of
from game.content.scaffold.surroundings import FRAME, Owner, Surroundings
from game.content.schema.words import Level

Kind = Literal["card", "inject", "bot"]
_LISTS: Mapping[Kind, Shelf] = {"card": "cards", "inject": "injects", "bot": "bots"}
_HEADERS: Mapping[Kind, str] = {
    "card": "# Cards of this campaign's own.\n",
    "inject": "# Events from outside.\n",
    "bot": "# Players without hands.\n",
}


@dataclass(frozen=True, slots=True)
class Added:
    """An entry that was just added: its id, its file and line, and the seat that holds it.

    `is_sound` tells whether the campaign can be played now, or has mistakes elsewhere, and
    `was_held` whether the card was on the seat's pile already.
    """

    identity: str
    file: str
    line: int
    seat: str
    is_sound: bool
    was_held: bool = False


def new_entry(
    kind: Kind, name: str, folder: Path, seat: str | None = None, level: Level | None = None
) -> Added:
    """Add a filled-in entry to a campaign, keeping everything else in its files as it is.

    A card also comes on the pile of its seat, unless it is there already. What is left out follows
    from the pile on which a card is, else `seat` is the first of the coalition and `level` is
    tactical. The campaign may have mistakes elsewhere.

    Raises Refused where it has an entry of that id already or no such seat, and ContentError where
    campaign.yaml or the entry's file cannot be read.
    """
    read = read_folder(folder)
    texts, library = read.texts, read_folder(library_for(folder.resolve())).texts
    if FRAME not in texts:
        raise ContentError(problem for problem in read.problems if problem.file == FRAME)
    around = Surroundings(texts, library)
    identity = id_of(name)
    if identity in around.ids(_LISTS[kind]):
        raise Refused("The campaign has {id} already; nothing was changed.", id=identity)
    held = around.pile_of(identity) if kind == "card" else None
    owner = _seat(around, seat or (held.seat if held else None))
    level = level or (held.level if held else "tactical")
    file = _file(kind, texts, level)
    block = _block(kind, around, identity, level, owner)
    changed = {file: _with_entry(kind, file, texts.get(file), block, folder)}
    key = "deck" if level == "tactical" else "cards"
    was_held = held is not None and (held.seat, held.key) == (owner.id, key)
    if kind == "card" and not was_held:
        changed[FRAME] = _on_pile(texts[FRAME], owner.id, key, identity)
    after = check_campaign_texts({**texts, **changed}, library)
    write_texts(folder, changed)
    line = _line(changed[file], _LISTS[kind])
    return Added(identity, file, line, owner.id, after.campaign is not None, was_held)


def _seat(around: Surroundings, wanted: str | None) -> Owner:
    playing = around.owners
    if not playing:
        raise Refused("campaign.yaml has no seat of the side nadc or red yet: write one first.")
    if wanted is None:
        coalition = [owner for owner in playing.values() if owner.side == "nadc"]
        return (coalition or list(playing.values()))[0]
    if wanted in playing:
        return playing[wanted]
    near = nearest(wanted, playing)
    if near is not None:
        raise Refused("There is no seat {seat}. Did you mean {near}?", seat=wanted, near=near)
    raise Refused(
        "There is no seat {seat}. There are: {seats}.", seat=wanted, seats=listed(playing)
    )


def _file(kind: Kind, texts: Mapping[str, str], level: Level) -> str:
    """The file for a new entry; for a card the one that holds most cards of its level."""
    if kind != "card":
        return f"{_LISTS[kind]}.yaml"
    files = [path for path in texts if path.startswith("cards/")]
    counts = Counter({path: texts[path].count(f"level: {level}") for path in files})
    return counts.most_common(1)[0][0] if files else "cards/own.yaml"


def _block(kind: Kind, around: Surroundings, identity: str, level: Level, seat: Owner) -> str:
    if kind == "card":
        return blanks.card(identity, level, seat)
    if kind == "inject":
        return blanks.inject(identity, seat, around.quarters)
    partners = tuple(one.id for one in around.owners.values() if one.side == seat.side)
    return blanks.bot(identity, seat.side, partners)


def _with_entry(kind: Kind, file: str, text: str | None, block: str, folder: Path) -> str:
    if text is None:
        fresh = f"{_HEADERS[kind]}{_LISTS[kind]}:\n  - {indented(block, 4).lstrip()}\n"
        return with_schema_line(file, fresh) if (folder / FOLDER).is_dir() else fresh
    entries = lay_out(file, text).at(_LISTS[kind])
    if entries is not None and not entries.items:
        first = f"\n  - {indented(block, 4).lstrip()}"
        return edited(text, [Edit(entries.start, entries.end, first)])
    if entries is None or entries.is_flow:
        raise Refused(
            "{file} must have the key `{key}:` and below it one dash for each entry.",
            file=file,
            key=_LISTS[kind],
        )
    return edited(text, [append_to(text, entries, block, "")])


def _on_pile(text: str, seat: str, key: str, identity: str) -> str:
    """campaign.yaml with a card more on a seat's pile."""
    seats = lay_out(FRAME, text).at("seats")
    entry = next(one for one in seats.items if _id(one) == seat) if seats else None
    if entry is None:
        raise Refused("campaign.yaml has no list of seats.")
    return edited(text, [_pile_edit(text, entry, key, identity)])


def _id(entry: Laid) -> str:
    found = entry.at("id")
    return found.word if found is not None else ""


def _pile_edit(text: str, entry: Laid, key: str, identity: str) -> Edit:
    pile = entry.at(key)
    if pile is None:
        return add_key(text, entry, key, f"[{identity}]")
    if not pile.is_list:
        return set_value(pile, f"[{identity}]")
    return append_to(text, pile, identity, identity)


def _line(text: str, key: str) -> int:
    """The line of the last entry of a list."""
    entries = lay_out("", text).at(key)
    return text.count("\n", 0, entries.items[-1].start) + 1 if entries and entries.items else 1
