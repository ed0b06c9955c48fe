import Algebra
import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let partialHistory = Rule(
        "EST6005",
        "partial-scd2",
        .error,
        scope: .project,
        since: "0.2.0",
        summary: "A history closes rows that are absent, and its dataset need not have all rows.",
        explanation: """
            With `deletes: close` a key that does not come is taken for deleted. Where a step leaves rows out, they are \
            absent and not deleted: load the dataset before that step, or keep absent rows. A source that reads the files \
            of one day is a warning: where each day's files hold all rows, accept it with a reason.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              paid:
                from: raw.orders
                steps:
                  - filter: status = 'paid'
            sinks:
              paid: {from: paid, table: paid, mode: scd2, key: order_id, deletes: ⟦close⟧}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              known:
                from: raw.orders
                steps:
                  - filter: order_id is not null
            sinks:
              known: {from: known, table: known, mode: scd2, key: order_id, deletes: close}
            """
    )
}

extension Check {
    static let partialHistory = Check(.partialHistory) { project, found in
        guard let declared = project.project else { return }
        for pipeline in project.pipelines {
            let tree = project.tree(of: pipeline.pipeline)
            for (sink, dataset) in pipeline.sinks where sink.mode == .scd2 && sink.absentRows == .close {
                guard let row = pipeline.row(of: dataset) else { continue }
                let key = Set(loadKey(of: sink, dataset: dataset, row: row, in: declared))
                let origin = pipeline.rowOrigin(of: dataset, key: key)
                let place = tree?["sinks"]?[sink.name.string]?["deletes"]?.span ?? sink.span
                if let loss = origin.losses.first {
                    found.report(
                        .partialHistory(of: dataset, at: place, loss.map { .init("rows are left out here", at: $0) }))
                } else if let source = origin.source(ofOneDayIn: pipeline, tree) {
                    found.report(
                        Diagnostic(
                            .partialHistory,
                            "'\(dataset)' is read from files of one day: what they lack need not be deleted",
                            at: place,
                            notes: [.init("the files are named here", at: source.path.span)],
                            help: "write 'deletes: keep', or accept this where each day's files hold all rows",
                            severity: .warning
                        )
                    )
                }
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func partialHistory(of dataset: DatasetName, at place: Span, _ note: Note?) -> Diagnostic {
        Diagnostic(
            .partialHistory,
            "a step leaves rows of '\(dataset)' out: that they are absent does not mean that they are deleted",
            at: place,
            notes: note.map { [$0] } ?? [],  // a step of what stands for several declarations has no place of its own
            help: "write 'deletes: keep', or load the dataset before that step"
        )
    }
}

/// Where the rows of a dataset come from, and where on the way some are left out.
private struct RowOrigin {
    var sources: Set<DatasetName> = []
    /// Places of the steps, in the order of reading back; nil where it is not known.
    var losses: [Span?] = []

    func source(ofOneDayIn pipeline: CompiledPipeline, _ tree: Node?) -> SourceDeclaration? {
        let days = Set(pipeline.pipeline.params.filter { $0.type == .date }.map(\.name))
        return pipeline.sources.first { source in
            guard sources.contains(source.dataset) else { return false }
            let read = tree?["sources"]?[source.declaration.name.string]?.parametersRead
            return read?.isDisjoint(with: days) == false
        }?.declaration
    }
}

extension CompiledPipeline {
    /// - Parameter key: whose absence leaves out what could not be loaded anyway.
    fileprivate func rowOrigin(of dataset: DatasetName, key: Set<String>) -> RowOrigin {
        var origin = RowOrigin()
        var seen: Set<DatasetName> = []
        var waiting: [Relation] = [.dataset(dataset, RowType([]))]
        while let next = waiting.popLast() {
            if next.leavesRowsOut(butWithout: key) { origin.losses.append(stepSpan(of: next)) }
            if case .dataset(let name, _) = next {
                guard seen.insert(name).inserted else { continue }
                if let transform = transforms.first(where: { $0.dataset == name }) {
                    waiting.append(transform.relation)
                } else {
                    origin.sources.insert(name)
                }
            }
            waiting += next.rowInputs
        }
        return origin
    }

    private func stepSpan(of relation: Relation) -> Span? {
        transforms.lazy.flatMap(\.steps).first { $0.output == relation }?.span
    }
}

extension Relation {
    /// The inputs whose rows it passes on: the other side of a join only adds columns, or decides.
    fileprivate var rowInputs: [Relation] {
        guard case .join(let join) = self else { return inputs }
        return switch join.kind {
        case .inner, .left, .semi, .anti: [join.left]
        case .right: [join.right]
        case .full: [join.left, join.right]
        }
    }

    fileprivate func leavesRowsOut(butWithout key: Set<String>) -> Bool {
        switch self {
        case .filter(let condition, _): !condition.conjuncts.allSatisfy { $0.requires(oneOf: key) }
        case .limit: true
        case .join(let join): join.kind == .semi || join.kind == .anti
        case .query(let query): sqlTokens(of: query.text).contains { $0.kind == .word && leavingOut.contains($0.text) }
        case .dataset, .project, .distinct, .first, .aggregate, .window, .union, .sort: false
        }
    }
}

private let leavingOut: Set = ["where", "having", "limit", "qualify", "sample", "tablesample", "except", "intersect"]

extension TypedExpression {
    /// Whether it only asks that one of these columns be there.
    fileprivate func requires(oneOf columns: Set<String>) -> Bool {
        guard case .isNull(let value, isNegated: true) = node, case .column(_, let name) = value.node else {
            return false
        }
        return columns.contains(name)
    }
}
