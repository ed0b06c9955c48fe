import Configuration
import Engines
import Expressions
import Reporting

/// The findings that many kinds share.
extension Diagnostics {
    /// The column of that name, or nil and a finding with the closest name.
    mutating func column(_ name: Located<String>, in row: RowType) -> Column? {
        if let column = row[name.value] { return column }
        report(.missing(name, "no column '\(name.value)' in the dataset", among: row))
        return nil
    }

    /// Two columns of which one has no value that equals, or comes before, one of the other. `name` is the second's, for people.
    mutating func comparison(_ first: Column, _ second: Column, named name: String, at span: Span) {
        guard !first.type.compares(with: second.type) else { return }
        report(
            Diagnostic(
                .expectationType,
                "'\(first.name)' is \(first.type) and '\(name)' is \(second.type), which do not compare",
                at: span,
                help: "cast one of them before they are checked"
            )
        )
    }

    /// A column that must be of a type for which `fits` holds; `wanted` says which.
    mutating func column(
        _ name: Located<String>,
        in row: RowType,
        needing wanted: Message,
        fits: (DataType) -> Bool
    ) -> Column? {
        guard let column = column(name, in: row) else { return nil }
        if fits(column.type) { return column }
        report(
            Diagnostic(
                .expectationType,
                "column '\(column.name)' is \(column.type), and this needs \(wanted)",
                at: name.span,
                help: "cast the column before it is checked, or expect something else of it"
            )
        )
        return nil
    }

    /// Ends that do not compare with the column, or leave nothing between them.
    mutating func bounds(_ bounds: Bounds, _ type: DataType, at span: Span) {
        for end in [bounds.low, bounds.high].compactMap(\.self) { value(end, comparedWith: type) }
        guard bounds.isEmpty(for: type), let low = bounds.low, let high = bounds.high else { return }
        report(
            Diagnostic(
                .contradiction,
                "no value lies between \(low.value) and \(high.value)",
                at: low.span,
                help: "swap the ends or leave one of them out"
            )
        )
    }

    mutating func value(_ value: Located<String>, comparedWith type: DataType) {
        guard SQL(value.value, comparedWith: type) == nil else { return }
        report(
            Diagnostic(
                .expectationType,
                "'\(value.value)' does not compare with a column of type \(type)",
                at: value.span,
                help: "write a value of type \(type)"
            )
        )
    }
}

extension Diagnostic {
    /// A name that is none of these columns'.
    static func missing(_ name: Located<String>, _ message: Message, among row: RowType) -> Diagnostic {
        let closest = closestName(to: name.value, among: row.names)
        return Diagnostic(
            .expectationColumn,
            message,
            at: name.span,
            help: closest.map { "did you mean '\($0)'?" } ?? "the columns are \(row.names.joined(separator: ", "))",
            fix: closest.flatMap(name.respelled)
        )
    }
}

extension DataType {
    /// Both are numbers, both are days or moments, or both are the same.
    fileprivate func compares(with other: DataType) -> Bool {
        self == other || (isNumeric && other.isNumeric) || (isTemporal && other.isTemporal)
    }
}
