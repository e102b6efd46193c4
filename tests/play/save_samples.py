"""Saved sittings made by hand, for tests of the file alone."""

from pathlib import Path

import msgspec

from game.play.form import EVENT_FORMAT, Change, Entry, Header, SeatSetup, Texts, pack
from game.play.save import Save

TEXTS = Texts({"campaign.yaml": "id: sample\n"}, {"units.yaml": "kinds: []\n"})


def header(**values: object) -> Header:
    """A header that holds together."""
    plain = Header(
        name="A sitting",
        campaign="sample",
        title="Sample",
        digest="d",
        seed=7,
        quarters=4,
        started="2026-03-01T10:00:00.000+00:00",
        saved="2026-03-01T10:00:00.000+00:00",
        rules_version="1",
        event_format=EVENT_FORMAT,
        seats=(SeatSetup("us", "person", "Ana"), SeatSetup("cartel", "random")),
    )
    return msgspec.structs.replace(plain, **values)


def start(path: Path, **values: object) -> Save:
    """A new sitting that holds its start."""
    first = Change(header(**values), Entry(0, "start", "", "", "[]"), pack(b"{}"))
    return Save.create(path, TEXTS, first)


def action(number: int, words: str = "us pass") -> Change:
    """A change that adds an action."""
    entry = Entry(number, "action", "us", words, '[{"type":"TurnEnded"}]')
    return Change(header(quarter=number), entry)


def finished(path: Path, actions: int = 3) -> Path:
    """A sitting with some actions, closed."""
    save = start(path)
    for number in range(1, actions + 1):
        save.commit(action(number))
    save.close()
    return path
