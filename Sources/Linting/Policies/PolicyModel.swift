import Expressions
import Kinds
import Reporting
import Synthesis

/// What policies may ask of one kind of declaration, and how all of a project are found.
///
/// The same columns type the expressions, give them their values and make the page of the reference.
struct PolicyModel: Sendable {
    let subject: PolicySubject
    let columns: [PolicyColumn]
    /// All there are, with those of the columns that are named.
    let rows: @Sendable (LintedProject, Set<String>) -> PolicyRows

    init<Item: Sendable>(
        _ subject: PolicySubject,
        of items: @escaping @Sendable (LintedProject) -> [Item],
        at place: @escaping @Sendable (Item) -> PolicyPlace,
        _ cells: [PolicyCell<Item>]
    ) {
        self.subject = subject
        columns = cells.map(\.column)
        rows = { project, names in
            let items = items(project)
            let asked = cells.filter { names.contains($0.column.name) }
            let known = asked.map { cell in (cell.column.name, cell.column.type, items.map(cell.value)) }
            return PolicyRows(places: items.map(place), cells: KnownRows(count: items.count, columns: known))
        }
    }

    var row: RowType { RowType(columns.map { Column($0.name, $0.type, isNullable: $0.isNullable) }) }
}

/// A column of the model, as people are told of it.
struct PolicyColumn: Sendable {
    let name: String
    let type: DataType
    let isNullable: Bool
    /// The key that says it, where the declaration has it.
    let key: String
    let meaning: String
    /// The only texts there are; empty: any.
    let choices: [String]
}

/// The declarations of one kind in a project.
struct PolicyRows: Sendable {
    var places: [PolicyPlace]
    /// A row for each place.
    var cells: KnownRows
}

/// What a finding calls a declaration, and where that is.
struct PolicyPlace: Sendable {
    let name: String
    let span: Span
    /// Keys from the top of the file to the mapping that has the declaration under its name; nil: it is the whole file.
    let section: String?
}

/// A column with the way to its value.
struct PolicyCell<Item: Sendable>: Sendable {
    let column: PolicyColumn
    let value: @Sendable (Item) -> Value

    private init(
        _ name: String,
        _ type: DataType,
        isNullable: Bool,
        key: String?,
        _ meaning: String,
        choices: [String] = [],
        _ value: @escaping @Sendable (Item) -> Value
    ) {
        column = PolicyColumn(
            name: name,
            type: type,
            isNullable: isNullable,
            key: key ?? name,
            meaning: meaning,
            choices: choices
        )
        self.value = value
    }

    static func text(
        _ name: String,
        key: String? = nil,
        _ meaning: String,
        among choices: [String] = [],
        _ value: @escaping @Sendable (Item) -> String
    ) -> Self {
        Self(name, .string, isNullable: false, key: key, meaning, choices: choices) { .string(value($0)) }
    }

    static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String,
        key: String? = nil,
        _ meaning: String,
        _ value: @escaping @Sendable (Item) -> Choice
    ) -> Self {
        text(name, key: key, meaning, among: Choice.allCases.map(\.rawValue)) { value($0).rawValue }
    }

    static func textIfAny(
        _ name: String,
        key: String? = nil,
        _ meaning: String,
        among choices: [String] = [],
        _ value: @escaping @Sendable (Item) -> String?
    ) -> Self {
        Self(name, .string, isNullable: true, key: key, meaning, choices: choices) {
            value($0).map { .string($0) } ?? .null
        }
    }

    static func words(
        _ name: String,
        key: String? = nil,
        _ meaning: String,
        among choices: [String] = [],
        _ value: @escaping @Sendable (Item) -> [String]
    ) -> Self {
        Self(name, .list(.string), isNullable: false, key: key, meaning, choices: choices) {
            .list(value($0).map { .string($0) })
        }
    }

    static func number(
        _ name: String,
        key: String? = nil,
        _ meaning: String,
        _ value: @escaping @Sendable (Item) -> Int
    ) -> Self {
        Self(name, .bigint, isNullable: false, key: key, meaning) { .integer(Int64(value($0))) }
    }

    static func numberIfAny(
        _ name: String,
        key: String? = nil,
        _ meaning: String,
        _ value: @escaping @Sendable (Item) -> Int?
    ) -> Self {
        Self(name, .bigint, isNullable: true, key: key, meaning) { item in
            value(item).map { .integer(Int64($0)) } ?? .null
        }
    }

    /// Whole seconds.
    static func seconds(
        _ name: String,
        key: String? = nil,
        _ meaning: String,
        _ value: @escaping @Sendable (Item) -> Duration?
    ) -> Self {
        Self(name, .bigint, isNullable: true, key: key, meaning) { item in
            value(item).map { .integer($0.components.seconds) } ?? .null
        }
    }

    static func flag(
        _ name: String,
        key: String? = nil,
        _ meaning: String,
        _ value: @escaping @Sendable (Item) -> Bool
    ) -> Self {
        Self(name, .boolean, isNullable: false, key: key, meaning) { .boolean(value($0)) }
    }
}
