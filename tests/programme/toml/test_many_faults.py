"""Everything that is wrong with a file, told in one run and in the order of the file."""

from pathlib import Path

from tests.helpers import read_programme
from tests.programme.marked import places, read_marked, unmarked

TWENTY = """\
# één 🎉 twintig
[programme]
title = «E003»2025
date = 2025-02-13
timezone = «E003»"Europe/Amsterdm"
«E004»langage = "nl"
changeover = «E003»-5

[[rooms]]
id = "hall"
name = "Hall 🎉"

«E002»[[rooms]]
id = «E005»"hall"

[[routes]]
from = "hall"
to = «E006»"attic"
minutes = «E003»"5"

[[blocks]]
id = "lunch"
kind = «E003»"diner"
title = "Lunch"
start = "12:30"
end = "13:45"

[[blocks]]
id = "drinks"
kind = "social"
title = "Drinks"
start = "17:00"
end = «E007»"16:00"

«E002 E002 E004»[[session]]
id = "x"

[[sessions]]
id = «E005»"lunch"
title = "🎉 Party 🎉"
start = "10:00"
overrun = «E007»"09:00"
hosts = ["Één", «E003»2]

[[sessions]]
id = "early"
title = "Early"
block = "lunch"
start = «E008»"12:00"
room «E001»"hall"

«E002»[[sessions]]
id = "walk"
start = «E003»930
block = «E006»"lunhc"

[[sessions]]
id = "morrow"
title = "Tomorrow"
day = «E009»2025-02-14
start = "10:00"
part_of = «E006»"wakl"

[[accepted]]
rule = «E003»"overlap"
sessions = ["walk", «E006»"nobody"]
reason = "known"
"""


def test_twenty_faults_of_all_kinds_are_told_at_once() -> None:
    reading = read_marked(TWENTY, "")
    assert len(reading.problems) >= 20
    rules = {problem.rule.code for problem in reading.problems}
    assert rules == {f"E00{number}" for number in range(1, 10)}


def test_they_are_told_in_the_order_of_the_file() -> None:
    found = [problem.place for problem in read_marked(TWENTY, "").problems]
    assert found == sorted(found)


def test_each_says_what_is_wrong_in_one_sentence_of_the_named_file() -> None:
    for problem in read_marked(TWENTY, "").problems:
        assert problem.file == "test.toml"
        assert problem.severity == "error"
        assert problem.message.endswith((".", "?"))
        assert "\n" not in problem.message + problem.hint


def test_it_is_the_same_from_a_disk_with_the_line_ends_of_windows(tmp_path: Path) -> None:
    plain, expected = unmarked(TWENTY)
    path = tmp_path / "twenty.toml"
    path.write_bytes(b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode())
    assert places(read_programme(str(path)).problems) == expected
