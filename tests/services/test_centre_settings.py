"""What a centre decides for itself: rules, the number on the sheet, its name on slips, how many slips at once."""

import pytest

from desktop.problems import BadInput
from tests.services.at_work import AtWork


def test_rules_change_what_counts_and_nonsense_is_refused(centre: AtWork) -> None:
    rules = centre.do.centre
    rules.set_rule("step_minutes", 5)
    rules.set_rule("at_once_minutes", 30)
    assert not centre.do.contributions.say(centre.sign_in("Ann"), centre.helped(25)).is_waiting
    assert centre.do.contributions.say(centre.sign_in("Ann"), centre.helped(35, "Made tea")).is_waiting
    for name, value in (("step_minutes", 7), ("credit_minutes", 30), ("at_once_minutes", -1), ("other", 2**40)):
        with pytest.raises(BadInput):
            rules.set_rule(name, value)
    rules.set_rule("theme", 2)
    assert (rules.setting("theme"), rules.setting("nothing")) == (2, None)
    assert centre.is_sound()


def test_the_centres_telephone_number_goes_along_on_every_trip(centre: AtWork) -> None:
    centre.earn("Ann", 60)
    ann = centre.sign_in("Ann")
    plan = centre.do.spending.say_yes(ann, centre.plan(ann, "Art")).plan
    assert centre.do.spending.sheet(plan).phone == ""

    centre.do.centre.set_text_setting("centre_phone", "  01766\t512 345 ")
    assert centre.do.centre.text_setting("centre_phone") == "01766 512 345"
    assert centre.do.spending.sheet(plan).phone == "01766 512 345"
    assert centre.is_sound()

    centre.do.centre.set_text_setting("centre_phone", "")
    assert centre.do.spending.sheet(plan).phone == ""


def test_a_text_that_says_nothing_new_is_not_written_and_one_too_long_is_refused(centre: AtWork) -> None:
    care = centre.do.centre
    care.set_text_setting("centre_phone", "01766 512 345")
    before = centre.store.read.last_seq()
    assert care.set_text_setting("centre_phone", "01766 512 345").facts == ()
    for name, most in (("centre_phone", 40), ("anything", 200)):
        with pytest.raises(BadInput):
            care.set_text_setting(name, "5" * (most + 1))
    assert centre.store.read.last_seq() == before
    care.set_text_setting("centre_phone", "e\u0301" * 40)  # forty letters once they are composed
    assert care.text_setting("centre_phone") == "\u00e9" * 40
    assert care.text_setting("anything") == ""


def test_slips_carry_the_centres_name_only_if_the_centre_wants_it(centre: AtWork) -> None:
    (slip,) = centre.do.slips.print_thanks(1, 60)
    assert slip.centre == ""
    centre.do.centre.set_rule("centre_name_on_paper", 1)
    assert centre.do.slips.paper(slip.code).centre == "Riverside"
    centre.do.centre.set_rule("centre_name_on_paper", 0)
    assert centre.do.slips.paper(slip.code) == slip
    with pytest.raises(BadInput):
        centre.do.centre.set_rule("centre_name_on_paper", 2)


def test_staff_print_as_many_slips_at_once_as_the_centre_wants(centre: AtWork) -> None:
    centre.do.centre.check_batch(40)
    with pytest.raises(BadInput, match="Print 40 at most"):
        centre.do.centre.check_batch(41)
    centre.do.centre.set_rule("slips_at_once", 8)
    with pytest.raises(BadInput, match="Print 8 at most"):
        centre.do.centre.check_batch(9)
    for nonsense in (0, 401):
        with pytest.raises(BadInput):
            centre.do.centre.set_rule("slips_at_once", nonsense)
