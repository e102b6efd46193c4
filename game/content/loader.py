"""A campaign's files into one Campaign, or a ContentError with everything that is wrong.

A campaign is a folder: campaign.yaml, map.yaml, units.yaml, cards/*.yaml, injects.yaml,
bots.yaml and locale/*.yaml, of which only the first is always needed. It may take things from a
library: the folder `library` beside it, else the shipped one. Nothing else is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.content.campaign import Campaign
from game.content.checks import advise, refuse, require
from game.content.draft import Draft
from game.content.gather import LIBRARY_PREFIX, gather, gather_library, want_map
from game.content.problems import ContentError, Place, Problem, in_order, report, say
from game.content.problems.ignores import silence
from game.content.reading.folder import (
    MAX_FILE,
    MAX_FILES,
    MAX_TOTAL,
    Folder,
    is_known,
    read_folder,
)
from game.content.reading.text import normalised
from game.content.whole import Whole, completed
from game.resources import campaigns_dir

LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class Report:
    """What checking a campaign found; `campaign` is None where there is an error.

    `folder` and `library` are where the files lie, or None where they came from memory.
    """

    problems: tuple[Problem, ...]
    campaign: Campaign | None
    folder: Path | None = None
    library: Path | None = None

    @property
    def is_partial(self) -> bool:
        """Whether a file could not be read, so that more checks follow once it is mended."""
        return bool(_unreadable(self.problems))

    def locate(self, file: str) -> str:
        """The path that a reader can open for the file of a problem."""
        if self.library is not None and file.startswith(LIBRARY_PREFIX):
            return str(self.library / file.removeprefix(LIBRARY_PREFIX))
        return str(self.folder / file) if self.folder is not None else file


@dataclass(slots=True)
class _Files:
    """The texts of a campaign and its library, and what was wrong with reading them."""

    texts: Mapping[str, str]
    library_texts: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)


def load_campaign(path: Path, library: Path | None = None) -> Campaign:
    """Read a campaign's folder.

    `library` is used instead of the folder `library` beside the campaign, or the shipped one.
    Raises ContentError with every error of every file; warnings and advice do not stop it.
    """
    found = path.resolve()
    campaign = _finished(_read_files(found, library or library_for(found)))
    return replace(campaign, folder=found)


def load_campaign_texts(
    texts: Mapping[str, str], library_texts: Mapping[str, str] | None = None
) -> Campaign:
    """Read a campaign from memory, as a save carries it: each file's text by its relative path.

    Raises ContentError like load_campaign.
    """
    return _finished(_given(texts, library_texts or {}))


def check_campaign(path: Path, library: Path | None = None) -> Report:
    """Read a campaign's folder and say everything that can be said about it. Never raises.

    The folder of a library is checked as one; its report has no campaign.
    """
    found = path.resolve()
    if found.name == LIBRARY and not (found / "campaign.yaml").exists():
        return check_library(path)
    beside = library or library_for(found)
    problems, campaign = _outcome(_read_files(found, beside), advise, found.name)
    if campaign is not None:
        campaign = replace(campaign, folder=found)
    return Report(tuple(problems), campaign, path, beside)


def check_campaign_texts(
    texts: Mapping[str, str], library_texts: Mapping[str, str] | None = None
) -> Report:
    """As check_campaign, from memory."""
    problems, campaign = _outcome(_given(texts, library_texts or {}), advise)
    return Report(tuple(problems), campaign)


def check_library(path: Path) -> Report:
    """Say what is wrong with a library by itself. Never raises; the report has no campaign."""
    folder = read_folder(path.resolve())
    draft = Draft(problems=folder.problems)
    gather_library(folder.texts, draft)
    problems = _unread_first(draft, folder.texts)
    if not problems:
        found = [*draft.problems, *require(draft)]
        problems = in_order(silence(found, folder.texts, is_complete=False))
    return Report(tuple(problems), None, path)


def library_for(campaign: Path) -> Path:
    """The library of a campaign's folder: its sibling `library`, else the shipped one."""
    sibling = campaign.parent / LIBRARY
    if sibling.is_dir() and not sibling.is_symlink():
        return sibling
    return campaigns_dir() / LIBRARY


def _finished(files: _Files) -> Campaign:
    problems, campaign = _outcome(files, None)
    if campaign is None:
        raise ContentError(problem for problem in problems if problem.is_error)
    return campaign


