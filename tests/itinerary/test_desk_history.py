"""Any sequence of changes, undos and redos, against a list of states."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.helpers import programme_of
from tui_planner.itinerary.desk import Desk
from tui_planner.itinerary.model import Itinerary
from tui_planner.itinerary.store import Store

IDS = ("one", "two", "three", "four")
PROGRAMME = programme_of(
    "".join(
        f'[[sessions]]\nid = "{id_}"\ntitle = "{id_}"\nstart = "1{n}:00"\nend = "1{n}:50"\n'
        for n, id_ in enumerate(IDS)
    )
)
ID = st.sampled_from(IDS)


class DeskMachine(RuleBasedStateMachine):
    """The model: all states so far, and which of them is the present one."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.store = Store(Path(self.folder.name) / "i.toml")
        self.desk = Desk(PROGRAMME, Itinerary(programme=PROGRAMME.id), self.store)
        self.states: list[tuple[str, ...]] = [()]
        self.at = 0

    def teardown(self) -> None:
        self.folder.cleanup()

    def change(self, state: tuple[str, ...]) -> None:
        if state != self.states[self.at]:
            self.states[self.at + 1 :] = [state]
            self.at += 1

    @rule(id_=ID)
    def choose(self, id_: str) -> None:
        self.desk.choose(PROGRAMME.session_by_id[id_])
        now = self.states[self.at]
        self.change(now if id_ in now else (*now, id_))

    @rule(ids=st.sets(ID, max_size=2))
    def drop(self, ids: set[str]) -> None:
        self.desk.drop(*ids)
        self.change(tuple(id_ for id_ in self.states[self.at] if id_ not in ids))

    @rule()
    def undo(self) -> None:
        assert self.desk.undo() == (self.at > 0)
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        assert self.desk.redo() == (self.at < len(self.states) - 1)
        self.at = min(len(self.states) - 1, self.at + 1)

    @precondition(lambda self: self.at > 2)
    @rule()
    def undo_all(self) -> None:
        while self.desk.undo():
            self.at -= 1
        assert self.at == 0

    @invariant()
    def the_desk_is_at_the_present_state(self) -> None:
        now = self.states[self.at]
        assert tuple(choice.session for choice in self.desk.now.plan.itinerary.choices) == now
        assert self.desk.now.chosen == set(now)
        assert {pick.session.id for pick in self.desk.now.plan.picks} == set(now)

    @invariant()
    def the_file_is_the_present_state(self) -> None:
        assert self.store.load(PROGRAMME.id) == self.desk.now.plan.itinerary
        assert self.desk.trouble == ""


DeskMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
TestDesk = DeskMachine.TestCase
