"""What the authoring tests share: the command line, and campaigns made by it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from game.cli import main
from game.content.loader import check_campaign
from game.content.problems.render import as_text


def run(*words: str, code: int = 0) -> Result:
    """Run a command and check how it ended."""
    result = CliRunner().invoke(main, words)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def made(folder: Path, name: str = "two-rivers", source: str | None = None) -> Path:
    """A campaign just made by the command line."""
    run("new", name, "--folder", str(folder), *(("--from", source) if source else ()))
    return folder / name


def report(folder: Path) -> str:
    """Everything that checking a campaign says; nothing where it is clean."""
    return "\n".join(as_text(problem) for problem in check_campaign(folder).problems)


def texts(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by relative path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def replace(path: Path, old: str, new: str) -> None:
    """Change one piece of a file, which must stand there once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")
