"""With none of the extras importable everything else works, and each extra names its command."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

BLOCKED = "narwhals pandas polars pyarrow duckdb psycopg openpyxl defusedxml python_calamine ftfy rich numpy"
PRELUDE = f"""
import sys
class Block:
    names = frozenset("{BLOCKED}".split())
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.names:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Block())
import datetime as dt, sqlite3, tempfile
from pathlib import Path
import contactbase as cb
today = dt.date(2026, 11, 22)
base, journal = cb.clean([{{"last_name": "PETIT", "mobile": "06 98 76 54 32"}}], as_of=today)
"""


def run(program: str) -> str:
    source = Path(__file__).resolve().parents[1] / "src"
    code = f"import sys; sys.path.insert(0, {str(source)!r})\n" + PRELUDE + textwrap.dedent(program)
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    return found.stdout


def test_formats_and_databases_of_the_core_work_without_any_extra() -> None:
    said = run(
        """
        folder = Path(tempfile.mkdtemp())
        for name in ("a.csv", "a.jsonl", "a.vcf"):
            cb.write(base, folder / name)
            again = cb.clean(cb.read(folder / name).value, as_of=today).value
            print(name, again["c-1"].phones == base["c-1"].phones)
        connection = sqlite3.connect(":memory:")
        cb.to_sql(base, connection, journal=journal)
        print("sql", dict(cb.from_sql(connection).value) == dict(base))
        unique, _ = cb.dedupe(base)
        print("rest", len(unique), cb.Segment("x", "mobile is known").count(base, as_of=today))
        """
    )
    assert said.splitlines() == ["a.csv True", "a.jsonl True", "a.vcf True", "sql True", "rest 1 1"]


@pytest.mark.parametrize(
    ("call", "package", "extra"),
    [
        ("cb.from_frame(object())", "narwhals", "frames"),
        ("cb.to_pandas(base)", "pandas", "pandas"),
        ("cb.to_polars(base)", "polars", "polars"),
        ("cb.to_arrow(base)", "pyarrow", "parquet"),
        ("cb.write(base, 'x.parquet')", "pyarrow", "parquet"),
        ("cb.read(b'PAR1....')", "pyarrow", "parquet"),
    ],
)
def test_a_missing_extra_is_named_with_its_command(call: str, package: str, extra: str) -> None:
    said = run(
        f"""
        try:
            {call}
        except cb.MissingExtra as error:
            print(error)
        """
    )
    assert said.strip() == f'This needs the package {package}. Install it with: pip install "contactbase[{extra}]"'
