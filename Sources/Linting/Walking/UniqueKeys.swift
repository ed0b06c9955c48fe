import Algebra
import Configuration
import Expressions
import Kinds
import Planning
import Quality

/// Sets of columns of which no two rows of a dataset have the same values, as far as somebody has said so: a schema's
/// primary key, an expectation that blocks, a sink's key, or the steps themselves.
struct UniqueKeys {
    private var keys: [DatasetName: [Set<String>]] = [:]
    private let pipeline: CompiledPipeline
    private let schemas: [String: TableSchema]

    init(of pipeline: CompiledPipeline, in project: Project?) {
        self.pipeline = pipeline
        guard let project else {
            schemas = [:]
            return
        }
        schemas = project.schemas
        for (binding, dataset) in pipeline.checks where binding.action == .block {
            guard let suite = project.suites[binding.suite.string] else { continue }
            for expectation in suite.expectations {
                guard let columns = expectation.uniqueColumns else { continue }
                keys[dataset, default: []].append(Set(columns.map(\.value)))
            }
        }
        for (sink, dataset) in pipeline.sinks where !sink.key.isEmpty {
            keys[dataset, default: []].append(Set(sink.key.map(\.string)))
        }
        for (source, dataset, _) in pipeline.sources {
            guard let key = source.schema.flatMap({ schemas[$0.string] })?.primaryKey, !key.isEmpty else { continue }
            keys[dataset, default: []].append(Set(key.map(\.string)))
        }
        // Each comes after what it reads.
        for transform in pipeline.transforms { keys[transform.dataset, default: []] += keys(of: transform.relation) }
    }

    func keys(of relation: Relation) -> [Set<String>] {
        switch relation {
        case .dataset(let name, _): return keys[name, default: []]
        case .filter(_, let input), .sort(_, let input), .limit(_, _, let input): return keys(of: input)
        case .distinct(let input): return keys(of: input) + [Set(input.row.names)]
        case .first(let key, _, let input): return [Set(key)] + keys(of: input)
        case .aggregate(let by, _, _): return [Set(by.map(\.name))]
        case .project(let columns, let input): return keys(of: input).compactMap(columns.names(of:))
        case .window(let added, let partition, _, let input):
            let numbers = added.filter { $0.function == .rowNumber }.map { Set(partition + [$0.name]) }
            return keys(of: input) + numbers
        case .join(let join): return keys(of: join)
        case .union(let inputs): return inputs.count == 1 ? keys(of: inputs[0]) : []
        case .query: return []
        }
    }

    private func keys(of join: Join) -> [Set<String>] {
        switch join.kind {
        case .semi, .anti: keys(of: join.left)
        case .inner, .left: isUnique(join.right, by: join.rightColumns) ? keys(of: join.left) : []
        case .right, .full: []
        }
    }

    func isUnique(_ relation: Relation, by columns: Set<String>) -> Bool {
        keys(of: relation).contains { $0.isSubset(of: columns) }
    }

    /// The schema of the source that a relation's rows are those of, where it has no primary key.
    func undeclaredSchema(of relation: Relation) -> TableSchema? {
        switch relation {
        case .dataset(let name, _):
            if let source = pipeline.sources.first(where: { $0.dataset == name })?.declaration {
                return source.schema.flatMap { schemas[$0.string] }.flatMap { $0.primaryKey.isEmpty ? $0 : nil }
            }
            return pipeline.transforms.first { $0.dataset == name }.flatMap { undeclaredSchema(of: $0.relation) }
        case .filter(_, let input), .sort(_, let input), .project(_, let input), .distinct(let input):
            return undeclaredSchema(of: input)
        default: return nil
        }
    }
}

extension [Projection] {
    /// The key's names behind a projection; nil where one of them is not passed on.
    func names(of key: Set<String>) -> Set<String>? {
        let names = key.compactMap { name in first { $0.source == name }?.name }
        return names.count == key.count ? Set(names) : nil
    }
}

extension Projection {
    /// The column of the input that it hands on unchanged.
    var source: String? {
        if case .column(_, let name) = expression.node { name } else { nil }
    }

    /// Whether it hands on a column under its own name.
    func passes(_ column: String) -> Bool { name == column && source == column }
}

extension Join {
    /// Columns of the right side that the condition compares for equality, as parts of an `and`.
    var rightColumns: Set<String> {
        switch condition {
        case .columns(let names): Set(names)
        case .expression(let expression): Set(expression.equalities(of: rightName, with: leftName))
        }
    }
}

extension TypedExpression {
    fileprivate func equalities(of right: String, with left: String) -> [String] {
        guard case .call(let name, let sides) = node, sides.count == 2 else { return [] }
        if name == "and" { return sides.flatMap { $0.equalities(of: right, with: left) } }
        guard name == "=" else { return [] }
        return [(sides[0], sides[1]), (sides[1], sides[0])].compactMap { one, other in
            guard case .column(right, let name) = one.node, other.columns.allSatisfy({ $0.qualifier == left }) else {
                return nil
            }
            return name
        }
    }
}
