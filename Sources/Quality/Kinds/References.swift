import Configuration
import Engines
import Expressions
import Reporting

/// Every value is there in another dataset too; of several columns, every combination. Rows that lack a value are left
/// out, as a foreign key leaves them out.
struct References: ExpectationKind {
    static let spec = KindSpec(
        "references",
        summary: "Every value of the column is among the values of another dataset's column.",
        exactlyOne: [["column", "columns"]]
    ) {
        Field("column", .column, example: "user_id", doc: "The column; missing values are left out.")
        Field(
            "columns",
            .list(.column),
            example: "[country, city]",
            doc: "Columns that are looked up together; rows that lack one of the values are left out."
        )
        Field(
            "to",
            .string,
            required: true,
            example: "processed.users.user_id",
            doc: """
                The other dataset, `zone.dataset`, of the pipeline that binds the suite, and its column, which may be \
                left out where it has the same name.
                """
        )
        Field(
            "to_columns",
            .list(.column),
            example: "[country, name]",
            doc: "The other dataset's columns, in the order of `columns`; those of the same names if left out."
        )
        rowFields
    }
    /// Not known to Great Expectations; the name is ours.
    static let gxForms = [
        GXForm(
            "column_values_to_be_in_other_dataset",
            [("column", ["column"]), ("column_list", ["columns"]), ("to", ["to"]), ("to_column_list", ["to_columns"])]
        )
    ]

    let columns: [Located<String>]
    /// As a person wrote it.
    let dataset: Text
    /// The other dataset's columns that are named; empty where they are called as ours.
    private let keys: [Located<String>]
    /// Nil until it is known which dataset is meant.
    var table: OtherTable?

    static func read(_ record: Record) -> [References] {
        guard let to = record.text("to") else { return [] }
        let (dataset, key) = to.datasetAndColumn
        let keys = [key].compactMap(\.self) + record.columns("to_columns")
        return [References(columns: record.columns("column") + record.columns("columns"), dataset: dataset, keys: keys)]
    }

    private init(columns: [Located<String>], dataset: Text, keys: [Located<String>]) {
        self.columns = columns
        self.dataset = dataset
        self.keys = keys
    }

    var arguments: [(String, JSONText)] {
        var arguments: [(String, JSONText)] = [("to", .string(dataset.string))]
        if keyNames != columns.map(\.value) { arguments.append(("to_columns", .array(keyNames.map { .string($0) }))) }
        if columns.count == 1 { return [("column", .string(columns[0].value))] + arguments }
        return [("columns", .array(columns.map { .string($0.value) }))] + arguments
    }

    var sentence: String {
        let target = keyNames.count == 1 ? ".\(keyNames[0])" : " (\(keyNames.joined(separator: ", ")))"
        let verb = columns.count == 1 ? "is" : "are"
        return "\(columns.map(\.value).joined(separator: ", ")) \(verb) in \(table?.name ?? dataset.string)\(target)"
    }

    var lookup: Lookup { Lookup(columns: columns.map(\.value), dataset: dataset, keys: keyNames) }

    func check(against row: RowType, at span: Span, found: inout Diagnostics) {
        let own = columns.map { found.column($0, in: row) }
        guard !columns.isEmpty, keyNames.count == columns.count else {
            let message: Message =
                columns.isEmpty
                ? "no column is looked up"
                : "the columns differ in number: \(columns.count) here, \(keyNames.count) there"
            return found.report(Diagnostic(.contradiction, message, at: span, help: "name as many on either side"))
        }
        guard let table, !table.row.columns.isEmpty else { return }
        for (column, key) in zip(own, targets) {
            guard let other = table.row[key.value] else {
                found.report(missing(key, in: table))
                continue
            }
            if let column { found.comparison(column, other, named: "\(table.name).\(other.name)", at: key.span) }
        }
    }

    /// Nothing is respelt where no name is written.
    private func missing(_ key: Located<String>, in table: OtherTable) -> Diagnostic {
        var finding = Diagnostic.missing(key, "no column '\(key.value)' in dataset '\(table.name)'", among: table.row)
        if keys.isEmpty { finding.fix = nil }
        return finding
    }

    func check(in row: RowType) -> Check {
        let columns = columns.map(row.column)
        let keys = keyNames.map { "\(Identifier("referenced", $0))" as SQL }.joined(separator: ", ")
        let relation = table?.relation ?? "\(Identifier(parts: dataset.string.split(separator: ".").map(String.init)))"
        let own = columns.map(\.sql).joined(separator: ", ")
        return .rows(
            RowCheck(
                columns,
                columns.count == 1 ? .value : .record,
                considered: columns.map(\.isPresent).joined(separator: " AND "),
                expected:
                    "\(columns.count == 1 ? own : "(\(own))") IN (SELECT DISTINCT \(keys) FROM \(relation) AS referenced)"
            )
        )
    }

    private var keyNames: [String] { targets.map(\.value) }

    /// The other dataset's columns; one that is not written stands where the dataset is named.
    private var targets: [Located<String>] {
        keys.isEmpty ? columns.map { Located($0.value, at: dataset.span) } : keys
    }
}

extension Text {
    /// `processed.users`, and the column of `processed.users.user_id`.
    fileprivate var datasetAndColumn: (dataset: Text, column: Located<String>?) {
        let parts = string.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return (self, nil) }
        let end = parts[0].utf8.count + 1 + parts[1].utf8.count
        let column = part(end + 1..<string.utf8.count)
        return (part(0..<end), Located(column.string, at: column.span))
    }
}
