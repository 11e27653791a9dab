"""A progress bar on a terminal, none in a pipe, none when quiet."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from contactbase.cli.demo_file import demo_bytes

pty = pytest.importorskip("pty", reason="pseudo-terminals are a POSIX thing")


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    source = tmp_path / "clients.csv"
    source.write_bytes(demo_bytes(1500))
    return [sys.executable, "-m", "contactbase", "clean", str(source), "--out", str(tmp_path / "clean")]


def on_a_terminal(command: list[str]) -> bytes:
    """Run a command whose standard error is a terminal; give what it wrote there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs, env=os.environ | {"TERM": "xterm"}) as run:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    assert run.returncode == 0
    return shown


def test_a_terminal_sees_how_far_it_is(command: list[str]) -> None:
    shown = on_a_terminal(command)
    assert b"reading" in shown
    assert b"\x1b[" in shown
    assert b"rows read =" in shown


def test_a_quiet_terminal_sees_nothing(command: list[str]) -> None:
    assert on_a_terminal([*command, "--quiet"]) == b""


def test_a_pipe_sees_words_and_no_bar(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, check=True)
    assert b"\x1b" not in done.stderr
    assert done.stderr.count(b"\n") <= 3
