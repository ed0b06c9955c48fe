"""A CSV file in which every line is wrong."""
from chaos.shop import expect

PROJECT = "project: bad\n"
PIPELINE = """pipeline: bad
sources:
  sales: {csv: in/sales.csv, schema: sales, bad_rows: {policy: POLICY}}
sinks: {sales: sales}
"""
SCHEMA = "schema: sales\ncolumns:\n  id: {type: int, nullable: false}\n  price: decimal(10,2)\n  at: timestamp\n"
# MiB. The engine holds each record that it rejects with its reason, 1.5 kB, until it is written; good rows it does not hold.
MEMORY = {"fail": 300, "quarantine": 2400}


def lay_out(stage, policy, good, bad):
    shop = stage.bare_shop()
    for name in ["pipelines", "schemas", "in"]:
        (shop.folder / name).mkdir()
    (shop.folder / "esteira.yaml").write_text(PROJECT)
    (shop.folder / "pipelines/bad.yaml").write_text(PIPELINE.replace("POLICY", policy))
    (shop.folder / "schemas/sales.yaml").write_text(SCHEMA)
    write_lines(shop, good, bad)
    return shop


def write_lines(shop, good, bad):
    with open(shop.folder / "in/sales.csv", "w") as file:
        file.write("id,price,at\n")
        for number in range(good):
            file.write(f"{number},{number}.25,2026-01-31 10:00:00\n")
        for number in range(bad):
            file.write(f"x{number},{number}.25,2026-01-31 10:00:00\n")


def size(stage):
    return 20_000 if stage.is_bounded else 1_000_000


def refused(stage):
    """The policy 'fail': quick, with the first lines; a good file in its place is taken by the next run."""
    shop = lay_out(stage, "fail", 0, size(stage))
    said = ["line: 2 of", "sales.csv", 'column "id"', "x0", "bad_rows: quarantine", "--resume"]
    failed = shop.checked(["run"], 1, said, {})
    expect(len(failed.text) < 20_000, f"{len(failed.text)} characters are said")
    expect(failed.peak < MEMORY["fail"], f"{failed.peak} MiB of memory")
    expect(shop.lake() == {}, f"something is published: {shop.lake()}")
    write_lines(shop, 1000, 0)
    shop.checked(["run", "--resume", "last"], 0, ["1,000"], {})
    message = next(line for line in failed.output.splitlines() if line.startswith("failed"))
    return f"{failed.seconds:.0f} s, {failed.peak} MiB: {message}"


def quarantined(stage):
    """The policy 'quarantine': every line is counted and kept, the good ones are loaded."""
    good, bad = 1000, size(stage)
    shop = lay_out(stage, "quarantine", good, bad)
    done = shop.checked(["run"], 0, [f"{bad:,}", f"{good:,}"], {})
    expect(done.peak < MEMORY["quarantine"], f"{done.peak} MiB of memory")
    kept = [path for path in (shop.folder / "lake/quarantine").rglob("*") if path.is_file()]
    lines = sum(count_lines(path) for path in kept)
    expect(lines == bad + len(kept), f"{lines} lines in quarantine")
    loaded = shop.ask("SELECT count(*) FROM main.sales")
    expect(loaded == [str(good)], f"{loaded} rows are loaded")
    return f"{done.seconds:.0f} s, {done.peak} MiB, {bad:,} lines set aside"


def count_lines(path):
    with open(path, "rb") as file:
        return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))
