"""The field for the facilitator's PIN: covered while somebody types it, unless they ask to see."""

from collections.abc import Callable

from game.ui.widgets.field import TextField

_DOT = "•"


class PinField(TextField):
    """A field whose letters show as dots."""

    covered = True

    def __init__(
        self,
        text: str,
        on_change: Callable[[str], None],
        *,
        placeholder: str,
        limit: int,
        reason: str = "",
    ) -> None:
        super().__init__(text, on_change, placeholder=placeholder, limit=limit, reason=reason)

    def _shown(self) -> str:
        text = super()._shown()
        return _DOT * len(text) if self.covered else text
