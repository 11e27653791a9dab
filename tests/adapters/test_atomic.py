from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import contactbase
from contactbase.adapters import atomic as module
from contactbase.adapters.atomic import RESULTS, atomic_folder, atomic_text, refuse_input, write_bytes
from contactbase.adapters.exchange import exchange
from contactbase.errors import WriteError

SUMMARY = '{"rows_read": 1}'


def _result(folder: Path, text: str = "old") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "contacts.csv").write_text(text)
    (folder / "summary.json").write_text(SUMMARY)
    return folder


def _write(target: Path, text: str = "new") -> None:
    with atomic_folder(target) as folder:
        _result(folder, text)


def _fill(target: Path, act: Callable[[Path], object]) -> None:
    with atomic_folder(target) as folder:
        act(folder)


def _beside(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir() if path != target)


# Files.


def test_a_file_appears_with_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.csv"
    write_bytes(path, [b"one", b"two"])
    assert path.read_bytes() == b"onetwo"
    with atomic_text(path) as file:
        file.write("é\r\n\n")
        file.flush()
        assert path.read_bytes() == b"onetwo"
    assert path.read_bytes() == "é\r\n\n".encode()
    assert not _beside(path)


def test_a_file_whose_writing_fails_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), atomic_text(path) as file:
        file.write(f"new {1 / 0}")
    with pytest.raises(UnicodeEncodeError), atomic_text(path) as file:
        file.write("\ud800")
    assert path.read_text() == "old"
    assert not _beside(path)


def test_a_file_keeps_its_permissions_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_bytes(path, [b"x"])
    (tmp_path / "b.csv").touch()
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE((tmp_path / "b.csv").stat().st_mode)
    path.chmod(0o600)
    write_bytes(path, [b"y"])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    write_bytes(tmp_path / "link.csv", [b"new"])
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "new"


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="a folder"):
        write_bytes(tmp_path, [b"x"])
    with pytest.raises(WriteError, match="no ordinary file"):
        write_bytes("/dev/null", [b"x"])
    (tmp_path / "a").touch()
    with pytest.raises(WriteError, match="cannot be written"):
        write_bytes(tmp_path / "a" / "b.csv", [b"x"])
    with pytest.raises(WriteError, match="cannot be written"), atomic_folder(tmp_path / "a" / "b"):
        pass


def test_a_full_disk_is_a_write_error(tmp_path: Path) -> None:
    def full() -> Any:
        yield b"x"
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(WriteError, match="No space left"):
        write_bytes(tmp_path / "a.csv", full())
    with pytest.raises(WriteError, match="No space left"), atomic_folder(tmp_path / "out"):
        list(full())
    with pytest.raises(FileNotFoundError), atomic_folder(tmp_path / "out") as folder:
        (folder / "missing").read_bytes()
    assert not list(tmp_path.iterdir())


# Folders.


def test_a_folder_appears_and_replaces_an_earlier_result(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "clean"
    _write(target, "one")
    _write(target, "two")
    assert (target / "contacts.csv").read_text() == "two"
    assert not _beside(target)


def test_an_empty_folder_and_one_with_files_of_the_system_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    _write(tmp_path / "empty")
    _result(tmp_path / "ours")
    (tmp_path / "ours" / ".DS_Store").touch()
    _write(tmp_path / "ours")
    assert {path.name for path in (tmp_path / "ours").iterdir()} == {"contacts.csv", "summary.json"}


def test_a_failing_run_leaves_the_old_result(tmp_path: Path) -> None:
    target = _result(tmp_path / "clean")

    def interrupted(folder: Path) -> None:
        _result(folder, "new")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _fill(target, interrupted)
    assert (target / "contacts.csv").read_text() == "old"
    assert not _beside(target)


@pytest.mark.parametrize(
    "files",
    [
        {"contacts.csv": "mine"},
        {"notes.txt": "mine"},
        {"summary.json": "not json"},
        {"summary.json": "[1]"},
        {"summary.json": '{"other": 1}'},
        {"summary.json": "[" * 100_000},
        {"summary.json": SUMMARY, "notes.txt": "mine"},
        {"summary.json": SUMMARY, "photos": None},
    ],
)
def test_what_is_not_a_result_of_ours_is_left_alone(files: dict[str, str | None], tmp_path: Path) -> None:
    target = tmp_path / "clean"
    target.mkdir()
    for name, text in files.items():
        if text is None:
            (target / name).mkdir()
        else:
            (target / name).write_text(text)
    with pytest.raises(WriteError, match=r"Give an|Move it away"), atomic_folder(target) as _:
        raise AssertionError
    assert {path.name for path in target.iterdir()} == set(files)
    assert not _beside(target)


def test_a_file_that_came_meanwhile_is_not_removed(tmp_path: Path) -> None:
    target = _result(tmp_path / "clean")

    def meanwhile(folder: Path) -> None:
        _result(folder, "new")
        (target / "notes.txt").write_text("mine")

    with pytest.raises(WriteError, match=r"notes\.txt"):
        _fill(target, meanwhile)
    assert (target / "notes.txt").read_text() == "mine"


def test_other_names_can_be_ours(tmp_path: Path) -> None:
    target = _result(tmp_path / "clean")
    (target / "extra.csv").touch()
    with atomic_folder(target, names=[*RESULTS, "extra.csv"]) as folder:
        _result(folder, "new")
    assert (target / "contacts.csv").read_text() == "new"


def test_a_file_and_the_folder_one_is_in_are_no_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WriteError, match="is a file"), atomic_folder(tmp_path / "file"):
        pass
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(WriteError, match="the folder you are in"), atomic_folder("."):
        pass


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    _result(tmp_path / "real")
    (tmp_path / "link").symlink_to("real")
    _write(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "contacts.csv").read_text() == "new"


