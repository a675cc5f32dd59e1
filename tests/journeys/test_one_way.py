"""Every job of the table is done with one switch alone, two switches, a keyboard alone and a finger alone.

Each through real widgets and the events that a PC sends; with switches by the clock of the scan, so that each press
falls when it is meant to.
"""

from dataclasses import replace

import pytest

from desktop.views.inputs.scan import Now
from ledger.domain.access import AccessWritten, PressOn, ScanOrder, ScanWay, Way
from tests.journeys.at_work import CentreAtWork
from tests.journeys.fingers import ByScan, Finger, by_keyboard, by_touch
from tests.journeys.jobs import JOBS, Job

each_job = pytest.mark.parametrize("job", JOBS, ids=lambda job: job.name)


def scans(
    centre: CentreAtWork, way: Way, scan_way: ScanWay = ScanWay.BY_ITSELF, scan_order: ScanOrder = ScanOrder.ROWS
) -> ByScan:
    """Ann uses switches, at a second a thing and two on the first."""
    ann = centre.member("Ann").id
    usual = AccessWritten(ann, way=way, scan_way=scan_way, scan_order=scan_order, press_on=PressOn.DOWN)
    centre.ask(lambda: centre.services.access.write(replace(usual, scan_ms=1_000, first_item_ms=2_000)))
    return ByScan(centre)


def play(centre: CentreAtWork, job: Job, finger: Finger) -> None:
    """Do what the job needs by hand; then sign in and do the job, pressing in one way alone."""
    job.needs(centre)
    centre.hand.finger = finger
    centre.sign_in("Ann")
    job.play(centre)
    assert job.is_done(centre), centre.screen.name
    assert centre.presses == job.presses


@each_job
def test_one_switch_alone(centre: CentreAtWork, job: Job) -> None:
    play(centre, job, scans(centre, Way.ONE_SWITCH))


@each_job
def test_two_switches_by_step(centre: CentreAtWork, job: Job) -> None:
    play(centre, job, scans(centre, Way.TWO_SWITCHES, ScanWay.BY_STEP))


@each_job
def test_a_keyboard_alone(centre: CentreAtWork, job: Job) -> None:
    play(centre, job, by_keyboard(centre))


@each_job
def test_a_finger_alone(centre: CentreAtWork, job: Job) -> None:
    play(centre, job, by_touch(centre))


@pytest.mark.parametrize(
    ("way", "scan_way", "order"),
    [
        (Way.ONE_SWITCH, ScanWay.BY_ITSELF, ScanOrder.ONE_BY_ONE),
        (Way.ONE_SWITCH, ScanWay.BY_STEP, ScanOrder.ROWS),
        (Way.TWO_SWITCHES, ScanWay.BY_ITSELF, ScanOrder.ROWS),
        (Way.TWO_SWITCHES, ScanWay.BY_STEP, ScanOrder.ONE_BY_ONE),
    ],
)
def test_every_way_of_scanning_does_a_job(centre: CentreAtWork, way: Way, scan_way: ScanWay, order: ScanOrder) -> None:
    play(centre, JOBS[0], scans(centre, way, scan_way, order))


def test_the_scan_is_live_from_sign_in_and_gone_at_finish(centre: CentreAtWork) -> None:
    finger = scans(centre, Way.ONE_SWITCH)
    centre.hand.finger = finger
    centre.sign_in("Ann")
    assert now_of(finger) == (Now.GOING, 1_000)
    centre.press("Finish")
    assert now_of(finger) == (Now.RESTING, 2_000)


def now_of(finger: ByScan) -> tuple[Now, int]:
    """What the scan does, and how long it stays on a thing."""
    return finger.switches.scan.now, finger.switches.scan.rules.item_ms
