import Algebra
import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let personalUnmasked = Rule(
        "EST8009",
        "pii-unmasked",
        .warning,
        scope: .types,
        since: "0.2.0",
        summary: "A column that a schema calls personal is loaded as it is.",
        explanation: """
            Everybody who may ask the table can tell who a row is about. Leave the column out, or load what only compares: \
            `set: {email: sha256(email)}`. Where the readers may know it, say so in a comment that turns the rule off.
            """,
        bad: """
            sources:
              people: {csv: include/people.csv, schema: people}
            transforms:
              people:
                from: raw.people
                steps:
                  - set: {contact: lower(trim(email))}
                  - drop: email
            sinks:
              ⟦people⟧: {from: people, table: people}
            # file: schemas/people.yaml
            schema: people
            columns:
              person_id: {type: uuid, nullable: false}
              email: {type: string, personal: true}
            primary_key: person_id
            """,
        good: """
            sources:
              people: {csv: include/people.csv, schema: people}
            transforms:
              people:
                from: raw.people
                steps:
                  - set: {contact: sha256(lower(trim(email)))}
                  - drop: email
            sinks:
              people: {from: people, table: people}
            # file: schemas/people.yaml
            schema: people
            columns:
              person_id: {type: uuid, nullable: false}
              email: {type: string, personal: true}
            primary_key: person_id
            """
    )
}

extension Check {
    static let personalUnmasked = Check(.personalUnmasked) { project, found in
        guard let schemas = project.project?.schemas, schemas.values.contains(where: \.isPersonal) else { return }
        for pipeline in project.pipelines {
            var personal: [DatasetName: Set<String>] = [:]
            for source in pipeline.sources {
                guard let schema = source.declaration.schema.flatMap({ schemas[$0.string] }) else { continue }
                personal[source.dataset] = Set(schema.columns.filter(\.isPersonal).map(\.column.name))
            }
            for transform in pipeline.transforms {
                personal[transform.dataset] = transform.relation.personalColumns(in: personal)
            }
            for (sink, dataset) in pipeline.sinks {
                let names = pipeline.columns(of: dataset).map(\.name).filter { personal[dataset]?.contains($0) == true }
                guard !names.isEmpty else { continue }
                found.report(
                    Diagnostic(
                        .personalUnmasked,
                        "'\(sink.table)' gets personal columns as they are: \(names.joined(separator: ", "))",
                        at: sink.name.span,
                        help: "drop them, or load 'sha256(\(names[0]))' in their place"
                    )
                )
            }
        }
    }
}

extension TableSchema {
    fileprivate var isPersonal: Bool { columns.contains(where: \.isPersonal) }
}

extension Relation {
    /// Columns of the result that tell who a row is about. A query in SQL is taken to hand on what it names alike.
    fileprivate func personalColumns(in datasets: [DatasetName: Set<String>]) -> Set<String> {
        let inputs = inputs.map { $0.personalColumns(in: datasets) }
        let read = inputs.reduce(into: []) { $0.formUnion($1) } as Set<String>
        switch self {
        case .dataset(let name, _): return datasets[name, default: []]
        case .project(let columns, _): return Set(columns.filter { $0.expression.tells(read) }.map(\.name))
        case .aggregate(let keys, let set, _): return Set((keys + set).filter { $0.expression.tells(read) }.map(\.name))
        case .window(let added, _, _, _): return read.union(added.filter { $0.function.tells(read) }.map(\.name))
        case .filter, .distinct, .first, .join, .union, .sort, .limit, .query:
            return read.intersection(row.names)
        }
    }
}

extension WindowColumn.WindowFunction {
    fileprivate func tells(_ personal: Set<String>) -> Bool {
        switch self {
        case .rowNumber, .rank, .denseRank: false
        case .lag(let column, _), .lead(let column, _): personal.contains(column)
        case .aggregate(let expression): expression.tells(personal)
        }
    }
}

extension TypedExpression {
    /// Whether the value of a personal column can be read from the result.
    fileprivate func tells(_ personal: Set<String>) -> Bool {
        switch node {
        case .column(_, let name): return personal.contains(name)
        case .call(let name, _) where masking.contains(name): return false
        case .isNull, .isBoolean, .inList, .between, .like: return false
        case .conditional(_, let branches, let otherwise):
            return (branches.map(\.result) + [otherwise].compactMap(\.self)).contains { $0.tells(personal) }
        default: return type != .boolean && children.contains { $0.tells(personal) }
        }
    }
}

/// Functions whose result does not give back what they were given.
private let masking: Set = [
    "md5", "md5_uuid", "sha256", "hash", "length", "count", "count_distinct", "approx_count_distinct", "year",
]
