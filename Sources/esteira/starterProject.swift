/// The files of `esteira init`: a source, a transform with a check, a table.
let starterProject: [(path: String, text: String)] = [
    (
        "esteira.yaml",
        """
        project: starter
        profiles:
          local:
            lake: lake
            connections:
              warehouse: {duckdb: {path: warehouse.duckdb}}

        """
    ),
    (
        "pipelines/sales.yaml",
        """
        pipeline: sales
        description: Sales by city
        owner: sales-data

        sources:
          sales:
            csv: data/sales.csv
            schema: sales
            bad_rows: {policy: quarantine, max: 25%}   # rows that do not fit are kept beside the dataset, with the reason

        transforms:
          sales_by_city:
            from: sales
            steps:
              - filter: amount > 0
              - aggregate:
                  by: city
                  set: {sales: count(), amount: sum(amount)}

        expectations:
          sales_by_city: sales_by_city

        sinks:
          sales_by_city: {from: sales_by_city, table: sales_by_city, key: city}

        """
    ),
    (
        "schemas/sales.yaml",
        """
        schema: sales
        description: A sale in one of our shops
        columns:
          sale_id: {type: int, nullable: false}
          city: string
          amount: {type: "decimal(12,2)", description: Price paid in BRL}
          sold_on: date
        primary_key: sale_id

        """
    ),
    (
        "expectations/sales_by_city.yaml",
        """
        suite: sales_by_city
        expectations:
          - not_null: city
          - between: {column: amount, min: 0.01}

        """
    ),
    (
        "data/sales.csv",
        """
        sale_id,city,amount,sold_on
        1,Recife,120.00,2026-01-02
        2,Recife,80.50,2026-01-02
        3,Manaus,42.00,2026-01-03
        4,Manaus,-1.00,2026-01-03
        five,Natal,10.00,2026-01-04

        """
    ),
    (".gitignore", "/lake/\n/.esteira/\n.env\n*.duckdb\n*.duckdb.wal\n"),
]
