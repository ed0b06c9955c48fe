"""What the scenarios share: a folder, a server, a day of files, and undisturbed runs to compare with."""
import os
import shutil
import tempfile
import threading
from pathlib import Path

from chaos.server import Server
from chaos.shop import Shop


class Stage:
    """`is_bounded`: the selection that is part of `make test`."""

    def __init__(self, binary, is_bounded):
        self.binary, self.is_bounded = binary, is_bounded
        self.folder = Path(tempfile.mkdtemp(prefix="esteira-chaos."))
        # The server's user must come by.
        self.folder.chmod(0o755)
        self.made = 0
        self.lock = threading.Lock()
        self.server = Server(self.folder / "server")

    def prepare(self):
        self.files = self.shop(is_empty=True)
        self.files.generate()
        self.expected, self.boundaries, self.duration = {}, {}, {}
        for profile in ["embedded", "local"]:
            shop = self.shop(profile)
            finished = shop.load()
            self.expected[profile] = shop.contents()
            self.boundaries[profile] = boundaries(finished)
            self.duration[profile] = finished.seconds
            shop.expect_loaded_once("undisturbed")

    def shop(self, profile="embedded", is_empty=False, server=None):
        return self.bare_shop(profile, server).lay_out(None if is_empty else self.files.folder)

    def bare_shop(self, profile="embedded", server=None):
        """A folder and a warehouse, and nothing in them."""
        with self.lock:
            self.made += 1
            folder = self.folder / f"shop{self.made}"
        folder.mkdir()
        return Shop(self.binary, folder, profile, (server or self.server) if profile == "local" else None)

    def remove(self):
        self.server.remove()
        shutil.rmtree(self.folder, ignore_errors=True)


def boundaries(finished):
    """`ingest.orders started`, `ingest.orders done`, …: every line that tells of a task."""
    words = [line.split()[1:3] for line in finished.report.splitlines()]
    tasks = [pair for pair in words if len(pair) == 2 and "." in pair[0] and pair[1] in ("started", "done")]
    return [" ".join(task) for task in tasks]


def workers():
    return max(2, os.cpu_count() or 2)
