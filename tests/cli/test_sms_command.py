"""`contactbase sms`, run as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

GOOD = "MAISON LEA : -20% sur les bijoux jusqu'au 30/11. STOP au 36008"


def sms(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"LC_ALL": "C.UTF-8", "COLUMNS": "120"}
    command = [sys.executable, "-m", "contactbase", "sms", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env=environment)


def test_measuring_says_what_a_text_costs_and_why() -> None:
    done = sms("measure", GOOD.replace("'", "’"))
    assert done.returncode == 0, done.stderr
    assert "’ (U+2019, position 38)" in done.stdout.decode()
    assert done.stdout.decode().splitlines()[1] == "38: '’' → \"'\""
    assert json.loads(sms("measure", "ê" * 71, "--format", "json").stdout)["per_segment"] == [67, 4]


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n"])
def test_standard_input_is_a_dash_and_its_line_end_no_part_of_the_text(ending: bytes) -> None:
    done = sms("measure", "-", "--format", "json", stdin=b"\xef\xbb\xbf" + "é".encode() * 160 + ending)
    assert json.loads(done.stdout)["units"] == 160


def test_linting_exits_with_1_on_findings_and_speaks_french() -> None:
    done = sms("lint", GOOD, "--sender", "MAISON LEA")
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode() == "Nothing to say against this text.\n"
    wrong = sms("lint", "Bonjour", "--sender", "LEA", "--lang", "fr")
    assert wrong.returncode == 1
    lines = wrong.stdout.decode().splitlines()
    assert lines[0].startswith("warning sms.sender-not-first: Le texte ne commence pas")
    assert "AF2M" in lines[1]
    assert sms("lint", "LEA : bonjour", "--sender", "LEA", "--purpose", "service", "--quiet").stderr == b""
    (found,) = json.loads(sms("lint", "Bonjour", "--format", "json").stdout)
    assert found["code"] == "sms.stop-missing"


def test_transliterating_gives_the_text_on_output_and_the_edits_beside_it() -> None:
    done = sms("transliterate", "L’été à Nîmes 😀", "--lang", "fr")
    assert done.stdout.decode() == "L'été à Nimes 😀\n"
    assert done.stderr.decode().splitlines() == [
        "1: '’' → \"'\"",
        "9: 'î' → 'i'",
        "Rien ne remplace 😀 ; le message reste en UCS-2.",
    ]
    assert json.loads(sms("transliterate", "ê" * 71, "--format", "json").stdout)["saved"] == 1


def test_an_answer_is_read() -> None:
    assert sms("reply", "-", stdin=b"stop svp\n").stdout == b"opt_out\tleading\tstop\ten\n"
    assert sms("reply", "merci").stdout == b"none\tno_match\n"
    assert json.loads(sms("reply", "stop 36008", "--format", "json").stdout)["rule"] == "shortcode"


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (["measure", "-"], "ê".encode("latin-1")),
        (["lint", "text", "--purpose", "fun"], b""),
        (["measure"], b""),
        (["count", "text"], b""),
        ([], b""),
    ],
    ids=["not utf-8", "purpose", "no text", "action", "nothing"],
)
def test_wrong_usage_exits_with_2_and_no_traceback(arguments: list[str], stdin: bytes) -> None:
    done = sms(*arguments, stdin=stdin)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr
