import Algebra
import Configuration
import Expressions
import Kinds
import Reporting

/// Turns the transforms of a pipeline into relations, each after what it reads.
struct TransformCompiler {
    typealias Compiled = (
        declaration: TransformDeclaration, dataset: DatasetName, relation: Relation, steps: [CompiledStep]
    )

    private let pipeline: Pipeline
    private let names: DatasetNames
    private let probe: PlanProbe
    private var datasets: Datasets
    private var compiled: [Compiled] = []
    /// The transforms being compiled, outermost first: a name that turns up again closes a circle.
    private var path: [DatasetName] = []
    /// Transforms without a relation; what reads them is not reported again.
    private(set) var broken: Set<DatasetName> = []

    init(pipeline: Pipeline, names: DatasetNames, datasets: Datasets, probe: PlanProbe) {
        self.pipeline = pipeline
        self.names = names
        self.datasets = datasets
        self.probe = probe
    }

    mutating func compileAll(_ found: inout Diagnostics) -> [Compiled] {
        for transform in pipeline.transforms { compile(transform, &found) }
        return compiled
    }

    private mutating func compile(_ transform: TransformDeclaration, _ found: inout Diagnostics) {
        let name = DatasetName(zone: transform.zone, name: transform.name.string)
        guard !broken.contains(name),
            !compiled.contains(where: { $0.dataset == name && $0.declaration.span == transform.span })
        else { return }
        if let source = datasets[name], !source.isTransform {
            datasets.add(.init(name: name, row: RowType([]), span: transform.span, isTransform: true), found: &found)
            broken.insert(name)
            return
        }
        path.append(name)
        defer { path.removeLast() }
        for reference in [transform.from] + transform.steps.flatMap(\.step.datasets) {
            require(reference, by: name, &found)
        }
        guard let (relation, steps) = relation(of: transform, named: name, &found) else {
            broken.insert(name)
            return
        }
        compiled.append((transform, name, relation, steps))
        datasets.add(.init(name: name, row: relation.row, span: transform.span, isTransform: true), found: &found)
    }

    /// Compiles what a transform reads before the transform itself.
    private mutating func require(_ reference: Text, by reader: DatasetName, _ found: inout Diagnostics) {
        var ignored = Diagnostics()  // the step that resolves the name reports it
        guard let name = names.dataset(reference, from: reader, found: &ignored) else { return }
        if let start = path.firstIndex(of: name) {
            let way = (path[start...] + [name]).map(\.description).joined(separator: " → ")
            found.report(
                Diagnostic(
                    .cycle, "datasets depend on each other: \(way)", at: reference.span,
                    help: "break the circle at one of them"))
            broken.insert(name)
            return
        }
        let next = pipeline.transforms.first { $0.zone == name.zone && $0.name.string == name.name }
        if let next { compile(next, &found) }
    }

    private func relation(
        of transform: TransformDeclaration, named name: DatasetName, _ found: inout Diagnostics
    ) -> (Relation, [CompiledStep])? {
        guard !broken.contains(name), transform.isWhole else { return nil }
        let (names, datasets, broken, bind) = (names, datasets, broken, probe.bind)
        let resolve = { (text: Text, found: inout Diagnostics) -> Relation? in
            guard let dataset = names.dataset(text, from: name, found: &found), !broken.contains(dataset),
                let entry = datasets[dataset], !entry.row.columns.isEmpty
            else { return nil }
            return .dataset(dataset, entry.row)
        }
        let inputName = transform.from.string.lastPart(after: ".")
        var context = StepContext(
            inputName: inputName, span: transform.span, constants: pipeline.constants, resolve: resolve, bind: bind)
        context.datasets = names.known
        defer { found.report(contentsOf: context.found) }
        guard var relation = context.dataset(transform.from) else { return nil }
        var steps: [CompiledStep] = []
        for (step, span) in transform.steps {
            context.span = span
            let before = context.expressions.count
            // Later steps would report columns that this one was to bring.
            guard let next = step.relation(over: relation, in: &context) else { return nil }
            steps.append(
                CompiledStep(
                    step: step, span: span, input: relation, output: next,
                    expressions: Array(context.expressions[before...])))
            relation = next
        }
        return (relation, steps)
    }
}
