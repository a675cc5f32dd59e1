"""From an outcome to what is shown next: acts, takes the door, reads. All of it on the store's thread, no Qt."""

from dataclasses import dataclass, field, replace
from typing import Any

from desktop.services.seen import PersonSeen
from desktop.settings import Settings, settled
from desktop.views import flow, screens
from desktop.views.kit.art import picture
from desktop.views.kit.person import Person
from desktop.views.visit import Instead, Visit


@dataclass(frozen=True, slots=True)
class Arrival:
    """A screen with what it shows, who is at it, and how things are for them.

    asks_for_pictures: who is at it has secret pictures, or needs their card, and is asked for them once it was hidden.
    sees_cards: somebody here has a card.
    is_shown_round: each thing on it is to be named. is_said_again: all of it is to be said.
    """

    name: str
    state: Any
    person: Person | None
    settings: Settings | None = None
    asks_for_pictures: bool = False
    sees_cards: bool = False
    is_shown_round: bool = False
    is_said_again: bool = False


@dataclass
class History:
    """The way back: the screens passed since Home, each once."""

    _passed: list[str] = field(default_factory=list)

    def came_to(self, name: str) -> None:
        """Note where we are; coming to a place again forgets what lay between. What lies aside is no place."""
        if name in flow.ASIDE:
            return
        if name in self._passed:
            del self._passed[self._passed.index(name) :]
        if name in flow.BEGINNINGS:
            self._passed.clear()
        self._passed.append(name)

    def before(self, name: str) -> str:
        """The screen that lies before one, or where everything starts."""
        if name in flow.ASIDE and self._passed:
            return self._passed[-1]
        if name in self._passed and self._passed.index(name) > 0:
            return self._passed[self._passed.index(name) - 1]
        return flow.START


class Journey:
    """Knows the visit, and walks through the doors with it. services: those of tests that have no house."""

    def __init__(self, visit: Visit, services: Any = None) -> None:
        self.visit = visit
        self._services = services

    def leave(self, name: str, outcome: str, value: object, *, back: str) -> Arrival:
        """Do what an outcome does, then arrive behind its door. back: the screen that Back leads to."""
        act = getattr(screens.find(name), f"on_{outcome}", None)
        answer = act(self._now(), self.visit, *(() if value is None else (value,))) if act is not None else None
        target = flow.door(name, answer or outcome)
        still = {flow.STAY: name, flow.RESUME: self.visit.at}
        still |= dict.fromkeys((flow.BACK, flow.SAY_AGAIN, flow.SHOW_ROUND), back)
        arrival = self.arrive(still.get(target, target))
        return replace(arrival, is_shown_round=target == flow.SHOW_ROUND, is_said_again=target == flow.SAY_AGAIN)

    def arrive(self, name: str) -> Arrival:
        """Read what a screen shows; one that has nothing to ask sends on to the next."""
        screen = screens.find(name)
        if screen.ends_visit:
            self.visit.finish()
        state = screen.read(self._now(), self.visit)
        if isinstance(state, Instead):
            return self.arrive(flow.door(name, state.outcome))
        if name not in flow.ASIDE:
            self.visit.at = name
        asks, sees = self._asks_for_more()
        return Arrival(name, state, self._person(), self._settings(), asks_for_pictures=asks, sees_cards=sees)

    def close(self) -> None:
        """End the visit and close the centre."""
        self.visit.finish()
        if self.visit.house is not None:
            self.visit.house.close()

    def _now(self) -> Any:
        """The services of this visit, naming pictures in the language of who sits here."""
        services, settings = self._behind(), self._settings()
        if services is not None and settings is not None:
            services.language = settings.language
        return services

    def _behind(self) -> Any:
        """The services of this visit: the practice member has those of a copy."""
        visit = self.visit
        if visit.lent is not None:
            return visit.lent.services
        return self._services if visit.house is None else visit.house.services

    def _settings(self) -> Settings | None:
        """How things are for who sits here: as this PC is set, but for what they chose themselves."""
        visit = self.visit
        if visit.house is not None and visit.trying is not None:
            is_here = isinstance(visit.trying, Settings)
            return visit.trying if is_here else settled(visit.house.here, visit.trying)
        person = visit.person or visit.signing_in
        if visit.house is None or person is None:
            return None if visit.house is None else visit.house.here
        settings: Settings = self._behind().access.for_member(person.id, visit.house.here)
        return settings

    def _asks_for_more(self) -> tuple[bool, bool]:
        """Whether who sits here has secret pictures or needs their card, as the practice member never does.

        And whether anybody here has a card.
        """
        visit = self.visit
        if visit.house is None or visit.house.services is None or visit.person is None:
            return False, False
        here, behind, member = visit.house.services, self._behind(), visit.person.id
        return behind.secret_pictures.has(member) or behind.cards.is_needed(member), here.cards.are_used()

    def _person(self) -> Person | None:
        person, supporter = self.visit.person, self.visit.supporter
        if person is None:
            return None
        beside = (_shown(supporter), picture(supporter.pic)) if supporter is not None else None
        return Person(_shown(person), picture(person.pic), beside)


def _shown(person: PersonSeen) -> str:
    return person.shown_name or person.spoken_name
