package import Algebra
package import Expressions

/// A relation as one query: a `WITH` chain with one named step per node, so that a person can read it beside the YAML.
package struct RelationLowering: Sendable {
    private let dialect: Dialect
    private let constants: [String: Value]
    private let table: @Sendable (DatasetName) -> SQL
    private var steps: [(name: Identifier, body: SQL)] = []

    /// `table` gives the item to read a dataset from, such as `read_parquet('…')`; `constants` the values of names
    /// that are known only when the statement is sent.
    package init(dialect: Dialect, constants: [String: Value] = [:], table: @escaping @Sendable (DatasetName) -> SQL) {
        self.dialect = dialect
        self.constants = constants
        self.table = table
    }

    package func query(_ relation: Relation) -> SQL {
        var lowering = self
        let last = lowering.lower(relation)
        guard let final = lowering.steps.popLast(), final.name == last else { return "SELECT * FROM \(last)" }
        guard !lowering.steps.isEmpty else { return final.body }
        let chain = lowering.steps.map { "\($0.name) AS (\n    \($0.body)\n)" as SQL }.joined(separator: ",\n")
        return "WITH \(chain)\n\(final.body)"
    }

    /// Adds the steps of a relation and returns the name of its last one.
    private mutating func lower(_ relation: Relation) -> Identifier {
        let body = body(of: relation)
        let name = Identifier("step_\(steps.count + 1)")
        steps.append((name, body))
        return name
    }

    private mutating func body(of relation: Relation) -> SQL {
        switch relation {
        case .dataset(let name, let row):
            return row.names.isEmpty
                ? "SELECT * FROM \(table(name))" : "SELECT \(identifiers(row.names)) FROM \(table(name))"
        case .project(let columns, let input):
            let from = lower(input)
            return "SELECT \(commaList(columns)) FROM \(from)"
        case .filter(let condition, let input):
            let from = lower(input)
            return "SELECT * FROM \(from) WHERE \(lowered(condition))"
        case .distinct(let input):
            let from = lower(input)
            return "SELECT DISTINCT * FROM \(from)"
        case .first(let keys, let order, let input):
            let from = lower(input)
            return """
                SELECT * FROM \(from) QUALIFY row_number() OVER (PARTITION BY \(identifiers(keys))\
                \(order.isEmpty ? "" : " ORDER BY \(commaList(order))")) = 1
                """
        case .join(let join):
            return body(of: join)
        case .aggregate(let keys, let set, let input):
            let from = lower(input)
            let grouping: SQL =
                keys.isEmpty ? "" : " GROUP BY \(keys.map { lowered($0.expression) }.joined(separator: ", "))"
            return "SELECT \(commaList(keys + set)) FROM \(from)\(grouping)"
        case .window(let columns, let partition, let order, let input):
            let from = lower(input)
            let over = windowClause(partition: partition, order: order)
            let added = columns.map { "\(lowered($0.function)) OVER (\(over)) AS \(Identifier($0.name))" as SQL }
            return "SELECT *, \(added.joined(separator: ", ")) FROM \(from)"
        case .union(let inputs):
            let names = inputs[0].row.names
            return inputs.map { lower($0) }.map { "SELECT \(identifiers(names)) FROM \($0)" as SQL }
                .joined(separator: " UNION ALL ")
        case .sort(let order, let input):
            let from = lower(input)
            return "SELECT * FROM \(from) ORDER BY \(commaList(order))"
        case .limit(let count, let offset, let input):
            let from = lower(input)
            return "SELECT * FROM \(from) LIMIT \(count)\(offset == 0 ? "" : " OFFSET \(offset)" as SQL)"
        case .query(let query):
            return body(of: query)
        }
    }

    private mutating func body(of join: Join) -> SQL {
        let (left, right) = (lower(join.left), lower(join.right))
        let (leftName, rightName) = (Identifier(join.leftName), Identifier(join.rightName))
        let condition: SQL =
            switch join.condition {
            case .columns(let names):
                names.map {
                    "\(Identifier(join.leftName, $0)) = \(Identifier(join.rightName, $0))" as SQL
                }.joined(separator: " AND ")
            case .expression(let expression): lowered(expression)
            }
        var columns = join.left.row.names.map { name -> SQL in
            if case .columns(let keys) = join.condition, keys.contains(name), join.kind == .right || join.kind == .full
            {
                return
                    "coalesce(\(Identifier(join.leftName, name)), \(Identifier(join.rightName, name))) AS \(Identifier(name))"
            }
            return "\(Identifier(join.leftName, name))"
        }
        if join.kind.keepsRightColumns {
            columns += join.taking.map { "\(Identifier(join.rightName, $0))" }
        }
        return """
            SELECT \(columns.joined(separator: ", ")) FROM \(left) AS \(leftName) \
            \(SQL(trusted: join.kind.rawValue.uppercased())) JOIN \(right) AS \(rightName) ON \(condition)
            """
    }

    /// The inputs become steps of their own names inside the query, which then stands as its writer wrote it.
    private mutating func body(of query: Query) -> SQL {
        let inputs = query.inputs.sorted { $0.key < $1.key }.map { name, input -> SQL in
            let step = lower(input)
            return "\(Identifier(name)) AS (SELECT * FROM \(step))"
        }
        // Types are the declared or bound ones, whatever the engine makes of an expression inside.
        let cast = query.row.columns.map { column -> SQL in
            "CAST(\(Identifier(column.name)) AS \(sqlType(column.type, dialect: dialect))) AS \(Identifier(column.name))"
        }
        let columns = cast.isEmpty ? "*" : cast.joined(separator: ", ")
        // In brackets of its own the query may begin with WITH, and what it names there hides an input of that name.
        let written: SQL = "(\n\(SQL(trusted: query.text))\n)"
        guard !inputs.isEmpty else { return "SELECT \(columns) FROM \(written)" }
        return "SELECT \(columns) FROM (WITH \(inputs.joined(separator: ", ")) SELECT * FROM \(written))"
    }

    private func commaList(_ columns: [Projection]) -> SQL {
        columns.map { "\(lowered($0.expression)) AS \(Identifier($0.name))" as SQL }.joined(separator: ", ")
    }

    private func commaList(_ order: [SortKey]) -> SQL {
        order.map { "\(Identifier($0.column)) \($0.isDescending ? "DESC" : "ASC") NULLS LAST" as SQL }
            .joined(separator: ", ")
    }

    private func identifiers(_ names: [String]) -> SQL { "\(names.map { Identifier($0) })" }

    private func windowClause(partition: [String], order: [SortKey]) -> SQL {
        var parts: [SQL] = []
        if !partition.isEmpty { parts.append("PARTITION BY \(identifiers(partition))") }
        if !order.isEmpty { parts.append("ORDER BY \(commaList(order))") }
        return parts.joined(separator: " ")
    }

    private func lowered(_ function: WindowColumn.WindowFunction) -> SQL {
        switch function {
        case .rowNumber: "row_number()"
        case .rank: "rank()"
        case .denseRank: "dense_rank()"
        case .lag(let column, let distance): "lag(\(Identifier(column)), \(distance))"
        case .lead(let column, let distance): "lead(\(Identifier(column)), \(distance))"
        case .aggregate(let expression): lowered(expression)
        }
    }

    private func lowered(_ expression: TypedExpression) -> SQL {
        SQL(expression, dialect: dialect, constants: constants)
    }
}
