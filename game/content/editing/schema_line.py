"""The line of a file that tells editors which schema it follows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.content.reading.folder import is_known
from game.content.reference.schemas import FOLDER, name_of_kind

_LINE = re.compile(r"^#[ \t]*yaml-language-server:[^\n]*\n?", re.MULTILINE)


def with_schema_line(relative: str, text: str, up: str = "") -> str:
    """A file's text with its schema line, in place of an older one or else at the top.

    `up` leads from the campaign's folder to that of the schemas: nothing, or `../`.

    >>> print(with_schema_line("cards/own.yaml", "cards:\\n", "../"), end="")
    # yaml-language-server: $schema=../../.schema/cards.json
    cards:
    """
    out = "../" * relative.count("/")
    schema = f"{out}{up}{FOLDER}/{name_of_kind(relative)}.json"
    line = f"# yaml-language-server: $schema={schema}\n"
    found = _LINE.search(text)
    if found is None:
        return line + text
    return text[: found.start()] + line + text[found.end() :]


def with_schema_lines(texts: Mapping[str, str], up: str = "") -> dict[str, str]:
    """Every file of a campaign with its schema line."""
    return {
        path: with_schema_line(path, text, up) if is_known(path) else text
        for path, text in texts.items()
    }
