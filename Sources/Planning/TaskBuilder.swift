import Algebra
import Configuration
import Engines
import Expressions
import Kinds
import Quality
import Synthesis

/// Makes tasks of a compiled pipeline, dependencies first.
struct TaskBuilder {
    let compiled: CompiledPipeline
    let project: Project
    let probe: PlanProbe

    func tasks() -> [PlannedTask] {
        let generated = generateTasks()
        return generated + ingestTasks(generated) + interleaved()
    }

    // MARK: Generate and ingest

    private func generateTasks() -> [PlannedTask] {
        compiled.pipeline.generators.flatMap { generator in
            generator.database.tables.map { table in
                let path = generator.path(of: table.name)
                return PlannedTask(
                    id: "generate.\(table.name)", group: .generate, title: path, dependsOn: [],
                    work: .generate(
                        GenerateWork(program: generator.program, table: table.name, csv: generator.dialect, path: path)),
                    policy: generator.policy, span: generator.span, definition: "\(generator.database) \(generator.dialect) \(table.name) \(path)",
                    rowsIn: .exact(0), rowsOut: .exact(generator.program.rowCount(of: table.name) ?? 0))
            }
        }
    }

    private func ingestTasks(_ generated: [PlannedTask]) -> [PlannedTask] {
        compiled.sources.map { source, dataset, row in
            let makers = generated.filter { $0.title == source.path.string }
            let output = output(of: dataset, source.write)
            let rows = makers.first?.rowsOut ?? .unknown
            return PlannedTask(
                id: ingestID(dataset), group: .ingest, title: "\(dataset)", dependsOn: makers.map(\.id),
                work: .ingest(
                    IngestWork(
                        dataset: dataset, format: source.format, path: source.path.string, row: row,
                        badRows: source.badRows, skipsWhenMissing: source.skipsWhenMissing, output: output)),
                policy: source.policy, span: source.span,
                definition: "\(source.format) \(source.path) \(row) \(source.badRows) \(output)", rowsIn: rows,
                rowsOut: source.badRows.action == .quarantine ? .unknown : rows)
        }
    }

    // MARK: Transform, check and load

    /// A dataset's check follows its maker, so that dependencies always precede.
    private func interleaved() -> [PlannedTask] {
        var tasks = compiled.sources.compactMap { checkTask($0.dataset, after: ingestID($0.dataset)) }
        for transform in compiled.transforms {
            tasks.append(transformTask(transform.declaration, transform.dataset, transform.relation))
            if let check = checkTask(transform.dataset, after: transformID(transform.dataset)) { tasks.append(check) }
        }
        return tasks + compiled.sinks.map { loadTask($0.declaration, $0.dataset) }
    }

    private func transformTask(
        _ declaration: TransformDeclaration, _ dataset: DatasetName, _ relation: Relation
    ) -> PlannedTask {
        let output = output(of: dataset, declaration.write)
        let reads = relation.datasets
        let canonical = RelationLowering(dialect: .duckdb, constants: ["run.started_at": .timestamp(0)]) {
            "\(Identifier($0.zone, $0.name))"
        }.query(relation)
        return PlannedTask(
            id: transformID(dataset), group: .transform, title: "\(dataset)", dependsOn: reads.map(publisher),
            work: .transform(
                TransformWork(
                    dataset: dataset, relation: relation,
                    inputs: Dictionary(reads.map { ($0, path(of: $0)) }, uniquingKeysWith: { $1 }), output: output)),
            policy: declaration.policy, span: declaration.span, definition: "\(canonical.text) \(output)",
            rowsIn: .unknown, rowsOut: .unknown)
    }

    private func checkTask(_ dataset: DatasetName, after maker: String) -> PlannedTask? {
        guard let binding = compiled.checks.first(where: { $0.dataset == dataset })?.binding,
            let suite = project.suites[binding.suite.string], let row = compiled.row(of: dataset)
        else { return nil }
        let work = CheckWork(
            dataset: dataset, suite: suite, plan: suite.plan(for: row), action: binding.action, path: path(of: dataset),
            report: reportPath(of: dataset))
        return PlannedTask(
            id: checkID(dataset), group: .check, title: "\(dataset)", dependsOn: [maker], work: .check(work),
            policy: TaskPolicy(), span: binding.dataset.span,
            definition: "\(suite.canonical) \(binding.action) \(row)", rowsIn: .unknown, rowsOut: .unknown)
    }

    private func loadTask(_ sink: SinkDeclaration, _ dataset: DatasetName) -> PlannedTask {
        let row = compiled.row(of: dataset) ?? RowType([])
        let schema = project.schemas[sink.schema?.string ?? dataset.name]
        let comments = (schema?.columns ?? []).compactMap { column in
            column.description.map { (column.column.name, $0) }
        }
        let work = LoadWork(
            dataset: dataset, path: path(of: dataset), row: row,
            table: sink.table.string.split(separator: ".").map(String.init),
            comments: Dictionary(comments, uniquingKeysWith: { $1 }), tableComment: schema?.description,
            key: loadKey(of: sink, dataset: dataset, row: row, in: project), connection: sink.connection.string,
            mode: sink.mode, schemaChanges: sink.schemaChanges)
        let commented = work.comments.sorted { $0.key < $1.key }
        return PlannedTask(
            id: "load.\(sink.name.string)", group: .load, title: sink.table.string, dependsOn: [publisher(dataset)],
            work: .load(work), policy: sink.policy, span: sink.span,
            definition: "\(work.table) \(row) \(work.key) \(work.mode) \(work.connection) \(commented) \(work.tableComment ?? "")",
            rowsIn: .unknown, rowsOut: .unknown)
    }

    // MARK: Names and paths

    private func ingestID(_ dataset: DatasetName) -> String { "ingest.\(dataset.name)" }

    private func transformID(_ dataset: DatasetName) -> String { "transform.\(dataset.name)" }

    private func checkID(_ dataset: DatasetName) -> String {
        compiled.sources.contains { $0.dataset == dataset } ? "check.\(dataset)" : "check.\(dataset.name)"
    }

    /// The task after which a dataset can be read.
    private func publisher(_ dataset: DatasetName) -> String {
        if compiled.checks.contains(where: { $0.dataset == dataset }) { return checkID(dataset) }
        return compiled.sources.contains { $0.dataset == dataset } ? ingestID(dataset) : transformID(dataset)
    }

    private func output(of dataset: DatasetName, _ parquet: ParquetSettings) -> LakeOutput {
        LakeOutput(
            path: path(of: dataset), parquet: parquet, isChecked: compiled.checks.contains { $0.dataset == dataset })
    }

    private func path(of dataset: DatasetName) -> String {
        compiled.pipeline.layout.filling(["zone": dataset.zone, "dataset": dataset.name]).string
    }

    /// Beside the dataset's day, in a zone of its own: `validation/orders/year=…/validation_result.json`.
    private func reportPath(of dataset: DatasetName) -> String {
        let zone = compiled.sources.contains { $0.dataset == dataset } ? "validation/\(dataset.zone)" : "validation"
        let path = compiled.pipeline.layout.filling(["zone": zone, "dataset": dataset.name]).string
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        return "\(folder)/validation_result.json"
    }
}
