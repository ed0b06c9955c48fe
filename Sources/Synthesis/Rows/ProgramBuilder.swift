import Expressions
import Reporting

extension SyntheticDatabase {
    /// Resolves names, finds types and prepares tables of probabilities. Finds every issue before giving up; the
    /// defects of a table are looked at once its columns are right.
    package func compiled() throws(SynthesisIssues) -> SyntheticProgram {
        let builder = ProgramBuilder(self)
        let program = builder.program()
        guard builder.issues.isEmpty else { throw SynthesisIssues(items: builder.issues) }
        return program
    }
}

/// Compiles columns when they are first asked for, so that any order of columns and tables will do.
final class ProgramBuilder {
    fileprivate struct Draft {
        var name: String
        var rows: Int
        var columns: [SyntheticColumn]
        var states: [State]
    }

    fileprivate enum State {
        case waiting
        case underway
        case done(ColumnPlan)
        case failed
    }

    let database: SyntheticDatabase
    private var drafts: [Draft]
    /// Columns being compiled, outermost first, as (table, column).
    private var path: [(table: Int, column: Int)] = []
    private(set) var issues: [SynthesisIssue] = []

    init(_ database: SyntheticDatabase) {
        self.database = database
        drafts = database.tables.map {
            Draft(
                name: $0.name,
                rows: $0.rows,
                columns: $0.columns,
                states: Array(repeating: .waiting, count: $0.columns.count)
            )
        }
    }

    func program() -> SyntheticProgram {
        for table in database.tables.indices { compileColumns(of: table) }
        let listed = database.tables.indices.map { writtenPlan(table: $0) }
        let added = drafts[database.tables.count...].map(\.plan)
        return SyntheticProgram(tables: listed + added)
    }

    private func compileColumns(of table: Int) {
        let name = drafts[table].name
        if database.tables[..<table].contains(where: { $0.name == name }) {
            issues.append(SynthesisIssue(table: name, place: .table, reason: .duplicateTable))
        }
        if drafts[table].rows < 0 {
            issues.append(SynthesisIssue(table: name, place: .table, reason: .parameter("rows", "0 or more")))
        }
        var seen: Set<String> = []
        for (index, column) in drafts[table].columns.enumerated() {
            if !seen.insert(column.name).inserted {
                issues.append(SynthesisIssue(table: name, place: .column(column.name), reason: .duplicateColumn))
            }
            do { _ = try plan(table, index) } catch { continue }
        }
    }

    // MARK: Columns

    func tableIndex(named name: String) throws(SynthesisIssue.Reason) -> Int {
        guard let index = database.tables.firstIndex(where: { $0.name == name }) else {
            throw .unknownTable(name, known: database.tables.map(\.name))
        }
        return index
    }

    func rows(of table: Int) -> Int { drafts[table].rows }

    func name(of table: Int) -> String { drafts[table].name }

    func columnNames(of table: Int) -> [String] { drafts[table].columns.map(\.name) }

    func columnIndex(_ name: String, in table: Int) throws(SynthesisIssue.Reason) -> Int {
        let names = drafts[table].columns.map(\.name)
        guard let index = names.firstIndex(of: name) else {
            throw .unknownColumn(name, table: drafts[table].name, known: names)
        }
        return index
    }

    /// The plan of a column, compiled now if it has not been. Its own issues are recorded once.
    func plan(_ table: Int, _ column: Int) throws(SynthesisIssue.Reason) -> ColumnPlan {
        switch drafts[table].states[column] {
        case .done(let plan): return plan
        case .failed: throw .inherited
        case .underway: throw .cycle(cycle(closedBy: table, column))
        case .waiting: break
        }
        drafts[table].states[column] = .underway
        path.append((table, column))
        defer { path.removeLast() }
        let draft = drafts[table].columns[column]
        do throws(SynthesisIssue.Reason) {
            let plan = try compile(draft, in: table)
            drafts[table].states[column] = .done(plan)
            return plan
        } catch {
            drafts[table].states[column] = .failed
            if error != .inherited {
                issues.append(SynthesisIssue(table: drafts[table].name, place: .column(draft.name), reason: error))
            }
            throw .inherited
        }
    }

    private func compile(_ column: SyntheticColumn, in table: Int) throws(SynthesisIssue.Reason) -> ColumnPlan {
        guard (0...1).contains(column.nullShare) else { throw .parameter("missing", "between 0 and 1") }
        let scope = ColumnScope(self, table: table, column: column.name)
        let generated = try column.generator.compiled(in: scope)
        let missing = column.nullShare > 0 ? Coin(share: column.nullShare, scope.stream("null")) : nil
        return ColumnPlan(
            name: column.name,
            type: generated.type,
            isNullable: generated.isNullable || missing != nil,
            source: generated.source,
            stream: scope.stream(),
            missing: missing
        )
    }

    private func cycle(closedBy table: Int, _ column: Int) -> [String] {
        (path.drop { $0 != (table, column) } + [(table, column)]).map {
            "\(drafts[$0.table].name).\(drafts[$0.table].columns[$0.column].name)"
        }
    }

    /// Adds a table that is not written, such as the list behind a record column.
    func add(table name: String, rows: Int, _ columns: [ColumnPlan]) -> Int {
        drafts.append(Draft(name: name, rows: rows, columns: [], states: columns.map { .done($0) }))
        drafts[drafts.count - 1].columns = columns.map { SyntheticColumn($0.name, ConstantColumn(.null)) }
        return drafts.count - 1
    }

    // MARK: Defects

    private func writtenPlan(table: Int) -> TablePlan {
        let source = database.tables[table]
        var plan = drafts[table].plan
        guard plan.columns.count == source.columns.count else { return plan }
        plan.visible = source.columns.indices.filter { !source.columns[$0].isHidden }
        var scope = DefectScope(
            self,
            table: table,
            plan.columns.map { Column($0.name, $0.type, isNullable: $0.isNullable) }
        )
        var repeatedShare: Double?
        for (index, defect) in source.defects.enumerated() {
            do throws(SynthesisIssue.Reason) {
                switch try defect.compiled(in: scope) {
                case .repeatedRows(let repeated):
                    guard repeatedShare == nil else { throw .repeatedTwice }
                    repeatedShare = repeated
                case .cells(let cells):
                    plan.defects.append(cells)
                    scope.take(cells)
                }
            } catch {
                if error != .inherited {
                    issues.append(SynthesisIssue(table: source.name, place: .defect(index), reason: error))
                }
            }
        }
        if let repeatedShare {
            plan.repeats = RepeatedRows(
                rows: plan.rows,
                share: repeatedShare,
                RandomStream(seed: database.seed, path: [source.name, "defect", "repeated rows"])
            )
        }
        plan.written = RowType(plan.visible.map { scope.columns[$0] })
        return plan
    }
}

extension ProgramBuilder.Draft {
    fileprivate var plan: TablePlan {
        let plans = states.compactMap { if case .done(let plan) = $0 { plan } else { nil } }
        return TablePlan(
            name: name,
            rows: rows,
            columns: plans,
            visible: Array(plans.indices),
            defects: [],
            repeats: RepeatedRows(rows: rows, share: 0, RandomStream(key: 0)),
            written: RowType([])
        )
    }
}
