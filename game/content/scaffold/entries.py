"""A new card, inject or bot in a campaign: a filled-in entry in the right file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from game.content.campaign import Campaign
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
from game.content.scaffold.campaigns import FRAME
from game.content.scaffold.naming import id_of
from game.content.schema.campaign import SeatSpec
from game.content.schema.words import Level

Kind = Literal["card", "inject", "bot"]
_LISTS: Mapping[Kind, str] = {"card": "cards", "inject": "injects", "bot": "bots"}
_HEADERS: Mapping[Kind, str] = {
    "card": "# Cards of this campaign's own.\n",
    "inject": "# Events from outside.\n",
    "bot": "# Players without hands.\n",
}


@dataclass(frozen=True, slots=True)
class Added:
    """An entry that was just added: its id, its file and line, and the seat that holds it."""

    identity: str
    file: str
    line: int
    seat: str


def new_entry(
    kind: Kind, name: str, folder: Path, seat: str | None = None, level: Level = "tactical"
) -> Added:
    """Add a filled-in entry to a campaign, keeping everything else in its files as it is.

    A card also comes on the pile of its seat. `seat` is the first of the coalition when left out.
    Raises Refused where the campaign has an entry of that id already or no such seat, and
    ContentError where the campaign has errors, which must be mended first.
    """
    texts = read_folder(folder).texts
    campaign = _loaded(folder, texts)
    identity = id_of(name)
    _refuse_twice(campaign, kind, identity)
    owner = _seat(campaign, seat)
    file = _file(kind, texts, level)
    block = _block(kind, campaign, identity, level, owner)
    changed = {file: _with_entry(kind, file, texts.get(file), block, folder)}
    if kind == "card":
        key = "deck" if level == "tactical" else "cards"
        changed[FRAME] = _on_pile(texts[FRAME], owner.id, key, identity)
    _loaded(folder, {**texts, **changed})
    write_texts(folder, changed)
    return Added(identity, file, _line(changed[file], _LISTS[kind]), owner.id)


def _loaded(folder: Path, texts: Mapping[str, str]) -> Campaign:
    report = check_campaign_texts(texts, read_folder(library_for(folder.resolve())).texts)
    if report.campaign is None:
        raise ContentError(problem for problem in report.problems if problem.is_error)
    return report.campaign


def _refuse_twice(campaign: Campaign, kind: Kind, identity: str) -> None:
    known: Mapping[Kind, set[str]] = {
        "card": set(campaign.card_ix),
        "inject": set(campaign.inject_ix),
        "bot": {bot.id for bot in campaign.bots},
    }
    if identity in known[kind]:
        raise Refused("The campaign has {id} already; nothing was changed.", id=identity)


def _seat(campaign: Campaign, wanted: str | None) -> SeatSpec:
    playing = {seat.id: seat for seat in campaign.seats if seat.side != "white"}
    if wanted is None:
        return next(seat for seat in playing.values() if seat.side == "nadc")
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


def _block(kind: Kind, campaign: Campaign, identity: str, level: Level, seat: SeatSpec) -> str:
    if kind == "card":
        return blanks.card(campaign, identity, level, seat)
    if kind == "inject":
        return blanks.inject(campaign, identity, seat)
    partners = tuple(one.id for one in campaign.seats if one.side == seat.side)
    return blanks.bot(identity, seat.side, partners)


def _with_entry(kind: Kind, file: str, text: str | None, block: str, folder: Path) -> str:
    if text is None:
        fresh = f"{_HEADERS[kind]}{_LISTS[kind]}:\n  - {indented(block, 4).lstrip()}\n"
        return with_schema_line(file, fresh) if (folder / FOLDER).is_dir() else fresh
    entries = lay_out(file, text).at(_LISTS[kind])
    if entries is None or entries.is_flow:
        raise Refused("The list in {file} must have one line for each dash.", file=file)
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
