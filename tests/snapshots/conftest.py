"""The planner as in the tests of the app."""

from tests.app.conftest import planner

__all__ = ["planner"]
