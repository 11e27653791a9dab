from __future__ import annotations

import bz2
import gc
import gzip
import io
import lzma
import os
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import contactbase as cb
from contactbase.adapters import source as module
from contactbase.adapters.nameless import Nameless
from contactbase.adapters.source import open_source
from contactbase.errors import ReadError

DATA = b"Nom;Ville\nPetit;Lyon\n" * 100


def _all(source: Any) -> bytes:
    return b"".join(open_source(source).chunks())


class _Slow(io.BytesIO):
    """Gives a few bytes at a time, as a pipe does."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(7, size) if size and size > 0 else size)


def test_a_path_bytes_and_an_open_file_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_bytes(DATA)
    assert _all(path) == _all(str(path)) == _all(DATA) == _all(_Slow(DATA)) == DATA
    with path.open("rb") as file:
        assert _all(file) == DATA


def test_a_source_is_read_again_and_twice_at_once(tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_bytes(DATA)
    for source in (open_source(path), open_source(_Slow(DATA)), open_source(DATA)):
        first, second = source.chunks(10), source.chunks(10)
        assert [next(first), next(second), next(first)] == [DATA[:10], DATA[:10], DATA[10:20]]
        assert source.head(25) == DATA[:25]
        assert b"".join(source.chunks(13)) == DATA


def test_names_are_shown_without_their_folder(tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_bytes(DATA)
    assert open_source(path).name == "clients.csv"
    with path.open("rb") as file:
        assert open_source(file).name == "clients.csv"
    assert open_source(io.BytesIO(DATA)).name == "file"
    assert open_source(DATA).name == "input"


def test_standard_input_can_be_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = _Slow(DATA)

    monkeypatch.setattr(sys, "stdin", Input())
    source = open_source("-")
    assert source.name == "stdin"
    assert b"".join(source.chunks()) == b"".join(source.chunks()) == DATA


@pytest.mark.parametrize("extra", [-1, 0, 1, 50])
def test_what_is_too_large_for_memory_goes_to_a_file_that_goes_with_the_source(
    extra: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(module, "_IN_MEMORY", 100)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    data = bytes(range(33, 123)) * 3
    data = data[: 100 + extra]
    source = open_source(_Slow(data))
    assert b"".join(source.chunks()) == b"".join(source.chunks()) == data
    assert source.size == len(data)
    with source.seekable(1000) as file:
        assert (file.seek(-3, 2), file.read(), file.seek(2), file.read(3)) == (len(data) - 3, data[-3:], 2, data[2:5])
    assert os.name == "nt" or not list(tmp_path.iterdir())  # it has no name: nothing of it stays, however we end
    del source, file
    gc.collect()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("pack", "name"), [(gzip.compress, "gzip"), (bz2.compress, "bzip2"), (lzma.compress, "xz"), (bytes, None)]
)
def test_compressed_bytes_are_read_through(pack: Callable[[bytes], bytes], name: str | None) -> None:
    source = open_source(pack(DATA))
    assert source.compression == name
    assert b"".join(source.chunks(100)) == DATA


def test_members_of_a_gzip_file_follow_each_other() -> None:
    assert _all(gzip.compress(DATA) + gzip.compress(b"more")) == DATA + b"more"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("damage", [lambda data: data[:-5], lambda data: data[:20] + b"xxxxx" + data[25:]])
def test_damaged_or_cut_files_are_refused(pack: Callable[[bytes], bytes], damage: Callable[[bytes], bytes]) -> None:
    with pytest.raises(ReadError, match="damaged or cut short"):
        _all(damage(pack(os.urandom(2000))))


def test_what_cannot_be_opened_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()
    cases: list[tuple[Any, str]] = [
        (tmp_path / "missing.csv", "no file missing.csv"),
        (tmp_path, "is a folder"),
        (tmp_path / "empty.csv", "empty.csv is empty"),
        (tmp_path / ("x" * 300), "cannot be read"),
        ("a\0b", "cannot be read"),
    ]
    for path, words in cases:
        with pytest.raises(ReadError, match=words):
            open_source(path)


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.csv"
    path.write_bytes(DATA)

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(ReadError, match=r"secret.csv may not be read"):
        open_source(path)


@pytest.mark.skipif(not Path("/dev/zero").is_char_device(), reason="no such devices here")
def test_a_device_is_refused_and_not_copied_until_the_disk_is_full(tmp_path: Path) -> None:
    (tmp_path / "clients.csv").symlink_to("/dev/zero")
    with pytest.raises(ReadError, match="a device and no file"):
        open_source(tmp_path / "clients.csv")


@pytest.mark.parametrize("text", ["Nom;Tel\nDurand;0612345678", "a" * 5000])
def test_a_text_is_no_path_and_is_not_repeated(text: str) -> None:
    with pytest.raises(ReadError, match="a text and no path") as raised:
        cb.read(text)
    assert text[-20:] not in str(raised.value)


def _no_space(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_copy_that_cannot_be_made_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_IN_MEMORY", 1)
    monkeypatch.setattr(Nameless, "write", _no_space)
    with pytest.raises(ReadError, match="No space left on device"):
        open_source(_Slow(DATA))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(DATA,))
    writer.start()
    source = open_source(path)
    writer.join()
    assert b"".join(source.chunks()) == b"".join(source.chunks()) == DATA


@pytest.mark.parametrize("wrong", [io.StringIO("a;b"), 3, None, ["a"]])
def test_a_source_of_another_type_is_a_wrong_program(wrong: object) -> None:
    with pytest.raises(TypeError, match="binary mode"):
        _all(wrong)
