"""Movement: how values travel from one number to another over a few moments.

Durations are the design's, in seconds. With reduced motion nothing travels: moves arrive at once,
and what appears fades in over 80 ms. Any key may skip what is under way.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

HOVER, PANEL, CAMERA, COUNTER, DICE, FLOW_UNIT = 0.09, 0.16, 0.35, 0.3, 0.6, 0.45
REDUCED_FADE = 0.08

Easing = Callable[[float], float]


def linear(share: float) -> float:
    """Even speed; used for flow."""
    return share


def ease_out(share: float) -> float:
    """Fast at first, then settling (cubic); used for everything but flow."""
    return 1 - (1 - share) ** 3


@dataclass(slots=True)
class Tween:
    """A value on its way from `start` to `end`; durations in seconds.

    `holds` says that it is watched, not waited for: the key that skips it does nothing else.
    """

    start: float
    end: float
    duration: float
    ease: Easing = ease_out
    elapsed: float = 0.0
    on_done: Callable[[], None] | None = None
    holds: bool = False

    @property
    def done(self) -> bool:
        """Whether it has arrived."""
        return self.elapsed >= self.duration

    @property
    def value(self) -> float:
        """Where it is now."""
        if self.done:
            return self.end
        return self.start + (self.end - self.start) * self.ease(self.elapsed / self.duration)


@dataclass
class Motion:
    """The movements of one screen, by name."""

    reduced: bool = False
    _tweens: dict[str, Tween] = field(default_factory=dict)

    def travel(
        self,
        name: str,
        start: float,
        end: float,
        duration: float,
        *,
        ease: Easing = ease_out,
        on_done: Callable[[], None] | None = None,
        holds: bool = False,
    ) -> None:
        """Move a value; a movement of the same name under way is replaced.

        With `holds` the key that skips it does nothing else: for dice and flow, which are watched.
        """
        seconds = 0.0 if self.reduced else duration
        self._tweens[name] = Tween(start, end, seconds, ease, 0.0, on_done, holds)

    def fade(self, name: str, start: float, end: float, duration: float = PANEL) -> None:
        """Change how strongly something shows; kept short, not dropped, with reduced motion."""
        seconds = min(duration, REDUCED_FADE) if self.reduced else duration
        self._tweens[name] = Tween(start, end, seconds)

    def value(self, name: str, otherwise: float) -> float:
        """Where a movement is now, or `otherwise` when there is none of this name."""
        tween = self._tweens.get(name)
        return otherwise if tween is None else tween.value

    @property
    def running(self) -> bool:
        """Whether anything is under way."""
        return bool(self._tweens)

    @property
    def holds(self) -> bool:
        """Whether something is under way that the user is meant to watch."""
        return any(tween.holds for tween in self._tweens.values())

    def has(self, name: str) -> bool:
        """Whether the named movement is under way."""
        return name in self._tweens

    def advance(self, seconds: float) -> bool:
        """Let time pass; returns whether anything moved. Arrivals are told after the step."""
        moved = bool(self._tweens)
        for tween in self._tweens.values():
            tween.elapsed += seconds
        self._settle()
        return moved

    def skip(self) -> bool:
        """Let everything arrive now; returns whether anything was under way."""
        moved = bool(self._tweens)
        for tween in self._tweens.values():
            tween.elapsed = tween.duration
        self._settle()
        return moved

    def cancel(self, name: str) -> None:
        """Drop a movement where it is, without telling that it arrived."""
        self._tweens.pop(name, None)

    def _settle(self) -> None:
        arrived = [name for name, tween in self._tweens.items() if tween.done]
        told = [self._tweens.pop(name).on_done for name in arrived]
        for on_done in told:
            if on_done is not None:
                on_done()
