"""A coverage-guided fuzzer for the reader of authors' files; needs `pip install atheris`.

    python tests/fuzz/fuzz_content.py text -runs=800000      # YAML text into values
    python tests/fuzz/fuzz_content.py condition -runs=200000 # one-line conditions
    python tests/fuzz/fuzz_content.py campaign -runs=20000   # a file of a whole campaign

Nothing but a list of problems, a ConditionError or a ContentError may come out. What it finds
becomes a case of tests/content/test_content_fuzz.py.
"""

import contextlib
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "content"))

with atheris.instrument_imports(include=["game.content"]):
    from content_samples import CAMPAIGN, LIBRARY, read, texts_of

    from game.content.conditions import ConditionError, parse_condition
    from game.content.loader import load_campaign_texts
    from game.content.problems import ContentError

_OWN, _SHARED = texts_of(CAMPAIGN), texts_of(LIBRARY)
_FILES = sorted(_OWN)


def fuzz_text(data: bytes) -> None:
    """Any text at all as one file."""
    read(data.decode("utf-8", "replace"))


def fuzz_condition(data: bytes) -> None:
    """Any text at all as a condition."""
    with contextlib.suppress(ConditionError):
        parse_condition(data.decode("utf-8", "replace"))


def fuzz_campaign(data: bytes) -> None:
    """A sound campaign with a piece of one file replaced."""
    provider = atheris.FuzzedDataProvider(data)
    file = _FILES[provider.ConsumeIntInRange(0, len(_FILES) - 1)]
    text = _OWN[file]
    start = provider.ConsumeIntInRange(0, len(text))
    length = provider.ConsumeIntInRange(0, 40)
    piece = provider.ConsumeUnicodeNoSurrogates(60)
    texts = {**_OWN, file: text[:start] + piece + text[start + length :]}
    with contextlib.suppress(ContentError):
        load_campaign_texts(texts, _SHARED)


TARGETS = {"text": fuzz_text, "condition": fuzz_condition, "campaign": fuzz_campaign}


def main() -> None:
    """Run the target that is named first on the command line."""
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
