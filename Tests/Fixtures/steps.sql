-- aggregate: {by: {day: day, big: quantity > 5}, set: {revenue: sum(price), orders: count()}}
-- day date, big boolean, revenue decimal(38,2), orders bigint!
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT "day" AS "day", ("quantity" > 5) AS "big", sum("price") AS "revenue", count(*) AS "orders" FROM "step_1" GROUP BY "day", ("quantity" > 5);

-- aggregate: {set: {revenue: sum(price), orders: count()}}
-- revenue decimal(38,2), orders bigint!
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT sum("price") AS "revenue", count(*) AS "orders" FROM "step_1";

-- cast: {quantity: bigint, price: string}
-- order_id uuid!, product_id string, quantity bigint, price string, day date
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT "order_id" AS "order_id", "product_id" AS "product_id", CAST("quantity" AS BIGINT) AS "quantity", CAST("price" AS VARCHAR) AS "price", "day" AS "day" FROM "step_1";

-- cast: {columns: {product_id: int}, on_error: 'null'}
-- order_id uuid!, product_id int, quantity int, price decimal(12,2), day date
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT "order_id" AS "order_id", TRY_CAST("product_id" AS INTEGER) AS "product_id", "quantity" AS "quantity", "price" AS "price", "day" AS "day" FROM "step_1";

-- dedupe: product_id
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT * FROM "step_1" QUALIFY row_number() OVER (PARTITION BY "product_id" ORDER BY "order_id" ASC NULLS LAST, "product_id" ASC NULLS LAST, "quantity" ASC NULLS LAST, "price" ASC NULLS LAST, "day" ASC NULLS LAST) = 1;

-- dedupe: {key: [product_id, day], order: -quantity, keep: last}
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT * FROM "step_1" QUALIFY row_number() OVER (PARTITION BY "product_id", "day" ORDER BY "quantity" ASC NULLS LAST) = 1;

-- distinct: true
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT DISTINCT * FROM "step_1";

-- distinct: false
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date
SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders";

-- drop: [price, day]
-- order_id uuid!, product_id string, quantity int
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT "order_id" AS "order_id", "product_id" AS "product_id", "quantity" AS "quantity" FROM "step_1";

-- filter: quantity > 0 and day <= params.day
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT * FROM "step_1" WHERE ("quantity" > 0 AND "day" <= DATE '1970-01-01');

-- join: {with: products, on: product_id}
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date, category string
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
),
"step_2" AS (
    SELECT "product_id", "category" FROM "raw"."products"
)
SELECT "orders"."order_id", "orders"."product_id", "orders"."quantity", "orders"."price", "orders"."day", "products"."category" FROM "step_1" AS "orders" INNER JOIN "step_2" AS "products" ON "orders"."product_id" = "products"."product_id";

-- join: {with: products, kind: left, on: product_id, columns: category}
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date, category string
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
),
"step_2" AS (
    SELECT "product_id", "category" FROM "raw"."products"
)
SELECT "orders"."order_id", "orders"."product_id", "orders"."quantity", "orders"."price", "orders"."day", "products"."category" FROM "step_1" AS "orders" LEFT JOIN "step_2" AS "products" ON "orders"."product_id" = "products"."product_id";

-- join: {with: products, kind: anti, on: product_id}
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
),
"step_2" AS (
    SELECT "product_id", "category" FROM "raw"."products"
)
SELECT "orders"."order_id", "orders"."product_id", "orders"."quantity", "orders"."price", "orders"."day" FROM "step_1" AS "orders" ANTI JOIN "step_2" AS "products" ON "orders"."product_id" = "products"."product_id";

-- join: {with: products, condition: orders.product_id = products.product_id, columns: [category]}
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date, category string
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
),
"step_2" AS (
    SELECT "product_id", "category" FROM "raw"."products"
)
SELECT "orders"."order_id", "orders"."product_id", "orders"."quantity", "orders"."price", "orders"."day", "products"."category" FROM "step_1" AS "orders" INNER JOIN "step_2" AS "products" ON ("orders"."product_id" = "products"."product_id");

-- limit: 10
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT * FROM "step_1" LIMIT 10;

-- limit: {rows: 10, offset: 5}
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT * FROM "step_1" LIMIT 10 OFFSET 5;

-- rename: {sku: product_id}
-- order_id uuid!, sku string, quantity int, price decimal(12,2), day date
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT "order_id" AS "order_id", "product_id" AS "sku", "quantity" AS "quantity", "price" AS "price", "day" AS "day" FROM "step_1";

-- select: [price, order_id]
-- price decimal(12,2), order_id uuid!
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT "price" AS "price", "order_id" AS "order_id" FROM "step_1";

-- set: {price: price * 2, year: year(day)}
-- order_id uuid!, product_id string, quantity int, price decimal(18,2), day date, year bigint
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT "order_id" AS "order_id", "product_id" AS "product_id", "quantity" AS "quantity", ("price" * 2) AS "price", "day" AS "day", year("day") AS "year" FROM "step_1";

-- sort: [-price, order_id]
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT * FROM "step_1" ORDER BY "price" DESC NULLS LAST, "order_id" ASC NULLS LAST;

-- sql: {query: select p.category from input join p using (product_id), inputs: {p: products}, columns: {category: string}}
-- category string
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
),
"step_2" AS (
    SELECT "product_id", "category" FROM "raw"."products"
)
SELECT CAST("category" AS VARCHAR) AS "category" FROM (WITH "input" AS (SELECT * FROM "step_1"), "p" AS (SELECT * FROM "step_2") SELECT * FROM (
select p.category from input join p using (product_id)
));

-- union: returns
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
),
"step_2" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."returns"
),
"step_3" AS (
    SELECT "order_id" AS "order_id", "product_id" AS "product_id", "quantity" AS "quantity", "price" AS "price", "day" AS "day" FROM "step_2"
)
SELECT "order_id", "product_id", "quantity", "price", "day" FROM "step_1" UNION ALL SELECT "order_id", "product_id", "quantity", "price", "day" FROM "step_3";

-- window: {partition: product_id, order: -day, set: {n: row_number(), total: sum(price), before: 'lag(price, 2)'}}
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date, n bigint!, total decimal(38,2), before decimal(12,2)
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT *, row_number() OVER (PARTITION BY "product_id" ORDER BY "day" DESC NULLS LAST) AS "n", sum("price") OVER (PARTITION BY "product_id" ORDER BY "day" DESC NULLS LAST) AS "total", lag("price", 2) OVER (PARTITION BY "product_id" ORDER BY "day" DESC NULLS LAST) AS "before" FROM "step_1";

-- window: {set: {orders: count()}}
-- order_id uuid!, product_id string, quantity int, price decimal(12,2), day date, orders bigint!
WITH "step_1" AS (
    SELECT "order_id", "product_id", "quantity", "price", "day" FROM "raw"."orders"
)
SELECT *, count(*) OVER () AS "orders" FROM "step_1";

