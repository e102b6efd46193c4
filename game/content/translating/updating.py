"""A language file rewritten: entries that stay keep their lines, comments and order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from game.content.editing.changes import add_key, remove_key, set_value
from game.content.editing.layout import Edit, Laid, edited, indented, lay_out, line_end, line_start
from game.content.editing.refusal import Refused
from game.content.reference.flow import quoted
from game.content.translating.matching import Matched, Pair, Written
from game.content.translating.wanted import Text

_HEADER = """\
# This campaign's texts in another language. Write each translation between its quotes; keep every
# pair of ** and what stands in braces. `place` says where a text belongs. An entry with `was`
# belongs to a text that has changed: bring the translation up to date, then remove the line `was`.
"""
_ASIDE = """\

# Translations of texts that the campaign no longer has. They come back when their texts do.
aside:
"""


def written_entries(file: str, text: str) -> list[Written]:
    """Every entry of a language file, in order. Raises Refused for lists in brackets."""
    root = lay_out(file, text)
    found: list[Written] = []
    for key in ("texts", "aside"):
        listed = root.at(key)
        if listed is None:
            continue
        if listed.is_flow:
            raise Refused("The list in {file} must have one line for each dash.", file=file)
        found += [_entry(item, key == "aside", ix) for ix, item in enumerate(listed.items)]
    return found


def _entry(item: Laid, is_aside: bool, number: int) -> Written:
    text, was, translation, place = (
        found.word if (found := item.at(key)) is not None else ""
        for key in ("text", "was", "translation", "place")
    )
    return Written(text, was, translation, place, is_aside, number, item)


def new_file(texts: Sequence[Text]) -> str:
    """A language file in which nothing is translated yet."""
    return f"{_HEADER}texts:\n{_block(texts)}"


def updated(file: str, old: str, matched: Matched) -> str:
    """A language file in which every entry stands with its text.

    Raises Refused where the file is laid out so that a translation could get lost.
    """
    text = old if old.endswith("\n") else f"{old}\n"
    listed = lay_out(file, text).entries["texts"]
    edits = [edit for pair in matched.pairs for edit in _renewed(text, pair)]
    if matched.added:
        edits.append(_after(text, listed, _block(matched.added, _dash(text, listed.items[0]))))
    new = _moved(file, edited(text, edits), matched)
    if _done(file, old) - _done(file, new):
        raise Refused(
            "{file} is laid out in a way that cannot be changed safely; nothing was written.",
            file=file,
        )
    return new


def _done(file: str, text: str) -> set[str]:
    return {entry.translation for entry in written_entries(file, text) if entry.translation}


def _block(texts: Sequence[Text], dash: int = 2) -> str:
    """New entries, under the name of the file in which each text stands."""
    lines: list[str] = []
    file = ""
    for one in texts:
        if one.place.file != file:
            file = one.place.file
            lines.append(f"# ---- {file}")
        lines += [f"- text: {quoted(one.text)}", f"  place: {one.spot}", '  translation: ""']
    return indented("\n".join(lines), dash) + "\n"


def _renewed(text: str, pair: Pair) -> Iterator[Edit]:
    """An entry that takes its new text and spot, and keeps what its translation was made for."""
    entry, laid = pair.entry, pair.entry.laid
    there, was, place = laid.entries["text"], laid.at("was"), laid.at("place")
    added: dict[str, str] = {}
    if entry.text != pair.text.text:
        yield set_value(there, quoted(pair.text.text))
    if was is not None and not pair.is_stale:
        yield remove_key(text, laid, "was")
    elif was is None and pair.is_stale:
        added["was"] = quoted(pair.made_for)
    if place is None:
        added["place"] = pair.text.spot
    elif place.word != pair.text.spot:
        yield set_value(place, pair.text.spot)
    if laid.is_flow:
        yield from (add_key(text, laid, key, value) for key, value in added.items())
    elif added:
        end = line_end(text, there.end)
        yield Edit(end, end, "".join(_line(text, laid, *one) for one in added.items()))


def _line(text: str, laid: Laid, key: str, value: str) -> str:
    """One more line of an entry, below its text."""
    start = laid.keys["text"].start
    return f"\n{' ' * (start - line_start(text, start))}{key}: {value}"


def _moved(file: str, text: str, matched: Matched) -> str:
    """Entries whose text is gone put aside, and those whose text is back among the texts."""
    back = [pair.entry.number for pair in matched.pairs if pair.entry.is_aside]
    gone = {entry.number: entry for entry in matched.gone}
    if not back and not gone:
        return text
    root = lay_out(file, text)
    texts, aside = root.entries["texts"], root.at("aside")
    leaving = [texts.items[number] for number in gone]
    edits = [_cut(text, item) for item in leaving]
    kept = [texts.items[number] for number, entry in gone.items() if not entry.is_open]
    if aside is not None and back:
        returning = [aside.items[number] for number in back]
        edits.append(_after(text, texts, _items(text, returning, _dash(text, texts.items[0]))))
        if len(back) == len(aside.items) and not kept:
            start = line_start(text, root.keys["aside"].start)
            return edited(text, [*edits, Edit(start, line_end(text, aside.end) + 1, "")])
        edits += [_cut(text, item) for item in returning]
    if kept and aside is not None:
        edits.append(_after(text, aside, _items(text, kept, _dash(text, aside.items[0]))))
    elif kept:
        edits.append(Edit(len(text), len(text), _ASIDE + _items(text, kept, 2)))
    return edited(text, edits)


def _after(text: str, listed: Laid, block: str) -> Edit:
    """Lines more at the end of a list."""
    end = line_end(text, listed.items[-1].end) + 1
    return Edit(end, end, block)


def _cut(text: str, item: Laid) -> Edit:
    """The whole lines of an item taken away."""
    return Edit(line_start(text, _mark(text, item)), line_end(text, item.end) + 1, "")


def _items(text: str, items: Iterable[Laid], dash: int) -> str:
    """Items as they stand, moved to the column of another list."""
    return "".join(_item(text, item, dash) for item in items)


def _item(text: str, item: Laid, dash: int) -> str:
    mark = _mark(text, item)
    start = line_start(text, mark)
    lines = text[start : line_end(text, item.end)].split("\n")
    by = mark - start
    straight = [line[min(by, len(line) - len(line.lstrip())) :] for line in lines]
    return indented("\n".join(straight), dash) + "\n"


def _mark(text: str, item: Laid) -> int:
    """Where the dash of an item is."""
    return text.rindex("-", 0, item.start)


def _dash(text: str, item: Laid) -> int:
    """The column of an item's dash."""
    mark = _mark(text, item)
    return mark - line_start(text, mark)
