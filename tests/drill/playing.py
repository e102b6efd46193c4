"""A program that plays a sitting and is meant to be killed: `playing.py FOLDER`.

It begins a sitting, or goes on with the one that is there, and tells each decision once it is on
the disk: how many have been made, and a digest of the position.
"""

import hashlib
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "play"))

import msgspec
from sittings import pick, sitting

from game.play.session import Session

LUCK = 11


def digest(session: Session) -> str:
    """A short word for the whole position and journal."""
    data = msgspec.json.encode([session.game.state.as_data(), len(session.game.journal)])
    return hashlib.sha256(data).hexdigest()[:16]


def opened(folder: Path) -> Session:
    """The sitting of a folder, gone on with or begun."""
    found = sorted(folder.glob("*.nadc"))
    if found:
        return Session.resume(found[0])
    return sitting(folder, seed=LUCK, cartel="first-light-cartel")


def advance(session: Session) -> None:
    """One decision of a bot or a person, on the disk when this returns."""
    if session.step_bot() is None:
        session.choose(pick(session, LUCK))
    session.flush()


def main(folder: Path) -> None:
    """Play to the end, telling every position."""
    session = opened(folder)
    while not session.game.is_over:
        advance(session)
        os.write(1, f"{digest(session)}\n".encode())
    os.write(1, b"over\n")
    session.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
