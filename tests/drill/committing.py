"""A program that saves for ever and is meant to be killed: `committing.py FILE`."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "play"))

from save_samples import action, start


def main(path: Path, half: bool) -> None:
    """Commit actions and tell each number once it is on the disk."""
    save = start(path)
    if half:
        leave_half(save._connection)
    number = 0
    while True:
        number += 1
        save.commit(action(number, f"us a{number}"))
        os.write(1, f"{number}\n".encode())


def leave_half(connection) -> None:
    """Write pages into the file inside a transaction that never ends, then wait to be killed."""
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN IMMEDIATE")
    for number in range(1, 400):
        connection.execute(
            "INSERT INTO entry VALUES (?, 'action', 'us', ?, '[]', 0, x'00')", (number, "x" * 500)
        )
    os.write(1, b"half\n")
    sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]), "half" in sys.argv)
