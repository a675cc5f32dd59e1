"""The services of the week that are about people: choosing, my week, who came, how they come."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.services.week_services import WeekServices

if TYPE_CHECKING:
    from desktop.services.agreements import Agreements
    from desktop.services.attendance import AttendanceBook
    from desktop.services.calendars import Calendars
    from desktop.services.centre import CentreCare
    from desktop.services.choices import Choices
    from desktop.services.my_week import MyWeek
    from desktop.services.offers import Offers
    from desktop.services.people import People
    from desktop.services.pictures import Pictures
    from desktop.services.saying import Saying
    from desktop.services.spending import Spending
    from desktop.services.travel import Travel
    from desktop.services.week_items import WeekItems
    from desktop.services.week_papers import WeekPapers


class MemberWeekServices(WeekServices):
    """What members and staff do in the week."""

    people: People

    if TYPE_CHECKING:

        @property
        def centre(self) -> CentreCare:
            """What the centre is called."""

        @property
        def offers(self) -> Offers:
            """What public events become."""

        @property
        def pictures(self) -> Pictures:
            """What they look like."""

        @property
        def spending(self) -> Spending:
            """Where planned trips are."""

    @cached_property
    def choices(self) -> Choices:
        """Choosing activities."""
        from desktop.services.choices import Choices

        return Choices(self.store, self.week, self.activities)

    @cached_property
    def my_week(self) -> MyWeek:
        """A member's week."""
        from desktop.services.my_week import MyWeek

        return MyWeek(self.store, self._faces, self.week, self.spending)

    @cached_property
    def attendance(self) -> AttendanceBook:
        """Who came, and who is in the house."""
        from desktop.services.attendance import AttendanceBook

        return AttendanceBook(self.store, self._faces, self.week, self.choices)

    @cached_property
    def saying(self) -> Saying:
        """How members found what they came to."""
        from desktop.services.saying import Saying

        return Saying(self.store, self._faces, self.week, self.activities)

    @cached_property
    def travel(self) -> Travel:
        """How members come, and the rides of a day."""
        from desktop.services.travel import Travel

        return Travel(self.store, self._faces, self.week)

    @cached_property
    def week_items(self) -> WeekItems:
        """What of the week needs a person."""
        from desktop.services.week_items import WeekItems

        return WeekItems(self.store, self._faces, self.week)

    @cached_property
    def calendars(self) -> Calendars:
        """Ordinary calendars, out and in."""
        from desktop.services.calendars import Calendars
        from desktop.services.public_events import PublicEvents

        events = PublicEvents(self.store, self.offers, self.pictures)
        return Calendars(self.store, self.week, self.my_week, events)

    @cached_property
    def agreements(self) -> Agreements:
        """What members agreed to about their week."""
        from desktop.services.agreements import Agreements

        return Agreements(self.store)

    @cached_property
    def week_papers(self) -> WeekPapers:
        """What goes on paper."""
        from desktop.services.week_papers import Sources, WeekPapers

        return WeekPapers(
            Sources(
                self.store,
                self.people,
                self.centre,
                self.week,
                self.my_week,
                self.attendance,
                self.travel,
                self.agreements,
            )
        )
