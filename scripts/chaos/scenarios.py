"""Every scenario, in the order of the table."""
import signal
from collections.abc import Callable
from dataclasses import dataclass

from chaos import bad_files, big_files, broken_servers, cables, clocks, disks, kills, rivals


@dataclass
class Scenario:
    name: str
    play: Callable
    # Also part of `make test`.
    in_bounded: bool = True


SCENARIOS = [
    Scenario("kill -9 at task boundaries, DuckDB file", lambda stage: kills.boundary_kills(stage, "embedded")),
    Scenario("kill -9 at task boundaries, PostgreSQL", lambda stage: kills.boundary_kills(stage, "local")),
    Scenario("kill -9 at random times, DuckDB file", lambda stage: kills.random_kills(stage, "embedded")),
    Scenario("kill -9 at random times, PostgreSQL", lambda stage: kills.random_kills(stage, "local")),
    Scenario("kill -9 of a generator", kills.generator_kills),
    Scenario("restart during COPY, fast", lambda stage: broken_servers.restarted_in_copy(stage, False), False),
    Scenario("restart during COPY, immediate", lambda stage: broken_servers.restarted_in_copy(stage, True)),
    Scenario("crash during COPY, then resume", broken_servers.stopped_in_copy, False),
    Scenario("connections refused, then back", broken_servers.refusing_then_back),
    Scenario("connections refused, then resume", broken_servers.refusing, False),
    Scenario("cable pulled during COPY, then back", cables.pulled_then_back, False),
    Scenario("two runs at once", rivals.two_at_once),
    Scenario("SIGTERM", lambda stage: rivals.asked_to_stop(stage, signal.SIGTERM)),
    Scenario("SIGINT", lambda stage: rivals.asked_to_stop(stage, signal.SIGINT), False),
    Scenario("SIGTERM twice", rivals.told_twice),
    Scenario("disk full: lake", disks.full_lake),
    Scenario("disk full: state", disks.full_state),
    Scenario("disk full: warehouse file", disks.full_warehouse),
    Scenario("lake read only", disks.read_only_lake),
    Scenario("clock moved", clocks.moved, False),
    Scenario("a million bad lines, fail", bad_files.refused),
    Scenario("a million bad lines, quarantine", bad_files.quarantined),
    Scenario("4 GiB of CSV in 1 GiB of memory", big_files.four_gibibytes, False),
]
