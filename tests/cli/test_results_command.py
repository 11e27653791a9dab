"""`contactbase results`, run as a user runs it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from cli.in_process import command

CLIENTS = """Nom;Portable;Ville;Date de collecte
Durand;0612345678;Lyon;05/01/2026
Petit;0698765432;Brest;05/02/2026
Moreau;0612345679;Lyon;05/02/2026
"""
REPORT = """to;status;date;url
0612345678;DELIVRD;2026-03-02;
0612345678;clicked;2026-03-02;https://example.org/a?x=1
0698765432;undeliv;2026-03-02;
0612345679;DELIVRD;2026-03-02;
0612345670;DELIVRD;2026-03-02;
"""


def results(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = command(*arguments, cwd=cwd)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "clients.csv").write_text(CLIENTS, encoding="utf-8")
    (tmp_path / "dlr.csv").write_text(REPORT, encoding="utf-8")
    return tmp_path


ASKED = ("results", "clients.csv", "--campaign", "spring", "--report", "dlr.csv", "--as-of", "2026-03-31")


def test_a_report_gives_the_figures_and_says_what_it_could_not_place(folder: Path) -> None:
    done = results(*ASKED, "--cost", "10,50", "--segment", 'lyon=city = "Lyon"', cwd=folder)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "spring, sms"
    assert lines[3] == "Delivered     2 of 3 sent       66.7%  (20.8% to 93.9%)"
    assert "  lyon: delivered 2 of 2 sent, clicked 1 of 2 delivered" in done.stdout
    assert "Cost: 10.50 EUR" in lines
    assert "results.address-unknown: 1 reported events are about addresses that no contact has." in done.stderr


def test_json_has_links_with_their_actions_and_testers_are_left_out(folder: Path) -> None:
    more = ("--action", "https://example.org/a?x=1=Book", "--tester", "06 12 34 56 79", "--format", "json", "--quiet")
    done = results(*ASKED, *more, cwd=folder)
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert told["figures"]["delivered"] | {"interval_95": None, "share": None} == {
        "count": 1,
        "of": 2,
        "of_what": "sent",
        "share": None,
        "interval_95": None,
    }
    assert (told["links"][0]["link"], told["links"][0]["action"]) == ("https://example.org/a?x=1", "Book")
    assert told["testers_left_out"] == 1


def test_pages_and_pictures_are_written_to_a_file(folder: Path) -> None:
    page = results(*ASKED, "--format", "html", "--out", "spring.html", "--lang", "fr", cwd=folder)
    assert (page.returncode, page.stdout) == (0, "")
    assert (folder / "spring.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    picture = results(*ASKED, "--format", "svg", cwd=folder)
    assert picture.stdout.startswith("<svg")


def test_a_folder_of_results_keeps_the_events_and_lists_its_campaigns(folder: Path) -> None:
    assert results("clean", "clients.csv", "--out", "clean", "--as-of", "2026-03-01", cwd=folder).returncode == 0
    events = folder / "clean" / "events.csv"
    header = events.read_text(encoding="utf-8").splitlines()[0]
    cells = {"contact_id": "c-1", "kind": "delivery", "at": "2026-03-02", "direction": "from_us", "count": "1"}
    cells |= {"channel": "sms", "campaign": "spring"}
    events.write_text(
        header + "\n" + ",".join(cells.get(name, "") for name in header.split(",")) + "\n", encoding="utf-8"
    )
    listed = results("results", "clean", cwd=folder)
    assert (listed.returncode, listed.stdout) == (0, "2026-03-02\tsms\tspring\n"), listed.stderr
    assert json.loads(results("results", "clean", "--format", "json", cwd=folder).stdout) == [
        {"campaign": "spring", "channel": "sms", "first": "2026-03-02"}
    ]
    nobody = results("results", "clean", "--campaign", "autumn", cwd=folder)
    assert (nobody.returncode, "results.nobody" in nobody.stdout) == (1, True)


def test_growth_is_told_by_month(folder: Path) -> None:
    done = results(
        "results", "clients.csv", "--growth", "2026-01-01", "--as-of", "2026-02-28", "--lang", "fr", cwd=folder
    )
    assert done.stdout.splitlines() == [
        "2026-01-01 au 2026-01-31 : 1 entrants, 0 sortants, 1 au total",
        "2026-02-01 au 2026-02-28 : 2 entrants, 0 sortants, 3 au total",
    ]
    told = results(
        "results", "clients.csv", "--growth", "2026-01-01", "--as-of", "2026-02-28", "--format", "json", cwd=folder
    )
    assert [each["total"] for each in json.loads(told.stdout)["periods"]] == [1, 3]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["results", "clients.csv", "--format", "svg"], "Name the campaign"),
        ([*ASKED, "--tester", "nobody@example.org"], "the tester number 1"),
        ([*ASKED, "--currency", "EURO"], "'EURO' is no currency"),
        ([*ASKED, "--cost", "1.234"], "more decimals"),
        ([*ASKED, "--cost", "-1"], "is no amount"),
        ([*ASKED, "--within-days", "soon"], "no number of days"),
        ([*ASKED, "--segment", "lyon"], "names nothing"),
        ([*ASKED, "--segment", "lyon=ctiy = 1"], "ctiy"),
        ([*ASKED, "--action", "here"], "names no link"),
        ([*ASKED, "--growth", "2026-01-01"], "at a time"),
        (["results", "clients.csv", "--growth", "2027-01-01", "--as-of", "2026-02-28"], "There is no period"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(folder: Path, arguments: list[str], sentence: str) -> None:
    done = results(*arguments, cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
