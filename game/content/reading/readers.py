"""The two readers of YAML: the one written in C where PyYAML has it, else the one in Python.

They agree on what people write, once the second is taught that a question mark may stand within
an unquoted text in brackets.
"""

from __future__ import annotations

from typing import Any

import yaml


class PurePythonLoader(yaml.SafeLoader):
    """PyYAML's own reader, reading `{text: What now?}` as the one in C does."""

    _in_plain_text = False

    def scan_plain(self) -> Any:
        """Read an unquoted text."""
        self._in_plain_text = True
        try:
            return super().scan_plain()
        finally:
            self._in_plain_text = False

    def peek(self, index: int = 0) -> str:
        """The character ahead, a question mark within a text passing for a letter."""
        character: str = super().peek(index)
        return "x" if self._in_plain_text and character == "?" else character


FAST: Any = getattr(yaml, "CSafeLoader", PurePythonLoader)
"""The reader in use."""
PURE: Any = PurePythonLoader
"""The reader in Python."""
