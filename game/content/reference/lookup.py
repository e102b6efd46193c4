"""One word of the reference, for the screen."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill, indent

from game.content.problems import CODES
from game.content.quantities import QUANTITIES
from game.content.reference import maps, topics
from game.content.reference.samples import example_of
from game.content.reference.vocabulary import TAG, EntryKind
from game.content.theatre import theatre

WIDTH = 96
MANY = 6
"""Places of a key that are shown in full; of more only the names."""


def words() -> list[str]:
    """Every word that the reference knows, each once."""
    found: dict[str, None] = dict.fromkeys(_HEADINGS)
    for kind in topics.all_kinds():
        found[kind.verb or kind.name] = None
        for row in topics.rows(kind):
            found[row.name] = None
            found.update(dict.fromkeys(word for word, _ in row.words))
    found.update(dict.fromkeys(QUANTITIES))
    found.update(dict.fromkeys(CODES))
    found.update(dict.fromkeys((*theatre().areas, *theatre().nodes, *maps.library_ids())))
    return list(found)


def look_up(word: str) -> list[str]:
    """Everything that the reference says about a word, each a paragraph; nothing if unknown."""
    asked = word.strip().strip(":").lower()
    return [
        *_heading(asked),
        *_entries(asked),
        *_keys(asked),
        *_quantity(asked),
        *_words_of_lists(asked),
        *_code(asked),
        *maps.map_area(asked),
        *maps.map_node(asked),
        *maps.library_entry(asked),
    ]


def _heading(asked: str) -> Iterator[str]:
    if asked in _HEADINGS:
        yield _HEADINGS[asked]()


def _effects() -> str:
    lines = [f"  {kind.verb:<14} {kind.doc.partition(chr(10))[0]}" for kind in topics.effects()]
    return "\n".join(["Effects: an entry with `do:` and one of these verbs.", *lines])


def _quantities() -> str:
    lines = [f"  {topics.written(one):<18} {one.doc}" for one in topics.quantities()]
    return "\n".join(["Quantities: what a condition compares with a number.", *lines])


def _triggers() -> str:
    lines = [
        f"  {key:<8} {meaning}\n           {topics.trigger_example(key)}"
        for key, meaning in topics.TRIGGERS
    ]
    return "\n".join(["Triggers: an inject has exactly one of these four.", *lines])


def _codes() -> str:
    lines = [f"  {one.code}  {one.title}" for one in topics.codes()]
    return "\n".join(["Codes of problems; `nadc explain CODE` says more.", *lines])


def overview() -> str:
    """What can be asked for."""
    lines = ["Files and what stands in them:"]
    for file, kinds in topics.files():
        names = ", ".join(kind.name for kind in kinds if kind.name != file)
        lines.append(
            fill(f"{file:<15} {names}", WIDTH, initial_indent="  ", subsequent_indent=" " * 18)
        )
    lines += ["", f"Lists: {', '.join(_HEADINGS)}."]
    return "\n".join(lines)


_HEADINGS = {
    "effects": _effects,
    "quantities": _quantities,
    "triggers": _triggers,
    "codes": _codes,
    "map-areas": maps.map_areas,
    "map-nodes": maps.map_nodes,
    "library": maps.library,
}


def _entries(asked: str) -> Iterator[str]:
    for kind in topics.all_kinds():
        if asked in (kind.name.lower(), kind.verb, kind.name.lower().replace(" ", "-")):
            yield _entry(kind)


def _entry(kind: EntryKind) -> str:
    """A kind of entry: its manual, its keys and an example."""
    lines = [kind.name, *(fill(part, WIDTH) for part in kind.doc.split("\n\n")), ""]
    for row in topics.rows(kind):
        # What stands after `do:` is the name of the entry, which is explained above.
        if not kind.verb or row.name != TAG:
            lines.append(_row(row))
    example = topics.example(kind)
    if example:
        lines += ["", "Example:", indent(example, "  ")]
    return "\n".join(lines)


def _row(row: topics.Row) -> str:
    default = "needed" if row.default == "needed" else f"default {row.default}"
    after = f"; {default}" if row.default else ""
    return fill(
        f"{row.name}: {row.doc} ({_plain(row.takes)}{after})",
        WIDTH,
        initial_indent="  ",
        subsequent_indent="      ",
        break_on_hyphens=False,
    )


def _plain(text: str) -> str:
    return text.replace("`", "")


def _keys(asked: str) -> Iterator[str]:
    """A key, in every kind of entry that has it."""
    found = [
        (kind, row) for kind in topics.all_kinds() for row in topics.rows(kind) if row.name == asked
    ]
    for kind, row in found[:MANY]:
        lines = [f"{row.name}, in {kind.name}", _row(row)]
        lines += [f"      {word}: {meaning}" for word, meaning in row.words]
        if row.example:
            lines.append(f"  Example: {row.example}")
        yield "\n".join(lines)
    if found[MANY:]:
        names = ", ".join(kind.name for kind, _ in found[MANY:])
        yield fill(f"{asked} is also a key of: {names}.", WIDTH)


def _quantity(asked: str) -> Iterator[str]:
    name = asked.partition("(")[0]
    quantity = QUANTITIES.get(name)
    if quantity is not None:
        yield (
            f"{topics.written(quantity)}, a quantity for conditions\n"
            f"  {quantity.doc} Values: {topics.range_of(quantity)}.\n"
            f"  Example: {example_of(quantity)}"
        )


def _words_of_lists(asked: str) -> Iterator[str]:
    """A word of a fixed list, where it is explained."""
    for kind in topics.all_kinds():
        for row in topics.rows(kind):
            for word, meaning in row.words:
                if word.lower() == asked:
                    yield f"{word}, a word of `{row.name}` in {kind.name}: {meaning}."


def _code(asked: str) -> Iterator[str]:
    code = CODES.get(asked.upper())
    if code is not None:
        lines = [f"{code.code} ({code.severity}): {code.title}", fill(code.explanation, WIDTH)]
        for heading, piece in (("Wrong:", code.wrong), ("Right:", code.right)):
            if piece:
                lines += [heading, indent(piece.rstrip(), "  ")]
        yield "\n".join(lines)
