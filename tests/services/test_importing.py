"""Lists from spreadsheets: every form they come in, every line's trouble named, nothing doubled, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.problems import BadInput, KnownProblem
from desktop.services import standins
from desktop.services.importing import Imported
from tests.services.at_work import AtWork

MEMBERS = "name,known_as,picture\nZoë,,tree\nDai,Dave,1F9F9\nNia,,\n"


def lines(result: Imported) -> list[tuple[int, str]]:
    return [(note.line, note.column) for note in result.errors]


def names(centre: AtWork) -> list[str]:
    return sorted(member.name for member in centre.do.people.members())


@pytest.mark.parametrize(
    "raw",
    [
        MEMBERS.encode(),
        b"\xef\xbb\xbf" + MEMBERS.encode(),
        MEMBERS.encode("cp1252"),
        MEMBERS.encode("utf-16"),
        MEMBERS.replace(",", ";").encode(),
        MEMBERS.replace(",", "\t").encode(),
        ("sep=;\r\n" + MEMBERS.replace(",", ";").replace("\n", "\r\n")).encode(),
        MEMBERS.replace("\n", "\r").encode(),
        MEMBERS.replace("name,known_as,picture", ' NAME , "Known as" ,Picture,,').encode(),
        "picture,name,known_as\ntree,Zoë,\n1F9F9,Dai,Dave\n\n,Nia,\n,,\n".encode(),
        MEMBERS.replace("ë", "e\u0308").encode(),
    ],
)
def test_however_a_spreadsheet_saves_it(centre: AtWork, raw: bytes) -> None:
    result = centre.do.importing.apply(raw)
    assert (result.kind, result.added, result.errors) == ("members", 3, ())
    assert names(centre) == ["Ann", "Bob", "Cath", "Dai", "Nia", "Zoë"]
    assert centre.is_sound()


def test_pictures_by_word_code_or_emoji_and_one_stands_in(centre: AtWork) -> None:
    raw = "name,known_as,picture\nA,,broom\nB,,1F9F9\nC,,🧹\nD,,gh:person-grey-bun\nE,,qqqq\nF,,\n".encode()
    result = centre.do.importing.apply(raw)
    pictures = {member.name: member.pic.id for member in centre.do.people.members()}

    assert (pictures["B"], pictures["C"], pictures["D"]) == ("om:1F9F9", "om:1F9F9", "gh:person-grey-bun")
    assert pictures["A"] == "om:1F9F9"
    assert pictures["E"] != pictures["F"]  # what stands in differs from face to face
    assert result.errors == ()
    assert [(note.line, note.column, note.is_error) for note in result.notes] == [(6, "picture", False)]


def test_what_has_no_picture_gets_the_one_its_label_says(centre: AtWork) -> None:
    centre.do.importing.apply(b"task\nBrushed the floor\nCame home\nQqqq\nXyxy\n")
    centre.do.importing.apply(b"offer\nSwimming lesson\nQqqq\n")
    tasks = {task.label: task.pic.id for task in centre.do.tasks.all()}
    offers = {offer.label: offer.pic.id for offer in centre.do.offers.all()}

    assert (tasks["Brushed the floor"], offers["Swimming lesson"]) == ("om:1F9F9", "om:1F3CA-1F3FD")
    assert tasks["Came home"] not in {"gh:home", "om:1F3E0"}
    assert {tasks["Qqqq"], tasks["Xyxy"], offers["Qqqq"]} <= set(standins.SHAPES)
    assert tasks["Qqqq"] != tasks["Xyxy"]


def test_the_same_file_twice_says_already_imported_and_doubles_nothing(centre: AtWork) -> None:
    first, again = (centre.do.importing.apply(MEMBERS.encode()) for _ in range(2))
    assert (first.added, first.already, again.added, again.already) == (3, 0, 0, 3)
    assert [(note.line, note.message, note.is_repeat) for note in again.notes] == [
        (number, "already imported", True) for number in (2, 3, 4)
    ]


def test_another_file_with_the_same_line_brings_another_person(centre: AtWork) -> None:
    centre.do.importing.apply(b"name,known_as,picture\nMo,,\n")
    other = centre.do.importing.apply(b"name,known_as,picture\nLou,,\nMo,,\n")

    assert (other.added, other.already, other.errors) == (2, 0, ())
    assert [(note.line, note.column) for note in other.notes] == [(3, "name")]
    assert "There is already somebody called 'Mo'" in other.notes[0].message
    assert names(centre).count("Mo") == 2
    assert len({(one.group, one.place) for one in centre.do.people.members()}) == 6


@pytest.mark.parametrize(
    ("raw", "equal"),
    [
        ("name,known_as,picture\nMo,,\nMo,,\n", 3),
        ("name,drives\nSam,yes\nLou,\nSam,yes\n", 4),
        ("task,usual_minutes\nRaked,30\nRaked,30\n", 3),
        ("offer,minutes\nGym,60\nGym,60\n", 3),
    ],
)
def test_the_same_line_twice_in_one_file_is_a_slip_of_the_hand(centre: AtWork, raw: str, equal: int) -> None:
    first, again = (centre.do.importing.apply(raw.encode()) for _ in range(2))
    for result in (first, again):
        assert [note.line for note in result.errors] == [equal]
        assert "line 2" in result.errors[0].message.lower()
    assert (first.added, again.added, again.already) == (equal - 2, 0, equal - 2)


def test_two_anns_are_welcome_but_not_the_same_line_twice(centre: AtWork) -> None:
    raw = b"name,known_as,picture\nMo,,tree\nMo,,boat\nMo,,tree\nAnn,Annie,\n"
    preview = centre.do.importing.preview(raw)

    assert [row.line for row in preview.rows] == [2, 3, 5]
    assert [(note.line, note.column, note.is_error) for note in preview.notes] == [
        (3, "name", False),
        (4, "", True),
        (5, "name", False),
    ]
    assert "same as line 2" in preview.errors[0].message
    assert centre.do.importing.apply(preview).added == 3
    assert names(centre).count("Mo") == 2
    assert names(centre).count("Ann") == 2


def test_bad_lines_are_named_and_good_ones_go_in(centre: AtWork) -> None:
    body = "Mended bikes,bike,45\n,,\nCounted,,seven\nx,,-15\nRaked,,0\nLate,,1000000000\nA,B,30,5\n"
    raw = f"task,picture,usual_minutes\n{body}".encode()
    result = centre.do.importing.apply(raw)
    assert (result.added, lines(result)) == (
        2,
        [(4, "usual_minutes"), (5, "usual_minutes"), (7, "usual_minutes"), (8, "")],
    )
    assert result.errors[0].message == "'seven' is no whole number of minutes. Write only digits, such as 30."


def test_no_usual_length_is_0_or_nothing_and_no_message_says_otherwise(centre: AtWork) -> None:
    result = centre.do.importing.apply(b"task,usual_minutes\nRaked,0\nDug,\nSown,-15\nMown,20\n")
    notes = {note.line: note.message for note in result.notes}
    assert (result.added, lines(result)) == (2, [(4, "usual_minutes"), (5, "usual_minutes")])
    assert notes[2] == "0 says that the task has no usual length."
    for line, minutes in ((4, -15), (5, 20)):
        assert notes[line].startswith(f"{minutes} minutes cannot be recorded. Use steps of 15 minutes")
        assert notes[line].endswith("If the task has no usual length, write 0 or leave the cell empty.")


def test_a_task_that_is_here_already_stays_as_it_is(centre: AtWork) -> None:
    result = centre.do.importing.apply(b"task,picture,usual_minutes\nswept  UP,,45\n")
    assert (result.added, result.already, lines(result)) == (0, 0, [(2, "task")])
    assert result.errors[0].message.startswith("There is already a task called 'swept UP'.")
    assert len([task for task in centre.do.tasks.all() if task.label.lower() == "swept up"]) == 1


def test_an_offer_is_another_one_at_another_price_or_place(centre: AtWork) -> None:
    header = "offer,minutes,venue\n"
    first = centre.do.importing.apply(f"{header}Yoga,60,\nYoga,0,\nYoga,60,Odeon\nYoga,60,odeon\n".encode())
    assert (first.added, lines(first)) == (3, [(5, "offer")])
    again = centre.do.importing.apply(f"{header}Yoga,60,Odeon\nYoga,60,Old mill\n".encode())
    assert (again.added, lines(again)) == (1, [(2, "offer")])


def test_offers_take_defaults_and_bring_their_venues(centre: AtWork) -> None:
    header = "offer,picture,minutes,venue,place,getting_there,companion,open_to_all\n"
    body = "Gym,,,leisure CENTRE,,,,\nFilm,,120,Odeon,Screen 2,Bus 5,needed,YES\nPlay,,0,Odeon,,,,no\n"
    body += "Bad,,-1,,,,,\nBad,,,,,,,perhaps\n"
    result = centre.do.importing.apply((header + body).encode())
    gym, film, play = (centre.do.offers.offer(centre.offer(label)) for label in ("Gym", "Film", "Play"))

    assert (result.added, lines(result)) == (3, [(5, "minutes"), (6, "open_to_all")])
    assert (gym.minutes, gym.venue and gym.venue.name, gym.is_open_to_all) == (60, "Leisure centre", False)
    assert film.venue is not None
    assert (film.venue.number, film.place, film.companion, film.is_open_to_all) == (2, "Screen 2", "needed", True)
    assert play.venue == film.venue
    assert centre.do.spending.plan_for(centre.sign_in("Ann"), film.id).getting_there == "bus"


def test_workers_say_whether_they_drive(centre: AtWork) -> None:
    raw = b"name,known_as,picture,drives\nSam,,,yes\nPriya,,,\nKim,,,maybe\n"
    result = centre.do.importing.apply(raw)
    assert (result.kind, result.added, lines(result)) == ("workers", 2, [(4, "drives")])
    assert {w.name: w.is_driver for w in centre.do.people.workers()} == {"Jo": False, "Sam": True, "Priya": False}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n\n",
        b"Ann,Bob\n",
        b"foo,bar,baz\n1,2,3\n",
        b"name,surname\nAnn,Jones\n",
        b"name,name\nAnn,Ann\n",
        b"known_as,picture\nAnn,tree\n",
        b"%PDF-1.7\x00\x00",
        b"\xff\xfe\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b'"name\nAnn\n',
    ],
)
def test_a_wrong_header_or_no_list_says_what_would_fit(centre: AtWork, raw: bytes) -> None:
    with pytest.raises(BadInput) as problem:
        centre.do.importing.preview(raw)
    assert "name,known_as,picture" in str(problem.value) or "CSV" in str(problem.value)
    assert names(centre) == ["Ann", "Bob", "Cath"]


def test_a_quote_that_never_closes_loses_nothing_silently(centre: AtWork) -> None:
    result = centre.do.importing.apply(b'name,known_as,picture\nMo,,\n"Lou,,\nPat,,\n')
    assert (result.added, lines(result)) == (1, [(3, "")])
    assert "nothing from here on could be read" in result.errors[0].message


def test_a_cell_over_two_lines_keeps_the_count_of_lines_right(centre: AtWork) -> None:
    result = centre.do.importing.apply(b'name,known_as,picture\n"Mo\nJones",,\n,,x\n')
    assert (result.added, lines(result)) == (1, [(4, "name")])
    assert "Mo Jones" in names(centre)


def test_files_too_large_are_refused(centre: AtWork) -> None:
    with pytest.raises(BadInput, match="50 MB"):
        centre.do.importing.preview(b"name\n" + b"a" * 50_000_001)


@given(raw=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: f"name,known_as,picture\n{text}".encode()))
def test_no_file_ever_breaks_the_preview(open_centre: AtWork, raw: bytes) -> None:
    try:
        preview = open_centre.do.importing.preview(raw)
    except KnownProblem:
        return
    assert preview.kind in {"members", "workers", "tasks", "offers", "contributions"}
