import Configuration
import Expressions
import Reporting
import Synthesis

/// A generated table with the places its parts were read from.
struct ReadTable {
    let table: SyntheticTable
    /// Every column and defect became a value.
    let isWhole: Bool
    private let name: Text
    private let columns: [ReadColumn]
    private let defects: [Record]

    init?(_ name: Text, _ record: Record, in context: inout GeneratorContext) {
        guard let rows = record.integer("rows") else { return nil }
        let written = record.map("columns")
        let columns = written.compactMap { entry in
            entry.value.asRecord.flatMap { ReadColumn(entry.name, $0, in: &context) }
        }
        let records = record.records("defects")
        let defects = records.compactMap { record in
            builtInDefectKinds.first { $0.spec.name == record.kind }?.defect(record, in: &context)
        }
        self.name = name
        self.columns = columns
        self.defects = records
        isWhole = columns.count == written.count && defects.count == records.count
        table = SyntheticTable(
            name.string,
            rows: rows.value,
            columns: columns.map(\.column),
            defects: defects
        )
    }

    /// The finding an issue is, at the most exact place that is known.
    func diagnostic(for issue: SynthesisIssue) -> Diagnostic {
        switch issue.place {
        case .table: finding(issue.reason, at: name.span)
        case .column(let column):
            columns.first { $0.column.name == column }.map { diagnostic(issue.reason, in: $0) }
                ?? finding(issue.reason, at: name.span)
        case .defect(let index): finding(issue.reason, at: issueSpan(issue.reason, in: defects[index]))
        }
    }

    private func diagnostic(_ reason: SynthesisIssue.Reason, in column: ReadColumn) -> Diagnostic {
        if let text = column.expressions.first, column.expressions.count == 1 {
            if case .expression(let issue) = reason { return issue.diagnostic(in: text) }
            if case .unsupported(_, let range) = reason { return finding(reason, at: text.span(of: range)) }
        }
        return finding(reason, at: issueSpan(reason, in: column.kind))
    }

    /// The field that a reason names, or else the kind.
    private func issueSpan(_ reason: SynthesisIssue.Reason, in record: Record) -> Span {
        switch reason {
        case .parameter(let field, _): record.item(field)?.span ?? record.nameSpan
        case .unknownTable: record.item("to")?.span ?? record.nameSpan
        case .unknownColumn(let name, _, _), .type(let name, _, _), .noFields(let name):
            record.spec.fields.lazy.compactMap { record.item($0.name)?.asText }.first { $0.string == name }?.span
                ?? record.item("to")?.span ?? record.nameSpan
        case .weights: record.item("values")?.span ?? record.nameSpan
        default: record.nameSpan
        }
    }

    private func finding(_ reason: SynthesisIssue.Reason, at span: Span) -> Diagnostic {
        Diagnostic(reason.rule, reason.message, at: span, help: reason.suggestion ?? reason.help)
    }
}

/// A generated column with the places its parts were read from.
struct ReadColumn {
    let column: SyntheticColumn
    /// What stands behind the kind's name.
    let kind: Record
    let expressions: [Text]

    /// The record is either the kind's own or that of a column, which has the kind as a field.
    init?(_ name: Text, _ record: Record, in context: inout GeneratorContext) {
        var found: (kind: any ColumnKind.Type, record: Record)?
        for kind in builtInColumnKinds {
            if kind.spec.name == record.kind { found = (kind, record) }
            if let inner = record.record(kind.spec.name), inner.kind == kind.spec.name, record.kind == "column" {
                found = (kind, inner)
            }
        }
        context.expressions = []
        guard let found, let generator = found.kind.generator(found.record, in: &context) else { return nil }
        kind = found.record
        expressions = context.expressions
        column = SyntheticColumn(
            name.string,
            generator,
            nullShare: record.share("missing")?.value ?? 0,
            isHidden: record.flag("hidden")
        )
    }
}

extension SynthesisIssue.Reason {
    fileprivate var rule: Rule {
        switch self {
        case .cycle: .generatorOrder
        case .parameter, .emptyRange: .generatorRange
        case .weights: .generatorWeights
        case .duplicateTable, .duplicateColumn: .duplicateName
        case .unknownColumn: .unknownColumn
        case .expression(let issue): issue.rule
        default: .generatorType
        }
    }

    fileprivate var suggestion: Message? {
        switch self {
        case .unknownTable(let name, let known), .unknownColumn(let name, _, let known):
            closestName(to: name, among: known).map { "did you mean '\($0)'?" }
        default: nil
        }
    }
}
