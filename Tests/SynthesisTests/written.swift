import Expressions
import Testing

@testable import Synthesis

/// The lines of one table's file, the header first.
func written(
    _ tables: [SyntheticTable],
    table: String? = nil,
    seed: String = "tests",
    locale: SyntheticLocale = .brazil,
    dialect: CSVDialect = CSVDialect()
) throws -> [String] {
    let text = try writtenText(
        try SyntheticDatabase(seed: seed, locale: locale, tables: tables).compiled(),
        table ?? tables[0].name,
        dialect: dialect
    )
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
}

/// The cells of a table with one column.
func cells(
    _ generator: any ColumnGenerator,
    rows: Int,
    nullShare: Double = 0,
    locale: SyntheticLocale = .brazil,
    defects: [any Defect] = []
) throws -> [String] {
    let column = SyntheticColumn("value", generator, nullShare: nullShare)
    let table = SyntheticTable("t", rows: rows, columns: [column], defects: defects)
    return Array(try written([table], locale: locale).dropFirst())
}

func writtenText(
    _ program: SyntheticProgram,
    _ table: String,
    dialect: CSVDialect = CSVDialect(),
    threads: Int = 1,
    rowsABatch: Int = 2048
) throws -> String {
    var bytes: [UInt8] = []
    _ = try program.writeCSV(table: table, dialect: dialect, threads: threads, rowsABatch: rowsABatch) {
        bytes.append(contentsOf: $0)
    }
    return String(decoding: bytes, as: UTF8.self)
}

func parsed(_ expression: String) throws -> Expression { try Expression.parse(expression) }

/// The issues of a database that cannot be made, as `table.place: message`.
func issues(_ tables: [SyntheticTable]) -> [String] {
    do {
        _ = try SyntheticDatabase(seed: "tests", tables: tables).compiled()
        return []
    } catch {
        return error.items.map { issue in
            switch issue.place {
            case .table: "\(issue.table): \(issue.reason.message)"
            case .column(let column): "\(issue.table).\(column): \(issue.reason.message)"
            case .defect(let index): "\(issue.table) defect \(index): \(issue.reason.message)"
            }
        }
    }
}
