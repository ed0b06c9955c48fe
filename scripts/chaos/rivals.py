"""Two runs at once, and signals that ask a run to stop."""
import contextlib
import os
import signal
import threading
import time

from chaos.program import killing_at, once_at, send
from chaos.shop import Broken, expect

MIDDLE = "transform.orders started"


def two_at_once(stage):
    """The second is refused while the first stands still in the middle; the first goes on unharmed."""
    shop, expected = stage.shop(), stage.expected["embedded"]
    seen = []

    def rival(process):
        send(process, signal.SIGSTOP)
        try:
            said = ["is under way since", f"process {process.pid}", "wait for it, or stop"]
            seen.append(shop.load(ends=4, says=said))
        finally:
            send(process, signal.SIGCONT)

    shop.load(at_line=once_at(MIDDLE, rival))
    shop.expect_equal(expected, "a run with a rival")
    shop.expect_loaded_once("a run with a rival")
    return seen[0].report.splitlines()[0]


def asked_to_stop(stage, number):
    """Once: it stops in order, says how to go on, and going on ends as undisturbed."""
    shop = stage.shop()
    stopped = shop.load(ends=130, says=["interrupted", "--resume"], at_line=killing_at(MIDDLE, number))
    listed = shop.esteira("runs", *shop.options)
    expect("interrupted" in listed.output, f"the run is not listed as interrupted: {listed}")
    shop.expect_part(stage.expected["embedded"], "stopped in the middle")
    shop.load("--resume", "last")
    shop.expect_equal(stage.expected["embedded"], "resumed after a stop")
    shop.expect_loaded_once("resumed after a stop")
    return next(line.strip() for line in stopped.text.splitlines() if "interrupted" in line)


def told_twice(stage):
    """Twice: it ends at once, although a load waits for a server that answers nothing, not even a request to stop."""
    shop = stage.shop("local")
    shop.load()
    shop.touch("orders")
    reader = threading.Thread(target=hold_orders, args=(shop,))
    reader.start()
    ends = []

    def ask(process):
        session = waiting_session(shop)
        os.kill(session, signal.SIGSTOP)
        send(process, signal.SIGTERM)
        # The first must have been taken: two at once are one.
        time.sleep(1)
        ends.append((session, process.returncode, time.monotonic()))
        send(process, signal.SIGTERM)

    asking = []
    at_load = once_at("load.orders started", lambda process: asking.append(begin(ask, process)))
    finished = shop.load(ends=None, at_line=at_load)
    asking[0].join()
    session, early, asked = ends[0]
    took = time.monotonic() - asked
    os.kill(session, signal.SIGCONT)
    shop.sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = $${HOLDING}$$")
    reader.join()
    expect(early is None, f"it ended after the first signal: {finished}")
    expect(finished.code in (130, -signal.SIGTERM), f"neither 130 nor the signal: {finished}")
    expect(took < 5, f"it took {took:.1f} s to end after the second signal")
    shop.load("--resume", "last")
    shop.expect_equal(stage.expected["local"], "resumed after two signals")
    return f"ended {took:.1f} s after the second signal, code {finished.code}"


HOLDING = "BEGIN; SELECT 1 FROM dwh.orders LIMIT 1; SELECT pg_sleep(120)"


def hold_orders(shop):
    """A reader whose transaction keeps a load from replacing the table, until it is told to go."""
    with contextlib.suppress(RuntimeError):
        shop.sql(HOLDING)


def begin(act, process):
    thread = threading.Thread(target=act, args=(process,))
    thread.start()
    return thread


def waiting_session(shop):
    """The number of the server's process that waits for the reader's lock."""
    waiting = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        found = shop.sql(waiting)
        if found:
            return int(found[0])
        time.sleep(0.02)
    raise Broken("the load does not wait for the reader")
