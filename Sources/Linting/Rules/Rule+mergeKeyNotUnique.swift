import Algebra
import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let mergeKeyNotUnique = Rule(
        "EST6002",
        "merge-key-not-unique",
        .warning,
        scope: .types,
        since: "0.2.0",
        summary: "A merge, or a history of rows, finds rows by a part of what tells them apart.",
        explanation: """
            The dataset has one row for each combination of more columns than the sink's key names. Where several rows have \
            one key, the load is refused. Name the whole key, or keep one row of each key with `dedupe`.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold:
                from: raw.orders
                steps:
                  - aggregate: {by: [product_id, status], set: {pieces: sum(quantity)}}
            sinks:
              sold: {from: sold, table: sold, mode: merge, key: ⟦product_id⟧}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold:
                from: raw.orders
                steps:
                  - aggregate: {by: [product_id, status], set: {pieces: sum(quantity)}}
            sinks:
              sold: {from: sold, table: sold, mode: merge, key: [product_id, status]}
            """
    )
}

extension Check {
    static let mergeKeyNotUnique = Check(.mergeKeyNotUnique) { project, found in
        for pipeline in project.pipelines {
            for (sink, dataset) in pipeline.sinks where sink.mode.needsKey && !sink.key.isEmpty {
                guard let relation = pipeline.transforms.first(where: { $0.dataset == dataset })?.relation else {
                    continue
                }
                let key = Set(sink.key.map(\.string))
                guard let rows = relation.rowKey, rows.isStrictSuperset(of: key), let first = sink.key.first,
                    let last = sink.key.last
                else { continue }
                let known = project.columnsKnown(by: key)
                let missing = relation.row.names.filter { rows.subtracting(key).subtracting(known).contains($0) }
                guard !missing.isEmpty else { continue }
                found.report(
                    Diagnostic(
                        .mergeKeyNotUnique,
                        "'\(dataset)' has a row for each '\(missing.joined(separator: "', '"))' of a key",
                        at: Span(file: first.span.file, start: first.span.start, end: last.span.end),
                        help: "add '\(missing.joined(separator: "', '"))' to the key, or keep one row with 'dedupe'"
                    )
                )
            }
        }
    }
}

extension LintedProject {
    /// Columns that have one value for each key, by the primary keys of the schemas: the name of a product.
    fileprivate func columnsKnown(by key: Set<String>) -> Set<String> {
        guard let project else { return [] }
        return project.schemas.values.reduce(into: []) { known, schema in
            let primary = schema.primaryKey.map(\.string)
            guard !primary.isEmpty, key.isSuperset(of: primary) else { return }
            known.formUnion(schema.columns.map(\.column.name))
        }
    }
}

extension Relation {
    /// The columns that tell the rows apart by how they are made, and no fewer; nil where that is not certain.
    fileprivate var rowKey: Set<String>? {
        switch self {
        case .aggregate(let keys, _, _): keys.isEmpty ? nil : Set(keys.map(\.name))
        case .first(let key, _, _): Set(key)
        case .sort(_, let input): input.rowKey
        case .window(_, _, _, let input): input.rowKey
        case .project(let columns, let input): input.rowKey.flatMap(columns.names(of:))
        // A condition or a join may leave one row of what were several.
        case .dataset, .filter, .distinct, .join, .limit, .query, .union: nil
        }
    }
}
