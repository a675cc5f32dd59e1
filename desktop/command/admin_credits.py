"""admin contribute, credits, gift, put-right."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from desktop.bootstrap import Parts
from desktop.command.answers import Answer
from desktop.command.arguments import a_number
from desktop.command.opened import opened
from desktop.command.reading import fact_id
from desktop.services.drafts import GiftDraft, HelpedDraft
from desktop.services.seen import CreditsSeen
from ledger.domain.names import FactId


def add(commands: Any, shared: Any) -> None:
    """Add these commands."""
    gave = commands.add_parser("contribute", parents=[shared], help="record time a member gave; it counts at once")
    gave.add_argument("--member", required=True, metavar="ID")
    gave.add_argument("--task", required=True, metavar="ID")
    gave.add_argument("--minutes", required=True, type=a_number, metavar="N")
    gave.add_argument("--with", action="append", default=[], metavar="ID", dest="with_members")
    gave.set_defaults(run=_contribute)
    have = commands.add_parser("credits", parents=[shared], help="what members have")
    have.add_argument("--member", metavar="ID")
    have.set_defaults(run=_credits)
    gift = commands.add_parser("gift", parents=[shared], help="give a member's minutes to another")
    gift.add_argument("--from", required=True, metavar="ID", dest="giver")
    gift.add_argument("--to", required=True, metavar="ID", dest="receiver")
    gift.add_argument("--minutes", required=True, type=a_number, metavar="N")
    gift.set_defaults(run=_gift)
    right = commands.add_parser("put-right", parents=[shared], help="undo something recorded, with a reason")
    right.add_argument("fact", metavar="FACT")
    right.add_argument("--why", required=True, metavar="W")
    right.set_defaults(run=_put_right)


def amounts(credits_now: CreditsSeen) -> dict[str, int]:
    """What somebody has, by the names every answer uses."""
    return {
        "available_minutes": credits_now.available_minutes,
        "waiting_minutes": credits_now.waiting_minutes,
    }


def _contribute(arguments: Namespace) -> Answer:
    member, task = fact_id(arguments.member), fact_id(arguments.task)
    others = tuple(fact_id(one) for one in arguments.with_members)
    with opened(arguments) as parts:
        draft = HelpedDraft(parts.services.sittings.new_draft(), task, arguments.minutes, with_members=others)
        said = parts.services.contributions.record(draft, member)
    return Answer({"fact": said.changes.facts[-1].text, "minutes": said.minutes, **amounts(said.after)})


def _credits(arguments: Namespace) -> Answer:
    with opened(arguments) as parts:
        if arguments.member is not None:
            member = fact_id(arguments.member)
            return Answer({"id": member.text, **amounts(parts.services.credits.of(member))})
        return Answer({"credits": [_row(parts, one.id, one.name) for one in parts.services.people.members()]})


def _row(parts: Parts, member: FactId, name: str) -> dict[str, Any]:
    return {"id": member.text, "name": name, **amounts(parts.services.credits.of(member))}


def _gift(arguments: Namespace) -> Answer:
    giver, receiver = fact_id(arguments.giver), fact_id(arguments.receiver)
    with opened(arguments) as parts:
        services = parts.services
        draft = GiftDraft(services.sittings.new_draft(), receiver, arguments.minutes)
        gave = services.credits.give(services.sittings.begin(giver), draft)
    return Answer({"fact": gave.changes.first.text, "is_waiting": gave.is_waiting, **amounts(gave.after)})


def _put_right(arguments: Namespace) -> Answer:
    fact = fact_id(arguments.fact)
    with opened(arguments) as parts:
        done = parts.services.credits.put_right(fact, arguments.why)
    return Answer(
        {
            "fact": done.changes.first.text,
            "member_minutes": done.member_minutes,
            "goodwill_minutes": done.goodwill_minutes,
        }
    )
