"""Disks that are full, and a lake that may not be written."""
import contextlib
import os
import shutil
import subprocess

from chaos.shop import Skipped, expect

# KiB: room for some of the tables, not for all.
FULL_LAKE, FULL_WAREHOUSE = 64, 120
STATES = [8, 64, 160, 200]
ROOT_ONLY = "only root can mount a small file system"


@contextlib.contextmanager
def small_disk(folder, size):
    """A file system of so many KiB at a folder, and a function that makes it larger."""
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0:
        raise Skipped(ROOT_ONLY)
    mounted = mount("-t", "tmpfs", "-o", f"size={size}k", "esteira-chaos", folder)
    if mounted.returncode != 0:
        raise Skipped(f"mount: {mounted.stderr.strip()}")
    try:
        yield lambda: mount("-o", "remount,size=256m", folder)
    finally:
        subprocess.run(["umount", "--lazy", folder])


def mount(*arguments):
    return subprocess.run(["mount", *arguments], capture_output=True, text=True)


def full_lake(stage):
    """The lake holds the sources and not what is made of them."""
    shop = stage.shop()
    expected = stage.expected["embedded"]
    with small_disk(shop.folder / "lake", FULL_LAKE) as enlarge:
        failed = shop.load(ends=1, says=["no space left", "free some space", "--resume"])
        shop.expect_part(expected, "with a full lake")
        enlarge()
        shop.load("--resume", "last")
        shop.expect_equal(expected, "after room was made in the lake")
        shop.expect_loaded_once("after room was made in the lake")
    return first_failure(failed)


def full_state(stage):
    """The state folder is full at different points of a run."""
    notes = []
    for size in STATES[1::2] if stage.is_bounded else STATES:
        shop = stage.shop()
        with small_disk(shop.folder / ".esteira", size) as enlarge:
            failed = shop.load(ends=None)
            shop.expect_part(stage.expected["embedded"], f"with {size} KiB for the state")
            if failed.code != 0:
                for word in ["the disk is full", "free some space", "/.esteira"]:
                    expect(word in failed.text, f"nothing is said of '{word}' with {size} KiB: {failed}")
                notes.append(f"{size} KiB: exit code {failed.code}")
            enlarge()
            shop.load()
            shop.expect_equal(stage.expected["embedded"], "after room was made for the state")
    expect(notes, "no size was small enough")
    return ", ".join(notes)


def full_warehouse(stage):
    """The DuckDB file cannot grow."""
    shop = stage.shop()
    settings = shop.folder / "esteira.yaml"
    settings.write_text(settings.read_text().replace("path: warehouse.duckdb", "path: disk/warehouse.duckdb"))
    (shop.folder / "warehouse.duckdb").symlink_to("disk/warehouse.duckdb")
    expected = stage.expected["embedded"]
    with small_disk(shop.folder / "disk", FULL_WAREHOUSE) as enlarge:
        failed = shop.load(ends=1, says=["space", "free some", "--resume"])
        shop.expect_part(expected, "with a full warehouse")
        enlarge()
        shop.load("--resume", "last")
        shop.expect_equal(expected, "after room was made for the warehouse")
        shop.expect_loaded_once("after room was made for the warehouse")
    return first_failure(failed)


def read_only_lake(stage):
    """The lake's folders may not be written: from the start, and once a day is there."""
    shop = stage.shop()
    expected = stage.expected["embedded"]
    shop.prefix = without_root_rights()
    (shop.folder / "lake").mkdir()
    for when in ["a new lake", "a lake with a day"]:
        allow(shop.folder / "lake", False)
        failed = shop.load(ends=1, says=["permission denied", "the right to write", "--resume"])
        shop.expect_part(expected, f"{when}, read only")
        allow(shop.folder / "lake", True)
        shop.load("--resume", "last")
        shop.expect_equal(expected, f"{when}, writable again")
        shop.touch("orders")
    return first_failure(failed)


def without_root_rights():
    """To root modes mean nothing, unless that right is taken away."""
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        raise Skipped("root needs setpriv to give up its rights")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"]


def allow(folder, is_allowed):
    for path, _, _ in os.walk(folder):
        os.chmod(path, 0o755 if is_allowed else 0o555)


def first_failure(finished):
    lines = [line for line in finished.output.splitlines() if line.startswith("failed")] or finished.text.splitlines()
    return lines[0].strip()
