"""Texts into a draft: which file holds what, and what comes from the library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from game.content.draft import Draft, Item, Shelf, item_id
from game.content.locale import LocaleFile
from game.content.positions import Node
from game.content.problems import Place, report, say
from game.content.problems.nearest import nearest
from game.content.reading.text import character_problem
from game.content.reading.tree import Allowance, read_tree
from game.content.schema.board import Area, MapFile, Route
from game.content.schema.bots import Bot, BotsFile
from game.content.schema.campaign import CampaignFile
from game.content.schema.cards import Card, CardsFile
from game.content.schema.injects import Inject, InjectsFile
from game.content.schema.units import PieceKind, UnitsFile
from game.content.schema.words import Entry
from game.content.wording import Faults, schema_faults, validate

FORMAT = 1
"""The format of campaign files that this program reads."""

LIBRARY_PREFIX = "library/"


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is: its model, and which shelf each of its lists goes to."""

    model: type[Entry]
    lists: Mapping[str, Shelf]


_KINDS: Mapping[str, FileKind] = {
    "map.yaml": FileKind(MapFile, {"areas": "areas", "routes": "routes"}),
    "units.yaml": FileKind(UnitsFile, {"kinds": "kinds"}),
    "cards": FileKind(CardsFile, {"cards": "cards"}),
    "injects.yaml": FileKind(InjectsFile, {"injects": "injects"}),
    "bots.yaml": FileKind(BotsFile, {"bots": "bots"}),
}
_ITEMS: Mapping[Shelf, type[Entry]] = {
    "areas": Area,
    "routes": Route,
    "kinds": PieceKind,
    "cards": Card,
    "injects": Inject,
    "bots": Bot,
}


def kind_of_file(path: str) -> FileKind | None:
    """What a file of this relative path holds, or None for campaign.yaml and locales."""
    return _KINDS.get(path.partition("/")[0])


@dataclass(slots=True)
class _Shared:
    """The library, of which a file is read only once something may be taken from it."""

    texts: Mapping[str, str]
    draft: Draft
    allowance: Allowance
    trees: dict[str, Node | None] = field(default_factory=dict)
    used: dict[str, str] = field(default_factory=dict)

    def tree(self, path: str) -> Node | None:
        """The tree of a library file."""
        if path not in self.trees:
            name = LIBRARY_PREFIX + path
            self.trees[path] = _tree(name, self.texts[path], self.draft, self.allowance)
        return self.trees[path]

    def entries(self, shelf: Shelf) -> Iterator[tuple[str, Node]]:
        """Every entry of a shelf with the file that it stands in."""
        for path in sorted(self.texts):
            kind = kind_of_file(path)
            for key, target in kind.lists.items() if kind else ():
                root = self.tree(path) if target == shelf else None
                listed = root.child(key) if root is not None else None
                for node in listed.items or () if listed is not None else ():
                    yield path, node

    def take(self, path: str) -> None:
        """Remember that something was taken from a file, so that a save carries it."""
        self.used[path] = self.texts[path]


def gather(
    texts: Mapping[str, str], library_texts: Mapping[str, str], draft: Draft
) -> Mapping[str, str]:
    """Read every file into the draft. Returns those texts of the library that were needed."""
    allowance = Allowance()
    trees = {path: _tree(path, text, draft, allowance) for path, text in texts.items()}
    if allowance.is_spent:
        draft.problems[:] = [p for p in draft.problems if p.code == "N115"][:1]
        return {}
    library = _Shared(library_texts, draft, allowance)
    _read_frame(trees.get("campaign.yaml"), draft)
    _take(library, draft)
    for path, root in trees.items():
        if path.startswith("locale/"):
            _read_locale(path, root, draft)
        elif (kind := kind_of_file(path)) is not None:
            _read_lists(kind, root, draft)
    draft.library_ids = _LibraryIds(library)
    return library.used


def gather_library(texts: Mapping[str, str], draft: Draft) -> None:
    """Read a library by itself into the draft: no campaign, so no seats and no objectives."""
    allowance = Allowance()
    for path, text in texts.items():
        kind = kind_of_file(path)
        root = _tree(path, text, draft, allowance)
        if path.startswith("locale/"):
            _read_locale(path, root, draft)
        elif kind is not None:
            _read_lists(kind, root, draft, is_own=False)
    draft.broken.update(shelf for shelf, items in draft.shelves.items() if not items)


class _LibraryIds(dict[Shelf, tuple[str, ...]]):
    """Ids on the library's shelves, looked up when somebody asks."""

    def __init__(self, library: _Shared) -> None:
        super().__init__()
        self._library = library

    def __missing__(self, shelf: Shelf) -> tuple[str, ...]:
        self[shelf] = tuple(item_id(node) for _, node in self._library.entries(shelf))
        return self[shelf]


def _tree(path: str, text: str, draft: Draft, allowance: Allowance) -> Node | None:
    draft.lines.add(path, text)
    wrong = character_problem(path, text, draft.lines)
    if wrong is not None:
        draft.problems.append(wrong)
        return None
    reading = read_tree(path, text, draft.lines, allowance)
    draft.problems.extend(reading.problems)
    return reading.root


