"""A whole job in Welsh, on a PC that speaks English: from the face to Finish, and the sheet that comes out."""

from __future__ import annotations

from dataclasses import replace

from tests.journeys.at_work import CentreAtWork


def test_a_member_helps_looks_at_their_week_and_prints_it_in_welsh(centre: CentreAtWork) -> None:
    ann = centre.member("Ann").id
    centre.ask(lambda: centre.services.access.write(replace(centre.services.access.of(ann), language="cy")))

    mine = centre.sign_in("Ann")
    assert mine.says("Helo Ann")
    mine.press("Helpais i", "Gardened", "Hanner awr", "Dim ond fi")
    assert mine.says("Diolch, Ann!")
    mine.press("Hafan", "Fy wythnos", "Argraffu")
    assert mine.says("Mae wrth yr argraffydd.")
    assert "my-week.pdf" in centre.papers()
    title = "Ann: fy wythnos"
    assert title.encode("utf-16-be") in (centre.paper_folder / "my-week.pdf").read_bytes()

    mine.press("Hafan", "Gorffen")
    bob = centre.sign_in("Bob")
    assert bob.says("Hello Bob")
