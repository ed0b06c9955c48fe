import Algebra
import Configuration
import Engines
import Expressions
import Kinds
import Quality
import Reporting
import Synthesis

/// Makes tasks of a compiled pipeline, dependencies first.
struct TaskBuilder {
    let compiled: CompiledPipeline
    let project: Project
    let probe: PlanProbe

    func tasks() -> [PlannedTask] {
        let waiting = waitTasks()
        let generated = generateTasks()
        return dependenciesFirst(waiting + generated + ingestTasks(generated) + interleaved())
    }

    // MARK: Wait, generate and ingest

    private func waitTasks() -> [PlannedTask] {
        compiled.sensors.map { sensor in
            PlannedTask(
                id: waitID(sensor.name), group: .wait, title: sensor.work.subject, dependsOn: makers(sensor),
                work: .wait(sensor.work), policy: sensor.policy, span: sensor.span,
                definition: "\(sensor.work)", rowsIn: .exact(0), rowsOut: .exact(0))
        }
    }

    /// Tables that this pipeline itself writes are there when their tasks are done.
    private func makers(_ sensor: CompiledSensor) -> [String] {
        guard case .files(let files) = sensor.work.condition else { return [] }
        return compiled.pipeline.generators.flatMap { generator in
            generator.database.tables.filter { generator.path(of: $0.name) == files.path }.map { "generate.\($0.name)" }
        }
    }

    private func sensorTasks(for name: String) -> [String] {
        compiled.sensors.filter { $0.waiting.contains(name) }.map { waitID($0.name) }
    }

    private func leftOut(_ condition: Text?) -> String? {
        condition.flatMap { compiled.leftOut.contains($0.span) ? $0.string : nil }
    }

    private func generateTasks() -> [PlannedTask] {
        compiled.pipeline.generators.flatMap { generator in
            generator.database.tables.map { table in
                let path = generator.path(of: table.name)
                return PlannedTask(
                    id: "generate.\(table.name)", group: .generate, title: path,
                    dependsOn: sensorTasks(for: generator.name.string),
                    work: .generate(
                        GenerateWork(program: generator.program, table: table.name, csv: generator.dialect, path: path)),
                    policy: generator.policy, span: generator.span,
                    definition: "\(generator.database) \(generator.dialect) \(table.name) \(path)",
                    rowsIn: .exact(0),
                    rowsOut: generator.program.rowCount(of: table.name).map { .exact($0) } ?? .unknown)
            }
        }
    }

    private func ingestTasks(_ generated: [PlannedTask]) -> [PlannedTask] {
        compiled.sources.map { source, dataset, row in
            let makers = generated.filter { $0.title == source.path.string }
            let output = output(of: dataset, source.write)
            let rows = makers.first?.rowsOut ?? .unknown
            var task = PlannedTask(
                id: ingestID(dataset), group: .ingest, title: "\(dataset)",
                dependsOn: makers.map(\.id) + sensorTasks(for: source.name.string),
                work: .ingest(
                    IngestWork(
                        dataset: dataset, format: source.format, path: source.path.string, row: row,
                        badRows: source.badRows, skipsWhenMissing: source.skipsWhenMissing, mapping: source.mapping,
                        output: output)),
                policy: source.policy, span: source.span,
                definition: "\(source.format) \(source.path) \(row) \(source.badRows) \(output)", rowsIn: rows,
                rowsOut: source.badRows.action == .quarantine ? .unknown : rows)
            task.leftOut = leftOut(source.condition)
            return task
        }
    }

    // MARK: Transform, check and load

