"""Rows per second and peak memory of the main job, beside the script somebody would write today.

    python benchmarks/main_job.py [--rows 20000 200000] [--repeat 3]

Each run is a process of its own on the same generated file; CPU seconds and peak resident memory come from the
operating system. Of each program the quickest of the runs counts. Ratios travel to other machines, seconds do not.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from contactbase.cli.demo_file import demo_chunks

HERE = Path(__file__).resolve().parent


def measured(*command: object) -> tuple[float, float]:
    """Run a command; give its CPU seconds (user and system) and its peak resident memory in MB."""
    child = os.posix_spawn(sys.executable, [sys.executable, *map(str, command)], dict(os.environ))
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"failed: {command}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(repeat: int, *command: object) -> tuple[float, float]:
    runs = [measured(*command) for _ in range(repeat)]
    return min(cpu for cpu, _ in runs), min(peak for _, peak in runs)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, nargs="+", default=[20_000, 200_000])
    options.add_argument("--repeat", type=int, default=3)
    chosen = options.parse_args()
    _, bare = best(chosen.repeat, "-c", "import contactbase.pipeline.main_job, contactbase.normalize.phone")
    print(f"the interpreter with the library loaded: {bare:.0f} MB\n")
    print("| rows | program | CPU s | rows/s | ratio | peak MB | KB per row beyond the interpreter |")
    print("|---|---|---|---|---|---|---|")
    for rows in chosen.rows:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "clients.csv"
            with source.open("wb") as file:
                file.writelines(demo_chunks(rows))
            job = (
                "-m",
                "contactbase",
                "clean",
                source,
                "--out",
                Path(folder) / "out",
                "--as-of",
                "2026-11-22",
                "--quiet",
            )
            ours = best(chosen.repeat, *job)
            naive = best(max(1, chosen.repeat // 3), HERE / "naive_script.py", source, Path(folder) / "naive.csv")
        for name, (cpu, peak), base in (("contactbase clean", ours, bare), ("pandas script", naive, 0.0)):
            memory = f"{(peak - base) * 1024 / rows:.2f}" if base else "–"
            print(
                f"| {rows:,} | {name} | {cpu:.2f} | {rows / cpu:,.0f} | {naive[0] / cpu:.1f} | {peak:.0f} | {memory} |"
            )


if __name__ == "__main__":
    main()
