"""The wall clock set forward and back: during a run, between a kill and the next run, and for a rival alone."""
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from chaos.program import killing_at, once_at, send
from chaos.shop import Skipped, expect

DAY = 24 * 3600


def moved(stage):
    preload = shim(stage)
    shop, expected = stage.shop(), stage.expected["embedded"]
    for jump in [DAY, -DAY]:
        half = stage.duration["embedded"] / 2
        shop.forget()
        shop.load(environment=preload | {"CHAOS_CLOCK": f"{jump}@{half}"})
        shop.expect_equal(expected, f"the clock moved {jump} s during a run")
        shop.expect_loaded_once(f"the clock moved {jump} s during a run")
    for jump in [DAY, -DAY]:
        shop.forget()
        shop.load(ends=-9, at_line=killing_at("check.orders started"))
        shop.load("--resume", "last", environment=preload | {"CHAOS_CLOCK": str(jump)})
        shop.expect_equal(expected, f"killed, resumed with the clock off by {jump} s")
        shop.expect_loaded_once(f"killed, resumed with the clock off by {jump} s")
        again = shop.load("--resume", "last")
        expect("20 up to date" not in again.output or again.code == 0, str(again))
        shop.expect_equal(expected, "the clock is right again")
    rival_from_tomorrow(stage, preload)
    return "a day forward and back: during a run, before a resume, for a second run"


def rival_from_tomorrow(stage, preload):
    """The first run's last sign of life seems a day old to the second; it must be refused all the same."""
    shop = stage.shop()

    def rival(process):
        send(process, signal.SIGSTOP)
        try:
            shop.load(ends=4, says=["is under way since"], environment=preload | {"CHAOS_CLOCK": str(DAY)})
        finally:
            send(process, signal.SIGCONT)

    shop.load(at_line=once_at("transform.orders started", rival))
    shop.expect_equal(stage.expected["embedded"], "a rival from tomorrow")
    shop.expect_loaded_once("a rival from tomorrow")


def shim(stage):
    """What preloads the moved clock; tried before it is believed."""
    compiler = shutil.which("clang") or shutil.which("cc")
    if not sys.platform.startswith("linux") or not compiler:
        raise Skipped("needs Linux and a C compiler")
    library = stage.folder / "clock.so"
    source = Path(__file__).with_name("clock.c")
    built = subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"], capture_output=True, text=True
    )
    if built.returncode != 0:
        raise Skipped(f"the moved clock does not build: {built.stderr.splitlines()[0]}")
    preload = {"LD_PRELOAD": str(library)}
    shop = stage.shop()
    shop.load("--select", "ingest.users", environment=preload | {"CHAOS_CLOCK": "-315360000"})
    expect("2016" in shop.esteira("runs", *shop.options).output, "the program does not see the moved clock")
    return preload