    /// A dataset's check follows its maker.
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
        var task = PlannedTask(
            id: transformID(dataset), group: .transform, title: "\(dataset)", dependsOn: reads.map(publisher),
            work: .transform(
                TransformWork(
                    dataset: dataset, relation: relation,
                    inputs: Dictionary(reads.map { ($0, path(of: $0)) }, uniquingKeysWith: { $1 }), output: output)),
            policy: declaration.policy, span: declaration.span, definition: "\(canonical.text) \(output)",
            rowsIn: .unknown, rowsOut: .unknown)
        task.leftOut = leftOut(declaration.condition)
        task.inputFailures = inputFailures(declaration.inputFailures, of: reads, reader: dataset)
        return task
    }

    private func checkTask(_ dataset: DatasetName, after maker: String) -> PlannedTask? {
        guard let binding = compiled.checks.first(where: { $0.dataset == dataset })?.binding,
            let suite = project.suites[binding.suite.string], let row = compiled.row(of: dataset)
        else { return nil }
        let others = compiled.checkReads[dataset, default: [:]]
        let work = CheckWork(
            dataset: dataset, suite: suite, row: row,
            others: others.mapValues {
                .init(dataset: $0, row: compiled.row(of: $0) ?? RowType([]), path: path(of: $0))
            },
            action: binding.action, limit: binding.limit, path: path(of: dataset), parquet: writing(of: dataset),
            report: reportPath(of: dataset))
        let publishers = Set(others.values).subtracting([dataset]).sorted().map(publisher)
        return PlannedTask(
            id: checkID(dataset), group: .check, title: "\(dataset)", dependsOn: [maker] + publishers,
            work: .check(work),
            policy: TaskPolicy(), span: binding.dataset.span,
            definition: "\(suite.canonical) \(binding.action)\(binding.limit.map { " \($0)" } ?? "") \(row)",
            rowsIn: .unknown, rowsOut: .unknown)
    }

    private func loadTask(_ sink: SinkDeclaration, _ dataset: DatasetName) -> PlannedTask {
        let row = compiled.row(of: dataset) ?? RowType([])
        let schema = project.schemas[sink.schema?.string ?? dataset.name]
        var comments: [String: String] = [:]
        if let schema {
            for column in schema.columns where column.description != nil {
                comments[column.column.name] = column.description
            }
        }
        let key = loadKey(of: sink, dataset: dataset, row: row, in: project)
        let tracked = sink.track.isEmpty ? row.names : sink.track.map(\.string)
        let work = LoadWork(
            dataset: dataset, path: path(of: dataset), row: row,
            table: sink.table.string.split(separator: ".").map(String.init),
            comments: comments, tableComment: schema?.description,
            key: key, connection: sink.connection.string, mode: sink.mode, partition: sink.partition.map(\.string),
            tracked: sink.mode == .scd2 ? tracked.filter { !key.contains($0) } : [], absentRows: sink.absentRows,
            schemaChanges: sink.schemaChanges)
        let commented = work.comments.sorted { $0.key < $1.key }
        let mode = ([work.mode.rawValue] + work.modeDetails.map(\.text)).joined(separator: " ")
        var task = PlannedTask(
            id: "load.\(sink.name.string)", group: .load, title: sink.table.string, dependsOn: [publisher(dataset)],
            work: .load(work), policy: sink.policy, span: sink.span,
            definition:
                "\(work.table) \(row) \(work.key) \(mode) \(work.connection) \(commented) \(work.tableComment ?? "")",
            rowsIn: .unknown, rowsOut: .unknown)
        task.leftOut = leftOut(sink.condition)
        task.inputFailures = inputFailures(sink.inputFailures, of: [dataset], reader: nil)
        return task
    }

    private func inputFailures(
        _ declared: InputFailures, of reads: [DatasetName], reader: DatasetName?
    ) -> [String: InputFailure] {
        let names = DatasetNames(compiled.pipeline)
        var ignored = Diagnostics()  // compiling has reported names that mean nothing
        var policies: [String: InputFailure] = [:]
        if declared.general != .stop {
            for dataset in reads { policies[publisher(dataset)] = declared.general }
        }
        for (text, policy) in declared.byDataset {
            guard let dataset = names.dataset(text, from: reader, found: &ignored) else { continue }
            policies[publisher(dataset)] = policy
        }
        return policies
    }

    // MARK: Names and paths

    private func waitID(_ name: String) -> String { "wait.\(name)" }

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

    /// As the task writes that makes the dataset.
    private func writing(of dataset: DatasetName) -> ParquetSettings {
        compiled.sources.first { $0.dataset == dataset }?.declaration.write
            ?? compiled.transforms.first { $0.dataset == dataset }?.declaration.write ?? ParquetSettings()
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

/// Each task after those it depends on, else as they come: a check may read a dataset that is declared later.
private func dependenciesFirst(_ tasks: [PlannedTask]) -> [PlannedTask] {
    let byID = Dictionary(tasks.map { ($0.id, $0) }) { first, _ in first }
    var placed: Set<String> = []
    var ordered: [PlannedTask] = []
    func place(_ task: PlannedTask) {
        guard placed.insert(task.id).inserted else { return }
        for id in task.dependsOn { if let needed = byID[id] { place(needed) } }
        ordered.append(task)
    }
    for task in tasks { place(task) }
    return ordered
}
