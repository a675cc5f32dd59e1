"""I helped: small help counts, at once, and only once; what is above the limit waits."""

from tests.journeys.at_work import CentreAtWork


def test_half_an_hour_counts_at_once_and_is_there_after_a_restart(centre: CentreAtWork) -> None:
    before = centre.credits("Ann")
    centre.sign_in("Ann").press("I helped", "Made tea", "Half an hour", "On my own")

    assert centre.says("Thank you, Ann!")
    assert centre.credits("Ann").available_minutes == before.available_minutes + 30
    assert centre.closed_and_reopened().credits("Ann").available_minutes == before.available_minutes + 30


def test_undo_takes_it_back(centre: CentreAtWork) -> None:
    before = centre.credits("Ann")
    centre.sign_in("Ann").press("I helped", "Made tea", "Half an hour", "On my own", "Undo")

    assert centre.says("Taken back")
    assert centre.credits("Ann") == before


def test_the_same_task_again_within_its_own_length_is_asked_about(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("I helped", "Made tea", "Half an hour", "On my own", "Home")
    before = centre.credits("Ann")

    centre.clock.move(minutes=10)
    centre.press("I helped", "Made tea", "Half an hour", "On my own")
    assert centre.says("Is this another time?")
    centre.press("No, the same time")
    assert centre.credits("Ann") == before

    centre.press("I helped", "Made tea", "Half an hour", "On my own", "Yes, another time")
    assert centre.credits("Ann").available_minutes == before.available_minutes + 30


def test_three_hours_wait_for_a_worker_and_are_kept_apart(centre: CentreAtWork) -> None:
    before = centre.credits("Bob")
    centre.sign_in("Bob").press("I helped", "Gardened", "Three hours", "On my own")

    assert centre.says("will look. Then it is yours.")
    after = centre.credits("Bob")
    assert after.available_minutes == before.available_minutes
    assert after.waiting_minutes == before.waiting_minutes + 180


def test_somebody_with_me_is_recorded_with_what_i_say(centre: CentreAtWork) -> None:
    centre.sign_in("Ann").press("Me", "Someone is with me", "Jo")
    assert centre.says("Jo is here")
    centre.press("I helped", "Swept up", "One hour", "On my own")

    jo = next(one for one in centre.ask(centre.services.people.workers) if one.name == "Jo")
    fact = centre.visit.result.changes.first
    assert centre.ask(lambda: centre.store.read.entry(fact)).assisted_by == jo.id


def test_a_scanner_presses_nothing_where_no_slip_is_asked_for(centre: CentreAtWork) -> None:
    before = centre.credits("Ann")
    centre.sign_in("Ann").press("I helped").scan("TC1 0123456789").scan("TC1 0123456789")
    assert centre.screen.name == "what_helped"

    centre.press("Home")
    centre.press("My credits", "Thank someone", "Bob", "1 credit").scan("TC1 0123456789")
    assert centre.screen.name == "thank_yes"
    assert centre.credits("Ann") == before