def test_a_folder_keeps_its_permissions(tmp_path: Path) -> None:
    target = _result(tmp_path / "clean")
    target.chmod(0o750)
    _write(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o750


def test_without_exchange_the_old_folder_is_renamed_away_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "exchange", lambda _one, _other: False)
    target = _result(tmp_path / "clean")
    _write(target)
    assert (target / "contacts.csv").read_text() == "new"
    assert not _beside(target)


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="no exchange of folders here")
def test_the_system_can_exchange_folders(tmp_path: Path) -> None:
    one, other = _result(tmp_path / "one", "1"), _result(tmp_path / "other", "2")
    if not exchange(one, other):
        pytest.skip("this file system cannot exchange folders")
    assert (one / "contacts.csv").read_text() == "2"
    assert not exchange(one, tmp_path / "missing")


# Killed runs.


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.parametrize(("what", "how"), [("folder", "exchange"), ("file", "exchange"), ("folder", "rename")])
def test_a_run_killed_at_any_step_leaves_the_whole_old_result_or_the_whole_new_one(
    what: str, how: str, tmp_path: Path
) -> None:
    script = Path(__file__).with_name("killed_run.py")
    source = str(Path(contactbase.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "place"), what, how],
        env={**os.environ, "PYTHONPATH": source},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    steps, absent, beside = map(int, done.stdout.split())
    assert steps > 30
    assert beside == 0
    assert absent == 0 or (how == "rename" and absent <= 3)


def test_an_old_result_renamed_away_by_a_killed_run_is_put_back(tmp_path: Path) -> None:
    target = tmp_path / "clean"
    _result(tmp_path / ".clean.previous", "old")
    with pytest.raises(FileNotFoundError):
        _fill(target, lambda folder: (folder / (target / "contacts.csv").read_text()).read_bytes())
    assert (target / "contacts.csv").read_text() == "old"
    _result(tmp_path / ".clean.previous", "older")
    _write(target)
    assert (target / "contacts.csv").read_text() == "new"
    assert not _beside(target)


@pytest.mark.skipif(os.name == "nt", reason="no locks here")
def test_left_overs_are_removed_and_what_a_living_run_builds_stays(tmp_path: Path) -> None:
    target = tmp_path / "clean"
    _result(tmp_path / ".clean.0123abcd.partial")
    (tmp_path / ".clean.01234567.partial").write_text("half")
    kept = [
        "..partial",
        ".clean.partial",
        ".clean.notours.partial.csv",
        ".clean.0123456.partial",
        ".other.0123abcd.partial",
    ]
    for name in kept:
        (tmp_path / name).touch()
    with atomic_folder(target) as living:
        _write(target, "second")
        assert living.exists()
        _result(living, "first")
    assert (target / "contacts.csv").read_text() == "first"
    assert _beside(target) == sorted(kept)


def test_runs_at_the_same_time_leave_one_whole_result(tmp_path: Path) -> None:
    target = tmp_path / "clean"
    errors: list[Exception] = []

    def run(text: str) -> None:
        try:
            for _ in range(10):
                with atomic_folder(target) as folder:
                    _result(folder, text)
                    (folder / "journal.jsonl").write_text(text)
        except Exception as error:  # noqa: BLE001 - shown below
            errors.append(error)

    threads = [threading.Thread(target=run, args=(text,)) for text in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors
    assert (target / "contacts.csv").read_text() == (target / "journal.jsonl").read_text()
    assert not _beside(target)


# Inputs.


def test_the_input_is_never_the_output(tmp_path: Path) -> None:
    source = tmp_path / "in" / "clients.csv"
    write_bytes(source, [b"x"])
    (tmp_path / "hard.csv").hardlink_to(source)
    (tmp_path / "soft").symlink_to("in")
    for out in (
        source,
        tmp_path / "hard.csv",
        tmp_path / "soft" / "clients.csv",
        tmp_path / "in",
        tmp_path / "soft",
        tmp_path,
    ):
        with pytest.raises(WriteError, match="the input"):
            refuse_input(out, [b"bytes", "-", source])


def test_any_other_place_is_free(tmp_path: Path) -> None:
    source = tmp_path / "in" / "clients.csv"
    write_bytes(source, [b"x"])
    (tmp_path / "in" / "clean").mkdir()
    for out in (tmp_path / "new", tmp_path / "in" / "clean", tmp_path / "in" / "other.csv", str(tmp_path / "out")):
        refuse_input(out, [source, "-", b"x", tmp_path / "missing"])
