package import Expressions
package import Reporting

/// Something about a synthetic database that cannot be made.
package struct SynthesisIssue: Error, Hashable, Sendable {
    package enum Place: Hashable, Sendable {
        case table
        case column(String)
        /// Place in the table's defects.
        case defect(Int)
    }

    package enum Reason: Error, Hashable, Sendable {
        case duplicateTable
        case duplicateColumn
        case unknownTable(String, known: [String])
        case unknownColumn(String, table: String, known: [String])
        /// `table.column` of each column on the way, the first again at the end.
        case cycle([String])
        /// The named parameter is not within the bounds described.
        case parameter(String, Message)
        case emptyRange(from: String, to: String)
        case weights(Message)
        case emptyTarget(String)
        /// The column stands for no row of another table, so it has no fields.
        case noFields(String)
        case type(column: String, found: DataType, needed: Message)
        /// `range` is UTF-8 offsets in the expression.
        case unsupported(String, range: Range<Int>)
        case expression(ExpressionIssue)
        case repeatedTwice
        /// A column this one reads has an issue of its own.
        case inherited
    }

    package var table: String
    package var place: Place
    package var reason: Reason
}

/// All issues of a database, in the order of its tables, columns and defects.
package struct SynthesisIssues: Error, Hashable, Sendable {
    package var items: [SynthesisIssue]
}

extension SynthesisIssue.Reason {
    /// One lower-case phrase with names in quotes.
    package var message: Message {
        switch self {
        case .duplicateTable: "another table has this name"
        case .duplicateColumn: "another column of the table has this name"
        case .unknownTable(let name, _): "no table named '\(name)'"
        case .unknownColumn(let name, let table, _): "table '\(table)' has no column '\(name)'"
        case .cycle(let path): "the column needs itself: \(path.joined(separator: " -> "))"
        case .parameter(let name, let bounds): "'\(name)' must be \(bounds)"
        case .emptyRange(let low, let high): "the range from \(low) to \(high) is empty"
        case .weights(let what): what
        case .emptyTarget(let table): "table '\(table)' has no rows to refer to"
        case .noFields(let column): "column '\(column)' refers to no row, so '->' cannot follow it"
        case .type(let column, let found, let needed): "column '\(column)' is \(found), but \(needed) is needed"
        case .unsupported(let name, _): "unsupported in generators: '\(name)'"
        case .expression(let issue): issue.message
        case .repeatedTwice: "rows are repeated by an earlier defect"
        case .inherited: "a column this one reads has an error"
        }
    }

    package var help: Message? {
        switch self {
        case .unknownTable(_, let known): known.isEmpty ? nil : "known: \(known.joined(separator: ", "))"
        case .unknownColumn(_, _, let known): known.isEmpty ? nil : "known: \(known.joined(separator: ", "))"
        case .expression(let issue): issue.help
        case .repeatedTwice: "add the shares up in one 'duplicate_rows'"
        default: nil
        }
    }
}
