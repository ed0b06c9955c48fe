"""A CSV file four times as large as the memory that the run may have."""
import resource
import shutil

from chaos.shop import Skipped, expect

GIB = 1 << 30
ROWS = 64_000_000
PROJECT = """project: big
profiles:
  main:
    engine: {duckdb: {memory: 400MB, threads: 2}}
    lake: lake
    connections:
      warehouse: {duckdb: {path: warehouse.duckdb}}
"""
PIPELINES = {
    "make": f"""pipeline: make
generators:
  big:
    seed: big
    output: {{csv: {{path: "in/${{table}}.csv"}}}}
    tables:
      sales:
        rows: {ROWS}
        columns:
          sale_id: uuid
          shop: {{integer: {{min: 1, max: 500}}}}
          price: {{decimal: {{min: 1, max: 900, scale: 2}}}}
          sold_at: {{timestamp: {{from: 2026-01-01, to: 2026-01-31}}}}
""",
    "big": """pipeline: big
sources:
  sales: {csv: in/sales.csv, schema: sales}
transforms:
  revenue:
    from: raw.sales
    steps:
      - aggregate: {by: shop, set: {sold: count(), revenue: sum(price)}}
sinks: {revenue: revenue}
""",
}
SCHEMA = """schema: sales
columns: {sale_id: uuid, shop: int, price: "decimal(10,2)", sold_at: timestamp}
"""


def four_gibibytes(stage):
    """The process may not have more than 1 GiB of its own: the system refuses it, and what it took is measured."""
    if shutil.disk_usage(stage.folder).free < 12 * GIB:
        raise Skipped("needs 12 GiB of disk")
    shop = stage.bare_shop()
    for name in ["pipelines", "schemas"]:
        (shop.folder / name).mkdir()
    (shop.folder / "esteira.yaml").write_text(PROJECT)
    (shop.folder / "schemas/sales.yaml").write_text(SCHEMA)
    for name, text in PIPELINES.items():
        (shop.folder / f"pipelines/{name}.yaml").write_text(text)
    try:
        shop.checked(["generate", "make"], 0, [], {})
        bytes_made = (shop.folder / "in/sales.csv").stat().st_size
        expect(bytes_made >= 4 * GIB, f"the file has {bytes_made:,} bytes only")
        shop.limit = (resource.RLIMIT_DATA, GIB)
        done = shop.checked(["run", "big"], 0, [f"{ROWS:,}"], {})
    finally:
        shutil.rmtree(shop.folder / "in", ignore_errors=True)
        shutil.rmtree(shop.folder / "lake", ignore_errors=True)
    expect(done.peak < 1024, f"{done.peak} MiB of memory")
    return f"{bytes_made / GIB:.1f} GiB in {done.seconds:.0f} s with {done.peak} MiB"
