"""The commands on a programme at an address: with a network, without, and with a bad one."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.support import NEEDED, TWO_DAYS, Cli
from tests.exchange.fetching.site import Asked, Site, redirect, status, whole
from tests.exchange.importing.support import event, xml
from tests.helpers import PATIENCE, ROOT
from tui_planner.exchange.fetching.kept_copies import find_copy_folder, keep_copy, list_copies
from tui_planner.exchange.fetching.web_address import WebAddress

COMMANDS = ("check", "show", "mine", "choose", "suggest", "export", "import")
SCHEDULE = xml({"Hall": [event("one"), event("two", "11:00")]}, timezone="Europe/Berlin")
MOVED = xml({"Hall": [event("one", "11:15"), event("two", "11:00")]})
LOGIN = b"<!doctype html><html><body>Welcome to our hotel</body></html>"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.delenv("TUI_PLANNER_OFFLINE", raising=False)
    with Site().running() as running:
        running.serve(SCHEDULE, ETag='"1"')
        yield running


def arguments(command: str, url: str) -> list[str]:
    return [command, *(["one"] if command == "choose" else NEEDED.get(command, [])), "-p", url]


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_take_an_address_and_its_copy_where_there_is_no_network(
    cli: Cli, site: Site, command: str
) -> None:
    line = arguments(command, site.url())
    first = cli(*line)
    assert first.code in {0, 1}, first.err
    assert "is shown" not in first.err
    site.close()
    again = cli(*line)
    assert again.code in {0, 1}, again.err
    assert "refuses the connection. The copy of less than a minute ago is shown." in again.err
    if command not in {"choose", "export"}:
        assert again.out == first.out


def test_the_address_is_a_word_of_its_own_too(cli: Cli, site: Site) -> None:
    assert "Talk one" in cli("show", site.url()).out
    assert f"{site.url()} (imported)" in cli("check", site.url()).out
    assert "tui-planner open " + site.url() in cli(site.url()).err


def test_without_a_network_and_a_copy(cli: Cli, site: Site) -> None:
    site.close()
    outcome = cli("show", site.url())
    assert outcome.code == 2
    assert "E010" in outcome.err
    assert "refuses the connection" in outcome.err
    assert "Check the address" in outcome.err


@pytest.mark.parametrize(
    ("hours", "words"), [(0.51, "30 minutes"), (1.1, "1 hour"), (47, "47 hours"), (73, "3 days")]
)
def test_how_old_the_copy_is(cli: Cli, site: Site, hours: float, words: str) -> None:
    cli("show", site.url())
    site.close()
    (copy,) = list_copies()
    fetched = copy.fetched - timedelta(hours=hours)
    keep_copy(WebAddress.parse(site.url()), copy._replace(fetched=fetched))
    assert f"The copy of {words} ago is shown." in cli("show", site.url()).err


@pytest.mark.parametrize("way", ["option", "before the command", "environment"])
def test_offline_asks_nothing(
    cli: Cli, site: Site, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    cli("show", site.url())
    asked = len(site.asked)
    if way == "environment":
        monkeypatch.setenv("TUI_PLANNER_OFFLINE", "1")
    words = {
        "option": ["show", site.url(), "--offline"],
        "before the command": ["--offline", "show", site.url()],
    }
    outcome = cli(*words.get(way, ["show", site.url()]))
    assert "Talk one" in outcome.out
    assert "You are offline. The copy of less than a minute ago is shown." in outcome.err
    assert len(site.asked) == asked
    monkeypatch.delenv("TUI_PLANNER_OFFLINE", raising=False)
    assert "offline" not in cli("show", site.url()).err


def test_offline_without_a_copy(cli: Cli, site: Site) -> None:
    outcome = cli("show", "--offline", site.url())
    assert outcome.code == 2
    assert f"No copy of {site.url()} is kept: go there once with a network." in outcome.err
    assert site.asked == []


def test_the_page_of_a_hotel_takes_no_copys_place(cli: Cli, site: Site) -> None:
    cli("show", site.url())
    site.serve(LOGIN)
    outcome = cli("show", site.url())
    assert "Talk one" in outcome.out
    assert "is a page of HTML" in outcome.err
    assert "The copy of less than a minute ago is shown." in outcome.err
    assert "Talk one" in cli("show", "--offline", site.url()).out


def test_what_is_no_schedule_is_not_kept(cli: Cli, site: Site) -> None:
    site.serve(LOGIN)
    outcome = cli("import", site.url())
    assert outcome.code == 2
    assert "is a page of HTML" in outcome.err
    assert list(list_copies()) == []


def test_a_programme_of_ones_own_with_its_faults(cli: Cli, site: Site) -> None:
    url = site.url("/programme.toml")
    site.serve(TWO_DAYS.encode(), "/programme.toml")
    assert "Two days" in cli("show", url).out
    site.serve(TWO_DAYS.replace('end = "11:00"', 'end = "09:00"', 1).encode(), "/programme.toml")
    outcome = cli("check", url)
    assert outcome.code == 1
    assert f"{url}:21:7: E007" in outcome.out
    outcome = cli("show", url)
    assert outcome.code == 2
    assert "The copy of less than a minute ago is kept: --offline shows it." in outcome.err
    assert "Two days" in cli("show", "--offline", url).out


def test_a_page_that_declares_its_schedule(cli: Cli, site: Site) -> None:
    link = b"<link rel=alternate type=application/xml href=/schedule.xml>"
    site.serve(b"<!doctype html><html><head>" + link, "/")
    outcome = cli("show", site.url("/"))
    assert "Talk one" in outcome.out
    assert f"the schedule that belongs to it is {site.url()}" in outcome.err


def test_secrets_are_neither_printed_nor_kept(cli: Cli, site: Site) -> None:
    path = "/schedule.xml?token=hush-hush&day=1"
    site.serve(SCHEDULE, path)
    site.answers["/gone"] = status(404)
    secret = site.url(path).replace("://", "://ann:hush-hush@")
    for line in (
        ["show", secret], ["check", secret], ["import", secret], ["where", "-p", secret],
        ["refresh", secret], ["refresh"], [secret], ["show", secret, "--bogus", secret],
        ["show", site.url("/gone?token=hush-hush")], ["show", "http://ann:hush-hush@host:x/"],
        ["check", "--format", "sarif", secret], ["check", "--format", "json", secret],
    ):  # fmt: skip
        outcome = cli(*line)
        assert "hush" not in outcome.out + outcome.err, line
    kept = b"".join(path.read_bytes() for path in find_copy_folder().iterdir())
    assert SCHEDULE in kept
    assert b"hush" not in kept
    assert not any("hush" in path.name for path in find_copy_folder().parent.rglob("*"))


def test_the_copy_is_the_users_alone(cli: Cli, site: Site) -> None:
    cli("show", site.url())
    (path,) = find_copy_folder().iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    assert find_copy_folder().stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "other", "folder"])
def test_a_damaged_copy_is_none(cli: Cli, site: Site, damage: str) -> None:
    cli("show", site.url())
    (path,) = find_copy_folder().iterdir()
    data = path.read_bytes()
    if damage == "folder":
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes(
            {
                "cut": data[:-1],
                "changed": data[:-9] + b"?" + data[-8:],
                "empty": b"",
                "other": b"{}",
            }[damage]
        )
    outcome = cli("show", "--offline", site.url())
    assert outcome.code == 2
    assert "No copy" in outcome.err
    assert "Talk one" in cli("show", site.url()).out


def test_a_copy_that_cannot_be_kept_is_told(cli: Cli, site: Site) -> None:
    folder = find_copy_folder()
    folder.parent.mkdir(parents=True)
    folder.write_text("no folder")
    outcome = cli("show", site.url())
    assert "Talk one" in outcome.out
    assert "No copy could be kept" in outcome.err


def test_old_copies_go(cli: Cli, site: Site) -> None:
    for number in range(23):
        site.serve(SCHEDULE, f"/{number}.xml")
        cli("show", site.url(f"/{number}.xml"))
        for path in find_copy_folder().iterdir():  # a clock may tick too slowly
            os.utime(path, ns=(0, path.stat().st_mtime_ns - 1_000_000_000))
    kept = [copy.address for copy in list_copies()]
    assert kept == [site.url(f"/{number}.xml") for number in range(22, 2, -1)]


def test_a_redirect_to_a_file_shows_nothing_of_it(cli: Cli, site: Site, folder: Path) -> None:
    (folder / "own.toml").write_text(TWO_DAYS)
    site.answers["/schedule.xml"] = redirect(f"file://{folder}/own.toml")
    outcome = cli("show", site.url())
    assert outcome.code == 2
    assert "sends elsewhere than to the web" in outcome.err
    assert outcome.out == ""


def test_watch_and_since_are_for_files(cli: Cli, site: Site) -> None:
    assert "waits for a file" in cli("check", "--watch", site.url()).err
    outcome = cli("check", "--since", "HEAD", site.url())
    assert outcome.code == 2
    assert "fault of its own" not in outcome.err


# -- refresh --


def test_refresh_tells_what_has_changed_and_the_clash_that_it_made(cli: Cli, site: Site) -> None:
    cli("choose", "one", "two", "-p", site.url())
    outcome = cli("refresh", site.url())
    assert (outcome.code, outcome.out) == (0, "")
    assert f"{site.url()}: nothing has changed." in outcome.err
    site.serve(MOVED, ETag='"2"')
    outcome = cli("refresh", site.url())
    assert outcome.code == 1
    first, second = outcome.out.splitlines()
    assert first == "Talk one: moved: 11:15–12:00, was 10:00–10:45."
    assert second.startswith("! Talk two and Talk one are at the same time, 11:15–11:45")
    assert "it has changed since it was fetched less than a minute ago." in outcome.err
    assert cli("refresh", site.url()).out == outcome.out  # until it is seen
    cli("mine", "--seen", "-p", site.url())
    assert cli("refresh", site.url()).code == 0


def test_refresh_of_all_that_is_kept(cli: Cli, site: Site) -> None:
    site.serve(TWO_DAYS.encode(), "/programme.toml")
    for path in ("/schedule.xml", "/programme.toml"):
        cli("show", site.url(path))
    outcome = cli("refresh")
    assert outcome.code == 0
    for path in ("/schedule.xml", "/programme.toml"):
        assert f"{site.url(path)}: nothing has changed." in outcome.err


def test_refresh_without_a_network(cli: Cli, site: Site) -> None:
    cli("show", site.url())
    site.close()
    outcome = cli("refresh")
    assert outcome.code == 2
    assert "The copy of less than a minute ago is shown." in outcome.err
    assert cli("refresh", site.url("/other")).code == 2


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["refresh"], "Nothing was fetched yet"),
        (["refresh", "days.toml"], "days.toml is no address"),
        (["refresh", "--offline", "https://conf.example/"], "You are offline"),
    ],
)
def test_refresh_of_nothing(cli: Cli, line: list[str], told: str) -> None:
    outcome = cli(*line)
    assert outcome.code == 2
    assert told in outcome.err


def test_problems_name_the_address_in_reports(cli: Cli, site: Site) -> None:
    document = json.loads(cli("check", "--format", "json", site.url()).out)
    assert {one["file"] for one in document["problems"]} == {f"{site.url()} (imported)"}
    report = cli("check", "--format", "sarif", site.url()).out
    assert f"{site.url()}%20(imported)" in report


def test_an_empty_answer(cli: Cli, site: Site) -> None:
    site.answers["/schedule.xml"] = whole(b"")
    assert cli("show", site.url()).code == 2


def test_ctrl_c_ends_a_fetch_at_once(site: Site) -> None:
    asked = threading.Event()

    def answer(question: Asked) -> None:
        asked.set()
        question.wait(60)

    site.answers["/schedule.xml"] = answer
    with subprocess.Popen(
        [sys.executable, "-m", "tui_planner", "show", site.url()],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert asked.wait(PATIENCE)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=5)
    assert (running.returncode, out, err) == (130, b"", b"")