def _outcome(
    files: _Files, advise: Callable[[Whole], list[Problem]] | None, folder: str | None = None
) -> tuple[list[Problem], Campaign | None]:
    draft = Draft(problems=list(files.problems))
    used = gather(files.texts, files.library_texts, draft)
    shown = {**files.texts, **{LIBRARY_PREFIX + path: text for path, text in used.items()}}
    unread = _unread_first(draft, shown)
    if unread:
        return unread, None
    want_map(files.texts, draft)
    draft.problems.extend(require(draft))
    whole = None if draft.has_errors else completed(draft)
    if whole is not None:
        draft.problems.extend(refuse(whole))
        draft.problems.extend(advise(whole) if advise else ())
        if folder is not None and folder != whole.frame.id:
            draft.problems.append(_misnamed(whole, folder))
    is_complete = whole is not None and advise is not None
    problems = in_order(silence(draft.problems, shown, is_complete))
    if whole is None or any(problem.is_error for problem in problems):
        return problems, None
    return problems, _campaign(whole, files.texts, used)


_READING = [f"N1{number:02}" for number in range(1, 18)]
"""Codes of a file or a folder that cannot be read."""


def _unreadable(problems: Iterable[Problem]) -> list[Problem]:
    """What keeps a file from being read: until it is mended, nothing is said of what refers to
    other files."""
    found = [problem for problem in problems if problem.code in _READING]
    return found if any(problem.is_error for problem in found) else []


def _unread_first(draft: Draft, texts: Mapping[str, str]) -> list[Problem]:
    """Where files cannot be read, those first, then what each other file lacks by itself."""
    unread = _unreadable(draft.problems)
    if not unread:
        return []
    rest = [one for one in draft.problems if one.is_error and one not in unread]
    return [*in_order(unread), *in_order(silence(rest, texts, is_complete=False))]


def _misnamed(whole: Whole, folder: str) -> Problem:
    says = say(
        "The campaign is called `{id}`, but its folder `{folder}`.",
        id=whole.frame.id,
        folder=folder,
    )
    return report("N404", whole.draft.frame_place("id"), says, say("Rename one of the two."))


def _campaign(whole: Whole, texts: Mapping[str, str], library_texts: Mapping[str, str]) -> Campaign:
    return Campaign(
        frame=whole.frame,
        areas=whole.areas,
        routes=whole.routes,
        kinds=whole.kinds,
        cards=whole.cards,
        injects=whole.injects,
        bots=whole.bots,
        digest=digest(texts, library_texts),
        texts=dict(texts),
        library_texts=dict(library_texts),
        locales=dict(whole.draft.locales),
    )


def digest(texts: Mapping[str, str], library_texts: Mapping[str, str]) -> str:
    """The SHA-256 of a campaign's normalised texts, the same on every computer."""
    total = hashlib.sha256()
    for prefix, files in (("", texts), (LIBRARY_PREFIX, library_texts)):
        for path in sorted(files):
            content = files[path].encode("utf-8")
            total.update(f"{prefix}{path}\n{len(content)}\n".encode())
            total.update(content)
    return total.hexdigest()


def _read_files(campaign: Path, library: Path) -> _Files:
    own = read_folder(campaign)
    if "campaign.yaml" not in own.texts and not any(p.is_error for p in own.problems):
        own.problems.append(_no_frame())
    shared = read_folder(library, LIBRARY_PREFIX) if library.is_dir() else Folder()
    return _Files(
        own.texts, shared.texts, own.problems + [p for p in shared.problems if p.is_error]
    )


def _no_frame() -> Problem:
    says = say("There is no campaign.yaml in this folder, so it is no campaign.")
    return report("N101", Place("campaign.yaml"), says)


def _given(texts: Mapping[str, str], library_texts: Mapping[str, str]) -> _Files:
    """Texts from memory under the same limits as files."""
    files = _Files(_allowed(texts), _allowed(library_texts))
    sizes = [len(text) for found in (files.texts, files.library_texts) for text in found.values()]
    if len(sizes) > MAX_FILES or sum(sizes) > MAX_TOTAL or max(sizes, default=0) > MAX_FILE:
        says = say("The campaign is larger than {limit} MB in all.", limit=MAX_TOTAL // 1024**2)
        return _Files({}, {}, [report("N102", Place("."), says)])
    if "campaign.yaml" not in files.texts:
        files.problems.append(_no_frame())
    return files


def _allowed(texts: Mapping[str, str]) -> dict[str, str]:
    return {path: normalised(text) for path, text in sorted(texts.items()) if is_known(path)}