def _read_frame(root: Node | None, draft: Draft) -> None:
    if root is None:
        return
    draft.frame_node = root
    version = root.child("format")
    if version is not None and isinstance(version.value, int) and version.value != FORMAT:
        says = say(
            "This campaign is written in format {written}; this program reads format {known}.",
            written=version.value,
            known=FORMAT,
        )
        draft.problems.append(report("N211", draft.lines.at(version), says))
        return
    found, faults = _validated(CampaignFile, root, draft)
    if faults is not None:
        draft.problems.extend(faults.problems)
    elif isinstance(found, CampaignFile):
        draft.frame = found


def _validated(model: type[Entry], root: Node, draft: Draft) -> tuple[Entry | None, Faults | None]:
    try:
        return validate(model, root), None
    except ValidationError as failure:
        return None, schema_faults(model, root, failure, draft.lines)


def _read_locale(path: str, root: Node | None, draft: Draft) -> None:
    if root is None:
        return
    found, faults = _validated(LocaleFile, root, draft)
    if faults is not None:
        draft.problems.extend(faults.problems)
    elif isinstance(found, LocaleFile):
        language = path.removeprefix("locale/").removesuffix(".yaml")
        draft.locales[language] = {one.text: one.translation for one in found.texts if one.is_done}
        draft.locale_nodes[language] = root


def _read_lists(kind: FileKind, root: Node | None, draft: Draft, is_own: bool = True) -> None:
    """Put the entries of one file on their shelves."""
    if root is None:
        draft.broken.update(kind.lists.values())
        return
    found, faults = _validated(kind.model, root, draft)
    if faults is not None:
        draft.problems.extend(faults.problems)
    for key, shelf in kind.lists.items():
        listed = root.child(key)
        if faults is not None and ({(), (key,)} & faults.paths):
            draft.broken.add(shelf)
            continue
        values = getattr(found, key) if found is not None else None
        for index, node in enumerate(listed.items or () if listed is not None else ()):
            if values is not None:
                value = values[index]
            elif faults is not None and any(p[:2] == (key, index) for p in faults.paths):
                value = None
            else:
                value = _validated(_ITEMS[shelf], node, draft)[0]
            _put(draft, shelf, Item(item_id(node), node, value, is_own))


def _put(draft: Draft, shelf: Shelf, item: Item) -> None:
    """Add a thing, in place of the library's where that has the same id."""
    for index, there in enumerate(draft.shelves[shelf]):
        if there.is_own or not item.is_own:
            break  # the library's things come first
        if there.id == item.id:
            draft.shelves[shelf][index] = item
            return
    draft.shelves[shelf].append(item)


def _take(library: _Shared, draft: Draft) -> None:
    """Put what the campaign takes from the library on the shelves, in the order named."""
    wants = draft.frame_node.child("library") if draft.frame_node else None
    if wants is None or not _is_off(wants.child("units")):
        _take_all(library, draft, "kinds")
    if wants is None:
        return
    if (wanted := wants.child("map")) is not None and wanted.value is True:
        _take_all(library, draft, "areas")
        _take_all(library, draft, "routes")
        if not draft.shelves["areas"]:
            says = say("The library has no map.yaml.")
            draft.broken.update(("areas", "routes"))
            draft.problems.append(report("N403", draft.lines.at(wanted), says))
    for shelf in ("cards", "injects", "bots"):
        listed = wants.child(shelf)
        _take_named(library, draft, shelf, listed.items or [] if listed is not None else [])


def _is_off(node: Node | None) -> bool:
    return node is not None and node.value is False


def _take_all(library: _Shared, draft: Draft, shelf: Shelf) -> None:
    for path, node in library.entries(shelf):
        _take_one(library, draft, shelf, path, node)


def _take_named(library: _Shared, draft: Draft, shelf: Shelf, wanted: list[Node]) -> None:
    if not wanted:
        return
    there = {item_id(node): (path, node) for path, node in library.entries(shelf)}
    for want in wanted:
        if not isinstance(want.value, str):
            continue
        if want.value in there:
            _take_one(library, draft, shelf, *there[want.value])
            continue
        says = say("The library has nothing called `{id}` here.", id=want.value)
        near = nearest(want.value, there)
        fix = say("Did you mean `{near}`?", near=near) if near else None
        draft.promised[shelf].append(near or want.value)
        draft.problems.append(report("N403", draft.lines.at(want), says, fix))


def _take_one(library: _Shared, draft: Draft, shelf: Shelf, path: str, node: Node) -> None:
    library.take(path)
    value, faults = _validated(_ITEMS[shelf], node, draft)
    if faults is not None:
        draft.problems.extend(faults.problems)
    draft.shelves[shelf].append(Item(item_id(node), node, value, False))


def want_map(texts: Mapping[str, str], draft: Draft) -> None:
    """Say where a gathered campaign has no map, or one of its own and the library's as well."""
    wants = draft.frame_node.child("library") if draft.frame_node else None
    shared = wants.child("map") if wants is not None else None
    takes = shared is not None and shared.value is True
    if takes and shared is not None and "map.yaml" in texts:
        says = say("There is a map.yaml in this folder, and the library's map is taken as well.")
        fix = say("Remove `map: true` here, or the file.")
        draft.problems.append(report("N210", draft.lines.at(shared), says, fix))
    if not takes and "map.yaml" not in texts and draft.frame_node is not None:
        says = say("There is no map.yaml in this folder.")
        fix = say("Write one, or take the library's with `map: true` under `library:`.")
        draft.problems.append(report("N101", Place("map.yaml"), says, fix))
        draft.broken.update(("areas", "routes"))
