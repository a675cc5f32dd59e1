"""admin week show, copy, print, ics; admin choose; admin attend."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

from desktop.bootstrap import Parts
from desktop.command.admin_credits import amounts
from desktop.command.answers import Answer, wrong_usage
from desktop.command.arguments import a_day, a_number, a_path
from desktop.command.opened import language, opened
from desktop.command.reading import fact_id, refuse_place, write_file
from desktop.command.week_lines import of_centre, of_member
from desktop.command.week_rows import clash_row, day_row, entry_row, session_row
from desktop.problems import NotFound
from desktop.services.week_days import date_in, week_number
from ledger.domain.names import FactId
from ledger.domain.week import Attendance
from ledger.domain.weeks import Occurrence

_WEEKS_AHEAD: Final = 8
_MARKS: Final[Mapping[str, Attendance]] = MappingProxyType({mark.name.lower(): mark for mark in Attendance})


def add(commands: Any, shared: Any) -> None:
    """Add these commands."""
    week = commands.add_parser("week", help="the week: show, copy, print, or as an ordinary calendar")
    parts: Any = week.add_subparsers(title="what", metavar="WHAT", required=True)
    show = _about_week(parts.add_parser("show", parents=[shared], help="a week of the centre, or of one member"))
    show.add_argument("--member", metavar="ID")
    show.set_defaults(run=_show)
    copy = _about_week(parts.add_parser("copy", parents=[shared], help="make a week from the week before"))
    copy.add_argument("--from", type=a_day, metavar="DATE", dest="source", help="from another week")
    copy.set_defaults(run=_copy)
    paper = _about_week(parts.add_parser("print", parents=[shared], help="the centre's week, or members' weeks"))
    whose = paper.add_mutually_exclusive_group()
    whose.add_argument("--member", metavar="ID")
    whose.add_argument("--all", action="store_true", help="every member's week")
    paper.add_argument("--paper", choices=["A3", "A4"], default="A4", help="of the centre's week; members' are A4")
    paper.add_argument("--bw", action="store_true", help="in black and white")
    paper.add_argument("--out", required=True, type=a_path, metavar="F.pdf")
    paper.set_defaults(run=_print, usage=paper.format_usage)
    ics = _about_week(parts.add_parser("ics", parents=[shared], help="as iCalendar, for an ordinary calendar"))
    ics.add_argument("--member", metavar="ID")
    ics.add_argument("--weeks", type=a_number, default=1, metavar="N")
    ics.add_argument("--out", required=True, type=a_path, metavar="F.ics")
    ics.set_defaults(run=_ics)
    _add_members(commands, shared)


def _add_members(commands: Any, shared: Any) -> None:
    choose = _about_session(commands.add_parser("choose", parents=[shared], help="choose a session for a member"))
    how = choose.add_mutually_exclusive_group()
    how.add_argument("--list", action="store_true", help="a place on the list, if it is full")
    how.add_argument("--no", action="store_true", help="let it go; what it cost comes back")
    choose.set_defaults(run=_choose)
    attend = _about_session(commands.add_parser("attend", parents=[shared], help="whether a member came"))
    attend.add_argument("--as", choices=sorted(_MARKS), default="came", dest="mark")
    attend.set_defaults(run=_attend)


def _about_week(command: Any) -> Any:
    command.add_argument("--week", required=True, type=a_day, metavar="DATE", help="any day of it, as 2026-11-24")
    return command


def _about_session(command: Any) -> Any:
    command.add_argument("--member", required=True, metavar="ID")
    command.add_argument("--session", required=True, metavar="ID", help="as `week show` prints it")
    command.add_argument("--week", type=a_day, metavar="DATE", help="any day of that week; else the next time it is")
    return command


def _show(arguments: Namespace) -> Answer:
    monday = date_in(week_number(arguments.week), 0)
    with opened(arguments) as parts:
        if arguments.member is not None:
            seen = parts.services.my_week.of(fact_id(arguments.member), monday)
            rows = [entry_row(entry, day.day) for day in seen.days for entry in day.entries]
            days = [day_row(day.day, is_open=day.is_open, closed=day.closed) for day in seen.days]
            values = {"week": monday.isoformat(), "member": arguments.member, "days": days, "entries": rows}
            return Answer(values, lines=of_member(seen))
        week = parts.services.week.week(monday)
    closed = dict(week.closed)
    return Answer(
        {
            "week": monday.isoformat(),
            "days": [day_row(day, is_open=day not in closed, closed=closed.get(day, "")) for day in week.days],
            "sessions": [session_row(session) for session in week.sessions],
            "clashes": [clash_row(clash) for clash in week.clashes],
        },
        lines=of_centre(week),
    )


def _copy(arguments: Namespace) -> Answer:
    source = arguments.source or arguments.week - timedelta(weeks=1)
    with opened(arguments) as parts:
        done = parts.services.week_editing.copy_week(source, arguments.week)
        sessions = parts.services.week.sessions(arguments.week)
    week = date_in(week_number(arguments.week), 0).isoformat()
    return Answer({"week": week, "copied": len(done.facts), "sessions": len(sessions)})


def _print(arguments: Namespace) -> Answer | int:
    from desktop.command.paper_week import (  # noqa: PLC0415 - Qt is loaded only where paper is drawn
        write_centre_week,
        write_member_weeks,
    )

    is_centre = arguments.member is None and not arguments.all
    if not is_centre and arguments.paper != "A4":
        return wrong_usage("members' weeks are printed on A4", arguments.usage(), as_json=arguments.json)
    with opened(arguments) as parts:
        refuse_place(arguments.out, parts.store.folder)
        papers = parts.services.week_papers
        if is_centre:
            is_a3 = arguments.paper == "A3"
            pages = write_centre_week(
                papers.centre(arguments.week),
                arguments.out,
                language=language(arguments),
                is_a3=is_a3,
                is_grey=arguments.bw,
            )
            return Answer({"file": str(arguments.out), "pages": pages})
        found = (
            papers.members(arguments.week)
            if arguments.all
            else [papers.member(fact_id(arguments.member), arguments.week)]
        )
        if not found:
            raise NotFound("There are no members yet, so there is no week to print.")
        pages = write_member_weeks(found, arguments.out, language=language(arguments), is_grey=arguments.bw)
    return Answer({"file": str(arguments.out), "members": len(found), "pages": pages})


def _ics(arguments: Namespace) -> Answer:
    with opened(arguments) as parts:
        refuse_place(arguments.out, parts.store.folder)
        calendars = parts.services.calendars
        if arguments.member is None:
            raw = calendars.centre(arguments.week, arguments.weeks)
        else:
            raw = calendars.member(fact_id(arguments.member), arguments.week, arguments.weeks)
        write_file(arguments.out, raw)
    return Answer({"file": str(arguments.out), "events": raw.count(b"BEGIN:VEVENT")})


def _choose(arguments: Namespace) -> Answer:
    member, session = fact_id(arguments.member), fact_id(arguments.session)
    with opened(arguments) as parts:
        services = parts.services
        sitting = services.sittings.begin(member)
        at = _at(parts, session, arguments.week)
        if arguments.no:
            done = services.choices.let_go_for(member, at)
        elif arguments.list:
            done = services.choices.put_on_list(sitting, services.sittings.new_draft(), at)
        else:
            done = services.choices.choose_for(member, at)
        said = parts.store.read.week.choice(member, at)
        values = {
            "session": session.text,
            "date": services.week.session(at).day.isoformat(),
            "choice": "no" if said is None else said.choice.name.lower(),
            "facts": len(done.facts),
            **amounts(services.credits.of(member)),
        }
    return Answer(values)


def _attend(arguments: Namespace) -> Answer:
    member, session = fact_id(arguments.member), fact_id(arguments.session)
    with opened(arguments) as parts:
        at = _at(parts, session, arguments.week or parts.services.my_week.today())
        done = parts.services.attendance.mark(member, at, _MARKS[arguments.mark])
        day = parts.services.week.session(at).day
    return Answer(
        {"session": session.text, "date": day.isoformat(), "attendance": arguments.mark, "facts": len(done.facts)}
    )


def _at(parts: Parts, session: FactId, day: date | None) -> Occurrence:
    """The time of a session in a week, or the next there is from today on. Raises NotFound."""
    if day is not None:
        return Occurrence(session, week_number(day))
    today = parts.services.my_week.today()
    for number in range(_WEEKS_AHEAD):
        at = Occurrence(session, week_number(today) + number)
        try:
            seen = parts.services.week.session(at)
        except NotFound:
            continue
        if seen.day >= today and seen.is_on and not seen.is_closed:
            return at
    raise NotFound(f"This session is not in the next {_WEEKS_AHEAD} weeks. Give a day of its week with --week.")
