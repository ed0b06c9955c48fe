import Algebra
import Configuration
import Expressions
package import Kinds
import Quality
import Reporting

/// One of the two states that are compared: a compiled pipeline, and the project that it is of.
package struct ComparedPipeline {
    package var compiled: CompiledPipeline
    package var project: Project
    let datasets: [ComparedDataset]
    private let places: [DatasetName: Int]

    package init(_ compiled: CompiledPipeline, of project: Project) {
        self.compiled = compiled
        self.project = project
        let sources = compiled.sources.map { ComparedDataset(source: $0.declaration, $0.dataset, $0.row) }
        let transforms = compiled.transforms.map {
            ComparedDataset(transform: $0.declaration, $0.dataset, $0.relation, $0.steps)
        }
        datasets = sources + transforms
        places = Dictionary(datasets.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(dataset: DatasetName) -> ComparedDataset? { places[dataset].map { datasets[$0] } }

    func has(_ column: ColumnName) -> Bool { self[column.dataset]?.row[column.column] != nil }

    /// What describes a dataset's columns: the schema of its own, or of the sink that loads it.
    func schema(_ sink: SinkDeclaration, _ dataset: DatasetName) -> TableSchema? {
        project.schemas[sink.schema?.string ?? dataset.name]
    }
}

/// A source or transform as it is compared.
struct ComparedDataset {
    enum Maker {
        case source(SourceDeclaration)
        case transform(TransformDeclaration)
    }

    var name: DatasetName
    var maker: Maker
    var row: RowType
    var trace: Trace
    /// The steps as written, to quote from; none for a source.
    var written: [CompiledStep]

    init(source: SourceDeclaration, _ name: DatasetName, _ row: RowType) {
        self.name = name
        maker = .source(source)
        self.row = row
        // A source's columns come from its files.
        trace = Trace(
            columns: row.columns.map { ($0, ColumnTrace(formula: $0.name, reads: [])) }, steps: [], datasets: [])
        written = []
    }

    init(transform: TransformDeclaration, _ name: DatasetName, _ relation: Relation, _ steps: [CompiledStep]) {
        self.name = name
        maker = .transform(transform)
        row = relation.row
        trace = relation.trace
        written = steps
    }

    var span: Span {
        switch maker {
        case .source(let source): source.span
        case .transform(let transform): transform.span
        }
    }

    var write: ParquetSettings {
        switch maker {
        case .source(let source): source.write
        case .transform(let transform): transform.write
        }
    }

    var policy: TaskPolicy {
        switch maker {
        case .source(let source): source.policy
        case .transform(let transform): transform.policy
        }
    }

    /// An expression as a person wrote it, on one line, and where; nil for what nobody wrote.
    func written(_ expression: TypedExpression) -> (text: String, span: Span)? {
        for step in written {
            for written in step.expressions where written.typed.hasPart(expression) {
                let bytes = Array(written.text.string.utf8)
                let range = expression.range.clamped(to: 0..<bytes.count)
                guard !range.isEmpty else { continue }
                let text = String(decoding: bytes[range], as: UTF8.self)
                return (text.onOneLine, written.text.span(of: range))
            }
        }
        return nil
    }

    /// How a column is computed, as written in the last step that sets it.
    func writtenFormula(of column: String) -> (text: String, span: Span)? {
        for step in written.reversed() {
            guard let expression = step.output.projection(column) else { continue }
            if case .column = expression.node { continue }
            if let found = written(expression) { return found }
        }
        return nil
    }

    /// Where the step stands that made a relation with a row step of this formula.
    func span(of step: RowStep) -> Span? {
        written.first { $0.output.trace.steps.contains(step) }?.span
    }
}

extension TypedExpression {
    fileprivate func hasPart(_ other: TypedExpression) -> Bool {
        self == other || children.contains { $0.hasPart(other) }
    }
}

extension Relation {
    fileprivate func projection(_ name: String) -> TypedExpression? {
        switch self {
        case .project(let columns, _): columns.first { $0.name == name }?.expression
        case .aggregate(let keys, let set, _): (keys + set).first { $0.name == name }?.expression
        default: nil
        }
    }
}

extension String {
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
