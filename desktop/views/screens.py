"""Where each screen lives; imported only when it is first shown, so that the app starts fast."""

from importlib import import_module
from typing import Final

from desktop.views.kit.frame import Frame

ROOMS: Final[dict[str, str]] = {
    # ---- sign in, home, problems ----
    "opening": "desktop.views.member.opening:Opening",
    "who_group": "desktop.views.member.who_group:WhoGroup",
    "who_face": "desktop.views.member.who_face:WhoFace",
    "home": "desktop.views.member.home:Home",
    "problem": "desktop.views.member.problem:ProblemScreen",
    "one_moment": "desktop.views.member.one_moment:OneMoment",
    "still_here": "desktop.views.member.still_here:StillHere",
    # ---- member: I helped ----
    "what_helped": "desktop.views.member.what_helped:WhatHelped",
    "something_else": "desktop.views.member.something_else:SomethingElse",
    "picture_groups": "desktop.views.member.picture_groups:PictureGroups",
    "group_pictures": "desktop.views.member.group_pictures:GroupPictures",
    "not_here": "desktop.views.member.not_here:NotHere",
    "take_photo": "desktop.views.member.take_photo:TakePhoto",
    "how_long": "desktop.views.member.how_long:HowLong",
    "with_whom": "desktop.views.member.with_whom:WithWhom",
    "another_time": "desktop.views.member.another_time:AnotherTime",
    "thank_you": "desktop.views.member.thank_you:ThankYou",
    "undone": "desktop.views.member.undone:Undone",
    # ---- member: choose, my week ----
    "choose": "desktop.views.member.choose:Choose",
    "choose_else": "desktop.views.member.choose_else:ChooseElse",
    "choose_part": "desktop.views.member.choose_part:ChoosePart",
    "choose_yes": "desktop.views.member.choose_yes:ChooseYes",
    "choose_full": "desktop.views.member.choose_full:ChooseFull",
    "choose_done": "desktop.views.member.choose_done:ChooseDone",
    "all_chosen": "desktop.views.member.all_chosen:AllChosen",
    "this_or_that": "desktop.views.member.this_or_that:ThisOrThat",
    "wishes": "desktop.views.member.wishes:Wishes",
    "my_week": "desktop.views.member.my_week:MyWeek",
    "my_session": "desktop.views.member.my_session:MySession",
    "week_printed": "desktop.views.member.week_printed:WeekPrinted",
    # ---- member: me, credits ----
    "me": "desktop.views.member.me:Me",
    "supporter": "desktop.views.member.supporter:Supporter",
    "my_credits": "desktop.views.member.my_credits:MyCredits",
    "where_from": "desktop.views.member.where_from:WhereFrom",
    "movement": "desktop.views.member.movement:Movement",
    "thank_who": "desktop.views.member.thank_who:ThankWho",
    "thank_how_many": "desktop.views.member.thank_how_many:ThankHowMany",
    "thank_yes": "desktop.views.member.thank_yes:ThankYes",
    "thank_done": "desktop.views.member.thank_done:ThankDone",
    # ---- member: spend ----
    "spend": "desktop.views.member.spend:Spend",
    "spend_groups": "desktop.views.member.spend_groups:SpendGroups",
    "spend_list": "desktop.views.member.spend_list:SpendList",
    "not_yet": "desktop.views.member.not_yet:NotYet",
    "plan": "desktop.views.member.plan:Plan",
    "change_who": "desktop.views.member.change_who:ChangeWho",
    "change_way": "desktop.views.member.change_way:ChangeWay",
    "change_when": "desktop.views.member.change_when:ChangeWhen",
    "change_time": "desktop.views.member.change_time:ChangeTime",
    "booked": "desktop.views.member.booked:Booked",
    "came_out": "desktop.views.member.came_out:CameOut",
    "at_printer": "desktop.views.member.at_printer:AtPrinter",
    "plan_done": "desktop.views.member.plan_done:PlanDone",
    "my_plans": "desktop.views.member.my_plans:MyPlans",
    "my_plan": "desktop.views.member.my_plan:MyPlan",
    # ---- member: use a slip, help ----
    "use_slip": "desktop.views.member.use_slip:UseSlip",
    "slip_code": "desktop.views.member.slip_code:SlipCode",
    "slip_ok": "desktop.views.member.slip_ok:SlipOk",
    "slip_into": "desktop.views.member.slip_into:SlipInto",
    "slip_offers": "desktop.views.member.slip_offers:SlipOffers",
    "slip_yes": "desktop.views.member.slip_yes:SlipYes",
    "slip_spent": "desktop.views.member.slip_spent:SlipSpent",
    "slip_verdict": "desktop.views.member.slip_verdict:SlipVerdict",
    "help": "desktop.views.member.help:Help",
    "get_worker": "desktop.views.member.get_worker:GetWorker",
    # ---- staff ----
    "staff_pin": "desktop.views.staff.staff_pin:StaffPin",
    "staff_today": "desktop.views.staff.staff_today:StaffToday",
    "staff_tasks": "desktop.views.staff.staff_tasks:StaffTasks",
    "staff_task": "desktop.views.staff.staff_task:StaffTask",
    "staff_picture": "desktop.views.staff.staff_picture:StaffPicture",
    "staff_week": "desktop.views.staff.staff_week:StaffWeek",
    "staff_people": "desktop.views.staff.staff_people:StaffPeople",
    "staff_member": "desktop.views.staff.staff_member:StaffMember",
    "staff_worker": "desktop.views.staff.staff_worker:StaffWorker",
    "staff_movements": "desktop.views.staff.staff_movements:StaffMovements",
    "staff_why": "desktop.views.staff.staff_why:StaffWhy",
    "staff_record": "desktop.views.staff.staff_record:StaffRecord",
    "staff_offers": "desktop.views.staff.staff_offers:StaffOffers",
    "staff_offer": "desktop.views.staff.staff_offer:StaffOffer",
    "staff_venue": "desktop.views.staff.staff_venue:StaffVenue",
    "staff_slips": "desktop.views.staff.staff_slips:StaffSlips",
    "staff_print": "desktop.views.staff.staff_print:StaffPrint",
    "staff_sheet": "desktop.views.staff.staff_sheet:StaffSheet",
    "staff_check": "desktop.views.staff.staff_check:StaffCheck",
    "staff_import": "desktop.views.staff.staff_import:StaffImport",
    "staff_settings": "desktop.views.staff.staff_settings:StaffSettings",
    "staff_rules": "desktop.views.staff.staff_rules:StaffRules",
    "staff_new_pin": "desktop.views.staff.staff_new_pin:StaffNewPin",
    "staff_pc": "desktop.views.staff.staff_pc:StaffPc",
    "staff_about": "desktop.views.staff.staff_about:StaffAbout",
    "staff_licence": "desktop.views.staff.staff_licence:StaffLicence",
    "first_start": "desktop.views.staff.first_start:FirstStart",
    "new_centre": "desktop.views.staff.new_centre:NewCentre",
    "five_words": "desktop.views.staff.five_words:FiveWords",
    "first_sheet": "desktop.views.staff.first_sheet:FirstSheet",
    "keep_tasks": "desktop.views.staff.keep_tasks:KeepTasks",
    "keep_offers": "desktop.views.staff.keep_offers:KeepOffers",
    "first_face": "desktop.views.staff.first_face:FirstFace",
    "from_backup": "desktop.views.staff.from_backup:FromBackup",
    "staff_groups": "desktop.views.staff.staff_groups:StaffGroups",
    "staff_group": "desktop.views.staff.staff_group:StaffGroup",
    "staff_hand_out": "desktop.views.staff.staff_hand_out:StaffHandOut",
    "first_problem": "desktop.views.staff.first_problem:FirstProblem",
    "staff_needs": "desktop.views.staff.staff_needs:StaffNeeds",
    "staff_network": "desktop.views.staff.staff_network:StaffNetwork",
    "staff_venues": "desktop.views.staff.staff_venues:StaffVenues",
    "new_door": "desktop.views.staff.new_door:NewDoor",
    # ---- a venue's door ----
    "door": "desktop.views.volunteer.door:Door",
    "door_code": "desktop.views.volunteer.door_code:DoorCode",
    "door_slip": "desktop.views.volunteer.door_slip:DoorSlip",
    "door_verdict": "desktop.views.volunteer.door_verdict:DoorVerdict",
    "door_taken": "desktop.views.volunteer.door_taken:DoorTaken",
    "door_undone": "desktop.views.volunteer.door_undone:DoorUndone",
    "door_today": "desktop.views.volunteer.door_today:DoorToday",
    "door_sent": "desktop.views.volunteer.door_sent:DoorSent",
}


def find(name: str) -> type[Frame]:
    """The class of a screen.

    Raises:
        KeyError: no room has this name.
    """
    module, _, kind = ROOMS[name].partition(":")
    found: type[Frame] = getattr(import_module(module), kind)
    return found
