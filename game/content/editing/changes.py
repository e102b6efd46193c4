"""The changes that are made to an author's file: each gives edits and keeps the layout."""

from __future__ import annotations

from game.content.editing.layout import Edit, Laid, column, indented, line_end, line_start


def append_to(text: str, listed: Laid, block: str, inline: str) -> Edit:
    """One more item at the end of a list: `block` over lines, or `inline` where it is in brackets.

    `block` begins without a dash; its lines follow the first one without indentation.
    """
    if not listed.items:
        return Edit(listed.start, listed.end, f"[{inline}]")
    last = listed.items[-1]
    if listed.is_flow:
        return Edit(last.end, last.end, f", {inline}")
    dash = _dash(text, last)
    item = f"{' ' * dash}- {indented(block, dash + 2).lstrip()}"
    gap = "\n\n" if _has_gaps(text, listed) else "\n"
    end = line_end(text, last.end)
    return Edit(end, end, f"{gap}{item}")


def _dash(text: str, item: Laid) -> int:
    """The column of an item's dash."""
    line = text[line_start(text, item.start) : item.start]
    return line.rindex("-")


def _has_gaps(text: str, listed: Laid) -> bool:
    """Whether blank lines part the items of a list."""
    if len(listed.items) < 2:
        return "\n" in text[listed.items[0].start : listed.items[0].end]
    first, second = listed.items[:2]
    return "\n\n" in text[first.end : second.start]


def add_key(text: str, entry: Laid, key: str, value: str) -> Edit:
    """One more key at the end of an entry."""
    if entry.is_flow:
        before = ", " if entry.entries else ""
        return Edit(entry.end - 1, entry.end - 1, f"{before}{key}: {value}")
    end = line_end(text, entry.end)
    return Edit(end, end, f"\n{' ' * column(text, entry.start)}{key}: {value}")


def rename_key(entry: Laid, key: str, new: str) -> Edit:
    """Another word for a key of an entry."""
    there = entry.keys[key]
    return Edit(there.start, there.end, new)


def set_value(value: Laid, new: str) -> Edit:
    """Another value in the place of this one."""
    return Edit(value.start, value.end, new)


def remove_key(text: str, entry: Laid, key: str) -> Edit:
    """No longer this key: its whole lines, or its part of what stands in brackets."""
    there, value = entry.keys[key], entry.entries[key]
    if entry.is_flow:
        return _cut(text, entry, there.start, value.end)
    names = list(entry.keys)
    begin = line_start(text, there.start)
    if names[0] == key and len(names) > 1:
        # The first key may share its line with the dash of a list.
        return Edit(there.start, entry.keys[names[1]].start, "")
    return Edit(begin, min(line_end(text, value.end) + 1, len(text)), "")


def _cut(text: str, entry: Laid, start: int, end: int) -> Edit:
    """A part of an entry in brackets, with the comma that parts it from the next or the last."""
    after = text[end : entry.end]
    comma = after.find(",")
    if comma >= 0 and not after[:comma].strip():
        rest = after[comma + 1 :]
        return Edit(start, end + comma + 1 + len(rest) - len(rest.lstrip()), "")
    before = text[entry.start : start].rstrip()
    if before.endswith(","):
        return Edit(entry.start + len(before) - 1, end, "")
    return Edit(start, end, "")
