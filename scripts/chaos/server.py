"""A PostgreSQL server that only this test uses, so that it may be stopped and shot at."""
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

SCRIPTS = Path(__file__).resolve().parent.parent


class Server:
    """`scripts/postgres` keeps everything beside itself: a copy elsewhere is a server of its own."""

    def __init__(self, folder):
        self.script = folder / "scripts/postgres"
        self.script.parent.mkdir(parents=True)
        shutil.copy(SCRIPTS / "postgres", self.script)
        # Words before the script's name.
        self.prefix = []
        self.environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self.up()
        self.address = urlsplit(self.ask("url"))

    def ask(self, command):
        done = subprocess.run([*self.prefix, self.script, command], env=self.environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"postgres {command}: {done.stderr.strip()}")
        return done.stdout.strip()

    def up(self):
        self.ask("up")

    def down(self):
        """As `pg_ctl stop -m fast`: sessions are told and end."""
        self.ask("down")

    def crash(self):
        """As `pg_ctl stop -m immediate`: nothing is put in order, the next start recovers."""
        os.kill(int(self.pid_file.read_text().split("\n")[0]), signal.SIGQUIT)
        while self.pid_file.exists():
            time.sleep(0.02)

    def remove(self):
        self.down()
        shutil.rmtree(self.home, ignore_errors=True)

    @property
    def home(self):
        return Path((self.script.parent.parent / ".local/postgres.home").read_text().strip())

    @property
    def pid_file(self):
        return self.home / "data/postmaster.pid"

    @property
    def password(self):
        return self.address.password

    def url(self, database):
        return self.address._replace(path="/" + database).geturl()

    def create(self, database):
        self.rows(f'CREATE DATABASE "{database}"', self.address.path[1:])

    def rows(self, statement, database):
        """Lines of the answer. The password goes by the environment: arguments show in lists of processes."""
        address = self.address
        environment = self.environment | {
            "PGHOST": address.hostname, "PGPORT": str(address.port), "PGUSER": address.username,
            "PGPASSWORD": address.password, "PGDATABASE": database, "PGOPTIONS": "-c client_min_messages=error",
        }
        done = subprocess.run(
            [psql(), "-XAtqc", statement], env=environment, capture_output=True, text=True
        )
        if done.returncode != 0:
            raise RuntimeError(done.stderr.strip())
        return done.stdout.splitlines()


def psql():
    """Installed with the server, or in the path with its client."""
    folders = [os.environ.get("PG_BIN", ""), *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True))]
    return next(filter(os.path.exists, (folder + "/psql" for folder in folders)), "psql")
