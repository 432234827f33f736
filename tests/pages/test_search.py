"""The search finds the largest size that fits, wherever it begins and whatever the predictions are worth."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.pages.search import points, search, steps

LINE = 6.0
"""What a step makes of a full page, in pixels."""


@dataclass(frozen=True)
class Fake:
    """A layout whose copy fits up to `limit`; its predictions are off by `error` steps' worth at other sizes."""

    step: int
    limit: int
    error: int = 0

    @property
    def excess(self) -> float:
        return (self.step - self.limit - 0.5) * LINE

    @property
    def fits(self) -> bool:
        return self.excess <= 0

    def predicted(self, step: int) -> float:
        return self.excess + (step - self.step) * LINE + (self.error * LINE if step != self.step else 0)


def test_steps_are_twentieths_of_a_point() -> None:
    assert steps(8.5) == 170
    assert (steps(8.52), steps(8.52, up=True)) == (170, 171)
    assert points(171) == 8.55


def test_after_a_sketch_that_predicts_rightly_one_layout_is_enough() -> None:
    result = search(lambda step: Fake(step, 181), 170, 210, 205, sketch=Fake(205, 181))
    assert (result.step, result.layouts) == (181, 1)


def test_a_wrong_guess_and_a_right_prediction_are_two() -> None:
    result = search(lambda step: Fake(step, 181), 170, 210, 205)
    assert (result.step, result.layouts) == (181, 2)


def test_a_short_brief_is_set_at_the_top_of_the_range_in_one_layout() -> None:
    result = search(lambda step: Fake(step, 400), 170, 210, 300)
    assert (result.step, result.layouts) == (210, 1)


def test_what_does_not_fit_at_the_floor_ends_at_the_floor() -> None:
    result = search(lambda step: Fake(step, 160, 4), 170, 210, 190)
    assert result.step == 170
    assert not result.trial.fits


def test_a_prediction_that_was_wrong_before_is_not_believed() -> None:
    result = search(lambda step: Fake(step, 181), 170, 210, 205, sketch=Fake(205, 181, 4))
    assert (result.step, result.layouts) == (181, 2)


def test_that_a_sketch_knows_its_own_size_proves_nothing() -> None:
    result = search(lambda step: Fake(step, 182), 170, 210, 181, sketch=Fake(181, 182, 4))
    assert result.step == 182


@pytest.mark.parametrize("with_sketch", [True, False])
@given(
    limit=st.integers(150, 230),
    guess=st.integers(100, 300),
    errors=st.lists(st.integers(-12, 12), min_size=200, max_size=200),
)
def test_the_answer_is_the_largest_that_fits_wherever_the_search_begins(
    with_sketch: bool, limit: int, guess: int, errors: list[int]
) -> None:
    """Each layout may predict wrongly in its own way."""

    def lay_out(step: int) -> Fake:
        return Fake(step, limit, errors[step % 200])

    result = search(lay_out, 170, 210, guess, lay_out(guess) if with_sketch else None)
    assert result.trial.fits == (limit >= 170)
    assert result.step == result.trial.step == max(170, min(210, limit))
    assert result.layouts <= 13
