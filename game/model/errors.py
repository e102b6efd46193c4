"""Errors of the engine, by who must act."""


class IllegalAction(Exception):
    """An action that the position does not allow; says which, when and why."""

    def __init__(self, action: str, phase: str, reason: str) -> None:
        super().__init__(f"{action} is not allowed in {phase}: {reason}")
        self.action = action
        self.phase = phase
        self.reason = reason
