"""What the map lights: places that may be chosen, places that answer, the place asked about."""

from game.model.actions import Action
from game.model.ids import Ref, ref_kind
from game.ui.board.board import BoardWidget
from game.ui.board.hits import Target
from game.ui.present.scene import Lights, board_id
from game.ui.present.tray import places_of
from game.ui.screens.play.picking import ON_BOARD, Picker
from game.ui.screens.sitting import Sitting

_LIKE_A_TURN = ("seal", "fallback")


def lights_of(sitting: Sitting, picker: Picker) -> Lights:
    """The lights of this moment."""
    asked = sitting.sight.view.pending
    is_asked = asked is not None and asked.kind not in _LIKE_A_TURN
    lit = picker.lit(sitting.sight.view.phase, asked=is_asked)
    return Lights(lit | frozenset(answers_on_map(sitting)), picker.chosen | asked_about(sitting))


def answers_on_map(sitting: Sitting) -> dict[Ref, Action]:
    """Places on the map that stand for an answer."""
    return places_of(sitting.sight, sitting.legal)


def asked_about(sitting: Sitting) -> frozenset[Ref]:
    """The place that a question is about."""
    asked = sitting.sight.view.pending
    if asked is None or not sitting.deciders or ref_kind(asked.target) not in ON_BOARD:
        return frozenset()
    return frozenset((asked.target,))


def lit_targets(sitting: Sitting, lights: Lights, board: BoardWidget) -> list[tuple[Target, Ref]]:
    """The lit places, from west to east."""
    found: list[tuple[Target, Ref]] = []
    for ref in sorted(lights.lit):
        place = board_id(sitting.sight, ref)
        if place is not None:
            found.append((place, ref))
    order = {target: at for at, target in enumerate(board.lit_places())}
    return sorted(found, key=lambda row: order.get(row[0], len(order)))
