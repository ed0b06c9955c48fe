import Algebra
import Configuration
package import DuckDBEngine
import Engines
import Expressions
import Foundation
import Kinds
package import LakeStorage
package import Planning
import Reporting

/// How DuckDB would do the transforms that run: its operators with the rows that it expects. Asked with `EXPLAIN`, which
/// executes nothing; transforms whose inputs are not there yet are left out.
package func enginePlans(of plan: Plan, lake: FolderLake, engine: DuckDB) throws -> [PlanDocument.EnginePlan] {
    let session = try engine.session()
    return try plan.tasks.compactMap { task -> PlanDocument.EnginePlan? in
        guard case .transform(let work) = task.work, plan.reasons[task.id]?.runs == true,
            let declared = plan.pipeline.transforms.first(where: { $0.span == task.span }),
            let query = try explainable(work, in: lake, at: plan.inputs.now ?? 0)  // a plan that is printed has its moment
        else { return nil }
        let rows = try session.rows("EXPLAIN (FORMAT JSON) \(query)")
        guard let json = rows.first?.last?.text else { return nil }
        var told = try operators(ofExplained: json, lake: lake, steps: declared.steps.map(StepPlace.init))
        told.nameInput(work.inputs.values.sorted())
        return PlanDocument.EnginePlan(task: task.id, operators: told)
    }
}

/// Nil where a dataset it reads is not in the lake.
/// - Parameter now: microseconds since 1970-01-01 UTC.
private func explainable(_ work: TransformWork, in lake: FolderLake, at now: Int64) throws -> SQL? {
    var files: [DatasetName: SQL] = [:]
    for (dataset, path) in work.inputs {
        guard let file = try lake.published(path) else { return nil }
        files[dataset] = readParquet([file.location])
    }
    let lowering = RelationLowering(dialect: .duckdb, constants: ["run.started_at": .timestamp(now)]) { [files] name in
        files[name] ?? "\(Identifier(name.zone, name.name))"
    }
    return lowering.query(work.relation)
}

/// A step of a transform and where it is written.
struct StepPlace {
    var kind: String
    var source: PlanDocument.Source

    init(kind: String, source: PlanDocument.Source) {
        self.kind = kind
        self.source = source
    }

    fileprivate init(_ step: (step: any StepKind, span: Reporting.Span)) {
        self.init(kind: type(of: step.step).spec.name, source: .init(step.span))
    }
}

/// Reads what `EXPLAIN (FORMAT JSON)` gives: operators within operators.
func operators(ofExplained json: String, lake: FolderLake, steps: [StepPlace]) throws -> [PlanDocument.Operator] {
    let roots = try JSONDecoder().decode([ExplainedOperator].self, from: Data(json.utf8))
    var found: [PlanDocument.Operator] = []
    for root in roots { root.append(to: &found, depth: 0, lake: lake.root + "/") }
    return found.placed(at: steps)
}

private struct ExplainedOperator: Decodable {
    var name: String
    var children: [ExplainedOperator]?
    var extraInfo: [String: Detail]?

    enum CodingKeys: String, CodingKey {
        case name, children
        case extraInfo = "extra_info"
    }

    /// One text or several.
    enum Detail: Decodable {
        case texts([String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            do {
                self = .texts(try container.decode([String].self))
            } catch DecodingError.typeMismatch {
                self = .texts([try container.decode(String.self)])
            }
        }

        var texts: [String] {
            switch self {
            case .texts(let texts): texts.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            }
        }

        var words: String { texts.joined(separator: ", ") }
    }

    /// Operators that only pass columns on are left out.
    private var isTold: Bool { !["PROJECTION", "EXPLAIN"].contains(name.trimmed) }

    func append(to found: inout [PlanDocument.Operator], depth: Int, lake: String) {
        if isTold {
            let rows = extraInfo?["Estimated Cardinality"].flatMap { Int($0.words) }
            found.append(
                PlanDocument.Operator(
                    depth: depth, name: name.trimmed, detail: detail(lake),
                    rows: rows.map { .estimate($0, by: "the engine's estimate") } ?? .unknown(after: nil)))
        }
        guard let children else { return }  // a leaf
        for child in children { child.append(to: &found, depth: depth + (isTold ? 1 : 0), lake: lake) }
    }

    /// What decides about the rows; columns that are passed on are told elsewhere.
    private func detail(_ lake: String) -> String {
        let told = ["Join Type", "Conditions", "Expression", "Filters", "Groups", "Order By"]
        let words = told.compactMap { key in extraInfo?[key] }.flatMap(\.texts)
        // `#0` is a column by its place below, which nobody sees.
        return words.filter { !$0.isEmpty && !$0.hasPrefix("#") }.joined(separator: ", ")
            .replacing(lake, with: "").replacing("\"", with: "")
    }
}

extension String {
    fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}

extension [PlanDocument.Operator] {
    /// Says what is read where there is one thing to read.
    fileprivate mutating func nameInput(_ inputs: [String]) {
        let scans = indices.filter { self[$0].name == "READ_PARQUET" }
        guard scans.count == 1, inputs.count == 1 else { return }
        let filters = self[scans[0]].detail
        self[scans[0]].detail = filters.isEmpty ? inputs[0] : "\(inputs[0]), \(filters)"
    }

    /// With the steps that they come of, where one operator and one step of a kind leave no doubt: engines order joins
    /// anew.
    fileprivate func placed(at steps: [StepPlace]) -> [PlanDocument.Operator] {
        var operators = self
        for (kinds, names) in kindsOfSteps {
            let written = steps.filter { kinds.contains($0.kind) }
            let places = indices.filter { index in names.contains { self[index].name.hasSuffix($0) } }
            if written.count == 1, places.count == 1 { operators[places[0]].source = written[0].source }
        }
        return operators
    }
}

private let kindsOfSteps: [(Set<String>, [String])] = [
    (["filter"], ["FILTER"]), (["join"], ["JOIN", "CROSS_PRODUCT"]),
    (["aggregate", "distinct", "dedupe"], ["GROUP_BY", "AGGREGATE"]),
    (["window"], ["WINDOW"]), (["union"], ["UNION"]), (["sort"], ["ORDER_BY", "TOP_N"]), (["limit"], ["LIMIT"]),
]
