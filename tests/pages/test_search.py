"""The search finds the largest size that fits, whatever the predictions are worth."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from briefgen.pages.search import points, search, steps


@dataclass(frozen=True)
class Fake:
    """A layout whose copy fits up to `limit`, and that believes it fits up to `believed`."""

    step: int
    limit: int
    believed: int

    @property
    def fits(self) -> bool:
        return self.step <= self.limit

    def predicts_fit(self, step: int) -> bool:
        return step <= self.believed


def test_steps_are_twentieths_of_a_point() -> None:
    assert steps(8.5) == 170
    assert (steps(8.52), steps(8.52, up=True)) == (170, 171)
    assert points(171) == 8.55


def test_a_right_first_guess_is_one_layout() -> None:
    result = search(lambda step: Fake(step, 181, 181), 170, 210, 181)
    assert (result.step, result.layouts) == (181, 1)


def test_a_wrong_guess_and_a_right_prediction_are_two() -> None:
    result = search(lambda step: Fake(step, 181, 181), 170, 210, 205)
    assert (result.step, result.layouts) == (181, 2)


def test_a_short_brief_is_set_at_the_top_of_the_range_in_one_layout() -> None:
    result = search(lambda step: Fake(step, 400, 400), 170, 210, 300)
    assert (result.step, result.layouts) == (210, 1)


def test_what_does_not_fit_at_the_floor_ends_at_the_floor() -> None:
    result = search(lambda step: Fake(step, 160, 200), 170, 210, 190)
    assert result.step == 170
    assert not result.trial.fits


@given(
    limit=st.integers(150, 230),
    guess=st.integers(100, 300),
    error=st.integers(-12, 12),
)
def test_predictions_may_be_wrong_in_either_direction(limit: int, guess: int, error: int) -> None:
    """A trial that fits and predicts that the next step fits too is not believed: the next step is tried."""
    result = search(lambda step: Fake(step, limit, limit + error), 170, 210, guess)
    assert result.trial.fits == (limit >= 170)
    if error >= 0:
        assert result.step == max(170, min(210, limit))
    assert result.step <= max(170, min(210, limit))
    assert result.layouts <= 12
