"""What the inspector says of a seat's own means: what is there, what it pays for, what is kept."""

from game.model.ids import SeatIx
from game.ui.present.inspection import Inspection, InspectorRow
from game.ui.present.sight import Sight
from game.ui.present.subjects import Subject
from game.ui.present.tracks import TrackCell, means_cells
from game.ui.text import signed


def inspect_means(sight: Sight, seat: SeatIx, what: str) -> Inspection | None:
    """A seat's Budget, Capital, Cash or bank; None for what it has not (RULES 4)."""
    cell = next((one for one in means_cells(sight, seat) if one.id == what), None)
    if cell is None:
        return None
    words, subject = sight.words, Subject("money", seat, what)
    rows = [InspectorRow("value", words.say("Now"), str(cell.value), subject=subject)]
    if cell.change:
        change = InspectorRow("value", words.say("This quarter"), signed(cell.change))
        rows.append(change)
    rows += [InspectorRow("note", text=text) for text in _notes(sight, cell)]
    return Inspection(cell.name, words.seat(seat), tuple(rows))


def _notes(sight: Sight, cell: TrackCell) -> tuple[str, ...]:
    words, money = sight.words, sight.campaign.rules.money
    if cell.id == "budget":
        kept = words.say(
            "It comes in each SITUATION; at most {number} unspent carries over.",
            number=money.budget_kept,
        )
        return words.say("Pays for cards, units, moves and Govern."), kept
    if cell.id == "capital":
        gain = words.say(
            "+1 in each ASSESS while Legitimacy is {number} or more; never above {most}.",
            number=money.capital_legitimacy,
            most=money.capital_max,
        )
        return words.say("Political weight: strategic cards cost it."), gain
    if cell.id == "cash":
        return (words.say("Laundered income: it pays for cards, plays, routes and upkeep."),)
    most = words.say("At most {number} Cash goes there in one ASSESS.", number=money.bank_max)
    return words.say("Safe, and counts for the margin."), most
