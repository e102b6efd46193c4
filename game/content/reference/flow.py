"""Values as an author writes them on one line."""

from __future__ import annotations

import json
import re
from typing import Any

from game.content.reading.scalars import meaning

# Words that mean the same to every reader of YAML without quotes.
_PLAIN = re.compile(r"[A-Za-z0-9_*/][A-Za-z0-9_ .()<>=!/*+-]*")
_OTHER_READERS = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "null", "~"})


def in_flow(value: Any) -> str:
    """A value on one line: `{budget: 2}`, `[us, mexico]`, `true`, `"a text"`.

    >>> in_flow({"do": "track", "by": -1, "why": "Because: it must."})
    '{do: track, by: -1, why: "Because: it must."}'
    """
    if isinstance(value, dict):
        inside = ", ".join(f"{key}: {in_flow(item)}" for key, item in value.items())
        return f"{{{inside}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(in_flow(item) for item in value)}]"
    if isinstance(value, str):
        return _word(value)
    return json.dumps(value)


WIDTH = 88
"""Characters of a line up to which an entry or a list is written on one line."""


def in_block(value: Any, indent: int = 0) -> str:
    """A value laid out over lines, as in the shipped campaigns; short lists and entries on one."""
    if isinstance(value, dict):
        return "\n".join(_line(key, item, indent) for key, item in value.items())
    return "\n".join(_item(item, indent) for item in value)


def _line(key: str, value: Any, indent: int) -> str:
    before = f"{' ' * indent}{key}:"
    if _is_short(value, len(before)):
        return f"{before} {in_flow(value)}"
    return f"{before}\n{in_block(value, indent + 2)}"


def _item(value: Any, indent: int) -> str:
    if _is_short(value, indent + 2):
        return f"{' ' * indent}- {in_flow(value)}"
    return f"{' ' * indent}- {in_block(value, indent + 2).lstrip()}"


def _is_short(value: Any, before: int) -> bool:
    if not isinstance(value, (dict, list)):
        return True
    inside = value.values() if isinstance(value, dict) else value
    is_flat = not any(isinstance(one, dict) for one in inside)
    return is_flat and before + len(in_flow(value)) <= WIDTH


def quoted(text: str) -> str:
    """A text in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def _word(text: str) -> str:
    bare = _PLAIN.fullmatch(text) is not None and text == text.strip() and " #" not in text
    if not bare or text.lower() in _OTHER_READERS or meaning(text) != text:
        return quoted(text)
    return text if text[0] not in "*" else quoted(text)
