"""PostgreSQL stopped in the middle of a COPY, and not there when a run needs it."""
import threading
import time

from chaos.program import once_at
from chaos.shop import expect

# Enough for a server that comes back on a busy machine.
PATIENT = 40
# Makes the COPY of a small table last for seconds.
SLOWNESS = """
CREATE FUNCTION dwh.wait() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.05); RETURN new; END';
CREATE TRIGGER wait BEFORE INSERT ON dwh.orders FOR EACH ROW EXECUTE FUNCTION dwh.wait()
"""
SPEED = "DROP TRIGGER IF EXISTS wait ON dwh.orders; DROP FUNCTION IF EXISTS dwh.wait()"
REACHABLE = "check that a server runs at"


def restarted_in_copy(stage, is_crash):
    """The server is back before the retries are used up: the run itself gets through."""
    shop, expected = loaded_shop(stage)
    shop.retry(PATIENT)

    def restart():
        stop_in_copy(stage, shop, is_crash)
        stage.server.up()
        shop.sql(SPEED)

    finished = slow_load(shop, restart, ends=0)
    expect("started, attempt 2" in finished.report, f"no word of a second attempt: {finished}")
    shop.expect_equal(expected, "after a restart during COPY")
    return told(finished, "load.orders")


def stopped_in_copy(stage):
    """The server stays away: the run fails and says so, readers have the old rows, resuming ends well."""
    shop, expected = loaded_shop(stage)
    try:
        crash = lambda: stop_in_copy(stage, shop, is_crash=True)
        finished = slow_load(shop, crash, ends=1, says=[REACHABLE, "--resume"])
    finally:
        stage.server.up()
    shop.sql(SPEED)
    shop.expect_part(expected, "after a crash during COPY")
    shop.load("--resume", "last")
    shop.expect_equal(expected, "resumed after a crash during COPY")
    return told(finished, "failed load.")


def refusing_then_back(stage):
    """Nobody listens when the loads begin; the retries find a server."""
    shop, expected = stage.shop("local"), stage.expected["local"]
    shop.retry(PATIENT)
    stage.server.down()
    back = threading.Thread(target=stage.server.up)
    try:
        finished = shop.load(ends=0, at_line=once_at("failed", lambda _: back.start()))
    finally:
        if back.ident:
            back.join()
        stage.server.up()
    shop.expect_equal(expected, "after a server that came late")
    shop.expect_loaded_once("after a server that came late")
    return told(finished, "load.")


def refusing(stage):
    """Nobody listens at all: the lake is made, the loads fail, and resuming does just them."""
    shop = stage.shop("local")
    stage.server.down()
    try:
        finished = shop.load(ends=1, says=["connection", "refused", REACHABLE, "--resume"])
    finally:
        stage.server.up()
    resumed = shop.load("--resume", "last")
    expect("ingest.orders started" not in resumed.report, f"work was done again: {resumed}")
    shop.expect_equal(stage.expected["local"], "resumed after refusals")
    shop.expect_loaded_once("resumed after refusals")
    return told(finished, "failed load.")


def loaded_shop(stage, server=None):
    """Tables that are there already, and a new load of the orders to come."""
    shop = stage.shop("local", server=server)
    shop.load()
    shop.sql(SLOWNESS)
    shop.touch("orders")
    return shop, stage.expected["local"]


def slow_load(shop, act, **wanted):
    thread = threading.Thread(target=act)
    try:
        return shop.load(at_line=once_at("load.orders started", lambda _: thread.start()), **wanted)
    finally:
        thread.join()


def wait_for_copy(shop):
    copying = (
        "SELECT count(*) FROM pg_stat_progress_copy WHERE relid = 'dwh.orders'::regclass AND tuples_processed > 0"
    )
    while shop.sql(copying) != ["1"]:
        time.sleep(0.02)


def stop_in_copy(stage, shop, is_crash):
    wait_for_copy(shop)
    if is_crash:
        stage.server.crash()
    else:
        stage.server.down()


def told(finished, text):
    """The first line that says what went wrong."""
    lines = [line for line in finished.text.splitlines() if text in line and ("failed" in line or "retr" in line)]
    return lines[0].strip() if lines else ""
