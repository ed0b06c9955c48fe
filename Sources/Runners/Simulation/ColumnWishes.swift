import Algebra
import Configuration
import Expressions
import Kinds
import Planning
import Quality
import Reporting

/// What a project's expectations and conditions say about good values of a column.
struct ColumnWishes: Hashable, Sendable {
    /// Members of a set; empty where any value will do.
    var values: [String] = []
    /// Ends of an interval, as written.
    var low: String?
    var high: String?
    var excludesLow = false
    var excludesHigh = false
    var pattern: String?
    /// Characters.
    var shortest: Int?
    var longest: Int?
    var isRequired = false
    var isUnique = false
    /// The column of a source in which its values must be found.
    var found: SourceColumn?
    /// What conditions of transforms compare it with: rows without these would never come through.
    var compared: [String] = []

    /// Of each source's columns: from the suite of the source, else from those of datasets made from it.
    static func all(of plan: Plan) -> [DatasetName: [String: ColumnWishes]] {
        var all: [DatasetName: [String: ColumnWishes]] = [:]
        for task in plan.tasks {
            guard case .ingest(let work) = task.work else { continue }
            let own = plan.checks.filter { $0.dataset == work.dataset }
            var compared: [String: [String]] = [:]
            var derived: [CheckWork] = []
            for case .transform(let transform) in plan.tasks.map(\.work) {
                transform.relation.visit { for expression in $0.expressions { expression.collect(&compared) } }
                guard transform.relation.datasets.contains(work.dataset) else { continue }
                derived += plan.checks.filter { $0.dataset == transform.dataset }
            }
            var wishes: [String: ColumnWishes] = [:]
            for column in work.row.columns {
                let told = own.isEmpty ? derived : own
                var wish = ColumnWishes(of: column.name, in: told.flatMap(\.suite.expectations))
                wish.compared = compared[column.name, default: []].reduce(into: []) {
                    if !$0.contains($1) { $0.append($1) }
                }
                wish.found = told.lazy.compactMap { SourceColumn(lookedUpFor: column.name, by: $0, in: plan) }.first
                wishes[column.name] = wish
            }
            all[work.dataset] = wishes
        }
        return all
    }
}

extension ColumnWishes {
    /// Those of the expectations that speak of this column alone, and of all its rows.
    fileprivate init(of column: String, in expectations: [Expectation]) {
        self.init()
        for expectation in expectations where expectation.condition == nil {
            let arguments = Dictionary(expectation.kind.arguments) { first, _ in first }
            guard arguments["column"]?.scalar == column else { continue }
            take(type(of: expectation.kind).spec.name, arguments)
        }
    }

    private mutating func take(_ kind: String, _ arguments: [String: JSONText]) {
        switch kind {
        case "in_set": if case .array(let members) = arguments["values"] { values = members.compactMap(\.scalar) }
        case "between", "minimum", "maximum":
            low = arguments["min"]?.scalar ?? low
            high = arguments["max"]?.scalar ?? high
            if case .bool(true) = arguments["strict_min"] { excludesLow = true }
            if case .bool(true) = arguments["strict_max"] { excludesHigh = true }
        case "matches": pattern = pattern ?? arguments["pattern"]?.scalar
        case "length":
            shortest = arguments["min"]?.scalar.flatMap { Int($0) } ?? shortest
            longest = arguments["max"]?.scalar.flatMap { Int($0) } ?? longest
        case "not_null": isRequired = true
        case "unique": isUnique = true
        default: return
        }
    }
}

extension JSONText {
    /// As it was written; nil for null and for what is no scalar.
    fileprivate var scalar: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .double(let number): "\(number)"
        case .bool(let value): "\(value)"
        case .null, .array, .object: nil
        }
    }
}

extension TypedExpression {
    /// Adds values that a column is compared with for equality, by the column's name.
    fileprivate func collect(_ found: inout [String: [String]]) {
        switch node {
        case .call("=", let sides) where sides.count == 2:
            for (column, value) in [(sides[0], sides[1]), (sides[1], sides[0])] {
                if let name = column.columnName, let text = value.known?.text { found[name, default: []].append(text) }
            }
        case .inList(let value, let items, isNegated: false):
            if let name = value.columnName { found[name, default: []] += items.compactMap { $0.known?.text } }
        default: break
        }
        for child in children { child.collect(&found) }
    }

    private var columnName: String? {
        switch node {
        case .column(_, let name): name
        case .cast(let value, _): value.columnName
        case .call(_, let arguments) where arguments.count == 1: arguments[0].columnName
        default: nil
        }
    }

    private var known: Value? {
        switch node {
        case .literal(let value) where value != .null: value
        case .constant(_, let value?) where value != .null: value
        case .cast(let value, _): value.known
        default: nil
        }
    }
}
