"""A server on another host, and the cable between pulled in the middle of a COPY.

The other host is a network namespace of this machine, so that what is sent into the cut is lost without a word, as it is
between two machines.
"""
import os
import shutil
import subprocess
import threading
from contextlib import ExitStack

from chaos.broken_servers import PATIENT, REACHABLE, SPEED, loaded_shop, slow_load, told, wait_for_copy
from chaos.server import Server
from chaos.shop import Skipped, expect

# Seconds and milliseconds: what the program asks for by itself would make the test wait for minutes.
IMPATIENCE = "?keepalives_idle=1&keepalives_interval=1&keepalives_count=3&tcp_user_timeout=4000"


def pulled_then_back(stage):
    """Both sides give the connection up, and the retries find the server again."""
    if os.geteuid() != 0 or not shutil.which("ip"):
        raise Skipped("needs root and 'ip' (iproute2)")
    with ExitStack() as left_behind:
        cable = Cable()
        left_behind.callback(cable.remove)
        server = DistantServer(stage.folder / "distant", cable)
        left_behind.callback(server.remove)
        left_behind.callback(cable.plug)
        shop, expected = loaded_shop(stage, server)
        shop.retry(PATIENT)
        shop.environment["DATABASE_URL"] += IMPATIENCE

        def pull():
            wait_for_copy(shop)
            cable.pull()
            threading.Timer(10, cable.plug).start()

        finished = slow_load(shop, pull, ends=0)
        expect("started, attempt 2" in finished.report, f"no word of a second attempt: {finished}")
        expect(REACHABLE in finished.report or "timed out" in finished.report, f"no cause: {finished}")
        shop.sql(SPEED)
        shop.expect_equal(expected, "after a cut cable")
        return told(finished, "load.orders")


class Cable:
    """Between this host and one of the name `far`."""

    def __init__(self):
        number = os.getpid() % 250 + 1
        self.far, self.end = f"esteira{number}", f"est{number}"
        self.address, self.near_address = f"10.213.{number}.2", f"10.213.{number}.1"
        ip("netns", "add", self.far)
        ip("link", "add", self.end, "type", "veth", "peer", "name", "cable", "netns", self.far)
        ip("address", "add", f"{self.near_address}/30", "dev", self.end)
        ip("link", "set", self.end, "up")
        self.over_there("address", "add", f"{self.address}/30", "dev", "cable")
        self.over_there("link", "set", "lo", "up")
        self.plug()

    def over_there(self, *words):
        ip("-netns", self.far, *words)

    def pull(self):
        self.over_there("link", "set", "cable", "down")

    def plug(self):
        self.over_there("link", "set", "cable", "up")

    def remove(self):
        ip("netns", "delete", self.far)


class DistantServer(Server):
    """Listens on the far end of a cable."""

    def __init__(self, folder, cable):
        self.cable = cable
        super().__init__(folder)
        self.down()
        with open(self.home / "data/postgresql.conf", "a") as settings:
            settings.write(f"\nlisten_addresses = '127.0.0.1, {cable.address}'\n")
        with open(self.home / "data/pg_hba.conf", "a") as rights:
            rights.write(f"\nhost all all {cable.near_address}/32 scram-sha-256\n")
        self.prefix = ["ip", "netns", "exec", cable.far]
        self.up()
        netloc = self.address.netloc.replace(self.address.hostname, cable.address)
        self.address = self.address._replace(netloc=netloc)


def ip(*words):
    done = subprocess.run(["ip", *words], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"ip {' '.join(words)}: {done.stderr.strip()}")
