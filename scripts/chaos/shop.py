"""The shop's project in a folder and with a warehouse of its own, and what lies in its lake and its tables."""
import hashlib
import json
import os
import re
import shutil
from pathlib import Path

from chaos import program
from chaos.duckdb import DuckDB

ROOT = Path(__file__).resolve().parent.parent.parent
DAY = "2026-01-31"
SMALL = ["-p", "orders=600", "-p", "users=60", "-p", "products=60"]
# A replaced table hides a load done twice: one that only grows, and one that is merged, tell.
MORE_TRANSFORMS = """  payments_log:
    from: raw.payments
    steps:
      - drop: payment_id

"""
MORE_SINKS = """  payments_log: {from: payments_log, table: dwh.payments_log, mode: append}
  orders_merged: {from: processed.orders, table: dwh.orders_merged, mode: merge, key: order_id}
"""
# What a crash report, an interpreter or a system would say to those who wrote the program.
NEVER_SAID = ["Fatal error", "Stack dump", "stack trace", "Traceback", "Sources/", ".swift:", "unexpected)"]


class Broken(Exception):
    """Something that must hold does not."""


class Skipped(Exception):
    """This machine cannot do it, and why."""


def expect(condition, text):
    if not condition:
        raise Broken(str(text))


class Shop:
    def __init__(self, binary, folder, profile="embedded", server=None):
        self.binary, self.folder, self.profile, self.server = binary, folder, profile, server
        self.database = "chaos_" + hashlib.md5(str(folder).encode()).hexdigest()[:12]
        self.engine = DuckDB()
        self.environment = os.environ | {"NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
        nowhere = "postgresql://nobody@127.0.0.1:1/none"
        self.environment["DATABASE_URL"] = server.url(self.database) if server else nowhere
        # Words before the program's name, and (resource, bytes) that it may not exceed.
        self.prefix, self.limit = [], None
        if server:
            server.create(self.database)

    # Making

    def lay_out(self, files=None):
        """The project of this repository with impatient retries; `files` is a folder that has the day's CSVs."""
        for name in ["pipelines", "schemas", "expectations"]:
            shutil.copytree(ROOT / name, self.folder / name)
        shutil.copy(ROOT / "esteira.yaml", self.folder)
        self.retry(3)
        pipeline = self.folder / "pipelines/ecommerce_etl.yaml"
        before, after = pipeline.read_text().split("expectations:\n")
        pipeline.write_text(before + MORE_TRANSFORMS + "expectations:\n" + after.rstrip("\n") + "\n" + MORE_SINKS)
        if files:
            shutil.copytree(files / "include", self.folder / "include")
        return self

    def retry(self, attempts):
        """How often a task is tried, about a second apart."""
        settings = self.folder / "esteira.yaml"
        policy = f"retries: {{attempts: {attempts}, delay: 1s, max_delay: 2s}}"
        settings.write_text(re.sub("retries: {.*}", policy, settings.read_text()))

    def forget(self):
        """As if nothing but the files had been made yet."""
        for name in ["lake", ".esteira"]:
            shutil.rmtree(self.folder / name, ignore_errors=True)
        for path in self.folder.glob("warehouse.duckdb*"):
            path.unlink()
        if self.server:
            self.sql("DROP SCHEMA IF EXISTS dwh CASCADE; DROP SCHEMA IF EXISTS esteira CASCADE")

    def touch(self, table):
        """Makes all that follows from a file out of date; its rows stay."""
        path = self.folder / f"include/{DAY}/{table}.csv"
        os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 1000))

    # Running

    def esteira(self, *arguments, at_line=None, after=None, environment=None):
        command = [*self.prefix, self.binary, *arguments]
        environment = self.environment | (environment or {})
        finished = program.run(command, self.folder, environment, at_line, after, self.limit)
        for word in NEVER_SAID + ([self.server.password] if self.server else []):
            expect(word not in finished.text, f"the program says '{word}': {finished}")
        return finished

    def load(self, *more, ends=0, says=(), **watching):
        """Loads the day; `ends` is the exit code that must come, None: any. `says` are words of the messages."""
        return self.checked(["run", "ecommerce_etl", *self.options, *more], ends, says, watching)

    def generate(self, *more, ends=0, says=(), **watching):
        return self.checked(["run", "ecommerce_generator", *self.options, *SMALL, *more], ends, says, watching)

    @property
    def options(self):
        return ["--profile", self.profile, "-p", f"date={DAY}"]

    def checked(self, arguments, ends, says, watching):
        finished = self.esteira(*arguments, **watching)
        expect(ends is None or finished.code == ends, f"exit code {ends} was expected of {arguments}: {finished}")
        for word in says:
            expect(word.lower() in finished.text.lower(), f"nothing is said of '{word}': {finished}")
        return finished

    # Reading

    def sql(self, statement):
        return self.server.rows(statement, self.database)

    def contents(self):
        """A digest of every published file and every table, by name."""
        return self.lake() | self.tables()

    def lake(self):
        found = {}
        for path in sorted((self.folder / "lake").rglob("*")):
            name = str(path.relative_to(self.folder))
            if path.is_file() and "/.staging/" not in name:
                found[name] = self.digest(path)
        return found

    def digest(self, path):
        if path.suffix == ".parquet":
            return self.engine.texts(digest_query(f"read_parquet('{path}', hive_partitioning = false)"))[0]
        if path.suffix == ".json":
            return hashlib.md5(json.dumps(judged(json.loads(path.read_text()))).encode()).hexdigest()
        return hashlib.md5(path.read_bytes()).hexdigest()

    def tables(self):
        listing = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'dwh' ORDER BY 1"
        names = self.ask(listing)
        digests = " UNION ALL ".join(digest_query(f"dwh.{name}", f"{name}: ") for name in names)
        return dict(line.split(": ") for line in (self.ask(digests) if names else []))

    def loads(self):
        """Targets of the loads that the warehouse's ledger has, in order."""
        return self.ask("SELECT target FROM esteira.loads ORDER BY id")

    def ask(self, query):
        if self.server:
            return self.sql(query)
        file = self.folder / "warehouse.duckdb"
        if not file.exists():
            return []
        return self.engine.texts_of(file, query)

    def staged(self):
        return [path for path in (self.folder / "lake/.staging").rglob("*") if path.is_file()]

    # What must hold

    def expect_equal(self, expected, when):
        """Nothing lost, nothing doubled, nothing left lying about."""
        found = self.contents()
        for name in sorted(expected.keys() | found.keys()):
            wanted, present = expected.get(name), found.get(name)
            expect(wanted == present, f"{when}: {name} is {present}, undisturbed {wanted}")
        expect(self.staged() == [], f"{when}: the staging still holds {self.staged()[:3]}")

    def expect_part(self, expected, when):
        """Whatever a reader finds is whole."""
        for name, digest in self.contents().items():
            expect(expected.get(name) == digest, f"{when}: {name} is {digest}, undisturbed {expected.get(name)}")

    def expect_loaded_once(self, when):
        loads = self.loads()
        expect(len(loads) == len(set(loads)) == 7, f"{when}: the ledger has {loads}")


def digest_query(relation, title=""):
    """The same for the same rows in any order; PostgreSQL and DuckDB both take it."""
    return (
        f"SELECT '{title}' || count(*) || ' rows ' || coalesce(md5(string_agg(md5(CAST(t AS VARCHAR)), '' "
        f"ORDER BY md5(CAST(t AS VARCHAR)))), '') FROM {relation} AS t"
    )


def judged(result):
    """A validation's result without what names the run: its metadata and the paths in statements."""
    if isinstance(result, dict):
        return {key: judged(value) for key, value in result.items() if key not in ("meta", "sql")}
    return [judged(value) for value in result] if isinstance(result, list) else result
