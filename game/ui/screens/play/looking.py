"""What the inspector looks at: a place, a track, a card, or the why of a number."""

from dataclasses import dataclass
from typing import Literal

from game.model.ids import NO_CARD, NO_REF, CardIx, Ref, SeatIx
from game.ui.present.card_page import inspect_card
from game.ui.present.inspection import Inspection, InspectorRow, inspect_ref, inspect_track
from game.ui.present.means import inspect_means
from game.ui.present.pages import default_page
from game.ui.present.sight import Sight
from game.ui.present.subjects import Subject
from game.ui.present.why import standing_rows, why_page
from game.ui.screens.sitting import Sitting

LookKind = Literal["moment", "place", "track", "means", "card", "why"]


@dataclass(frozen=True, slots=True)
class Look:
    """One thing looked at; `subject` with its `title` is a why."""

    kind: LookKind = "moment"
    ref: Ref = NO_REF
    track: str = ""
    card: CardIx = NO_CARD
    subject: Subject | None = None
    title: str = ""


MOMENT = Look()


def page_of(
    sitting: Sitting, look: Look, lit: frozenset[Ref], *, with_cards: bool = False
) -> Inspection:
    """The page of what is looked at; the moment's own where there is nothing to say of it.

    `with_cards` gives cards a page too, where the tray shows no more than their titles.
    """
    sight, seat = sitting.sight, sitting.viewer
    page: Inspection | None = None
    if look.kind == "place":
        page = inspect_ref(sight, look.ref, lit=look.ref in lit)
    elif look.kind == "track":
        page = inspect_track(sight, look.track)
    elif look.kind == "means":
        page = inspect_means(sight, seat, look.track)
    elif look.kind == "card" and with_cards:
        page = inspect_card(sight, look.card)
    elif look.kind == "why" and look.subject is not None:
        standing = standing_rows(sight, look.subject)
        page = why_page(sight.words, sitting.why(look.subject), look.title, standing)
    return page or default_page(sight, seat)


def why_of(sight: Sight, look: Look, seat: SeatIx) -> tuple[Subject, str] | None:
    """The first number of what is looked at, for the key that asks why."""
    page = _numbers_of(sight, look, seat)
    if page is None:
        return None
    row = next((row for row in page.rows if row.subject is not None), None)
    return (row.subject, title_of(page, row)) if row is not None and row.subject else None


def title_of(page: Inspection, row: InspectorRow) -> str:
    """What a why of one of the numbers of a page is headed with."""
    alone = sum(one.subject is not None for one in page.rows) == 1
    return page.title if alone or not row.label else f"{page.title}, {row.label}"


def title_of_subject(sight: Sight, look: Look, seat: SeatIx, subject: Subject) -> str:
    """What a why of a number is headed with, by the page that shows it."""
    page = _numbers_of(sight, look, seat)
    rows = page.rows if page is not None else ()
    row = next((row for row in rows if row.subject == subject), None)
    return title_of(page, row) if page is not None and row is not None else look.title


def _numbers_of(sight: Sight, look: Look, seat: SeatIx) -> Inspection | None:
    if look.kind == "track":
        return inspect_track(sight, look.track)
    if look.kind == "means":
        return inspect_means(sight, seat, look.track)
    return inspect_ref(sight, look.ref) if look.kind == "place" else None
