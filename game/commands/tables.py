"""Tables on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> None:
    """Print rows of text under headings; plain text where the output is no terminal."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title or None, box=SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for place, column in enumerate(columns):
        table.add_column(column, overflow="fold", no_wrap=place == 0)
    for row in rows:
        table.add_row(*(cell.replace("[", "\\[") for cell in row))
    # A file or a pipe has no width of its own; cells must not be cut for it.
    width = None if Console().is_terminal else 200
    Console(width=width, highlight=False).print(table)
