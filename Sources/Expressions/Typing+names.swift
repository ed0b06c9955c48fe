import Reporting

extension Typing {
    /// A dotted name is a constant where one has that name, else `input.column`.
    mutating func name(_ parts: [String], _ range: Range<Int>) -> TypedExpression? {
        let dotted = parts.joined(separator: ".")
        if parts.count > 1, let constant = scope.constants[dotted] {
            let isNullable = constant.value == .null
            return TypedExpression(.constant(dotted, constant.value), constant.type, isNullable: isNullable, at: range)
        }
        switch parts.count {
        case 1: return column(parts[0], range)
        case 2: return column(parts[1], of: parts[0], range)
        default:
            unknown(dotted, range)
            return nil
        }
    }

    private mutating func column(_ name: String, _ range: Range<Int>) -> TypedExpression? {
        let found = scope.columns(named: name)
        guard let first = found.first else {
            unknown(name, range)
            return nil
        }
        guard found.count == 1 else {
            let qualified = found.map { [$0.qualifier, name].compactMap(\.self).joined(separator: ".") }
            report(
                .ambiguousColumn,
                "column '\(name)' is in \(found.count) inputs",
                at: range,
                help: "write \(qualified.map { "'\($0)'" as Message }.joined(separator: " or "))"
            )
            return nil
        }
        return typedReference(first, range)
    }

    private mutating func column(_ name: String, of qualifier: String, _ range: Range<Int>) -> TypedExpression? {
        if let found = scope.columns(named: name).first(where: { $0.qualifier == qualifier }) {
            return typedReference(found, range)
        }
        let siblings = scope.columns.filter { $0.qualifier == qualifier }.map(\.column.name)
        guard !siblings.isEmpty else {
            unknown("\(qualifier).\(name)", range)
            return nil
        }
        report(
            .unknownColumn,
            "no column '\(name)' in '\(qualifier)'",
            at: range,
            help: closestNameHelp(to: name, among: siblings),
            // Quoted names are longer than what they name.
            repair: range.count == qualifier.utf8.count + 1 + name.utf8.count
                ? ExpressionIssue.respelling(
                    name, at: range.upperBound - name.utf8.count..<range.upperBound, among: siblings) : nil
        )
        return nil
    }

    private func typedReference(_ found: ScopeColumn, _ range: Range<Int>) -> TypedExpression {
        TypedExpression(
            .column(qualifier: found.qualifier, name: found.column.name),
            found.column.type,
            isNullable: found.column.isNullable,
            at: range
        )
    }

    private mutating func unknown(_ name: String, _ range: Range<Int>) {
        if let instead = replacements[name.lowercased()] {
            report(.unknownColumn, "no column '\(name)'", at: range, help: "write \(instead)")
            return
        }
        let isDotted = name.contains(".")
        let qualified = scope.columns.compactMap { column in column.qualifier.map { "\($0).\(column.column.name)" } }
        let candidates = isDotted ? qualified + scope.constants.keys : scope.columns.map(\.column.name)
        let isConstant = scope.constants.keys.contains { $0.prefix { $0 != "." } == name.prefix { $0 != "." } }
        report(
            .unknownColumn,
            isDotted && isConstant ? "no constant '\(name)'" : "no column '\(name)'",
            at: range,
            help: closestNameHelp(to: name, among: isDotted && isConstant ? Array(scope.constants.keys) : candidates),
            repair: ExpressionIssue.respelling(
                name, at: range, among: isDotted && isConstant ? Array(scope.constants.keys) : candidates)
        )
    }

    private func closestNameHelp(to name: String, among candidates: [String]) -> Message? {
        if let closest = closestName(to: name, among: candidates) { return "did you mean '\(closest)'?" }
        let known = Set(candidates).sorted()
        guard !known.isEmpty else { return nil }
        let shown = known.prefix(12).joined(separator: ", ")
        return known.count > 12 ? "known: \(shown) and \(known.count - 12) more" : "known: \(shown)"
    }

    /// `product_id->price`.
    mutating func reference(_ column: String, _ field: String, _ range: Range<Int>) -> TypedExpression? {
        guard let row = scope.references[column] else {
            report(
                .unknownColumn,
                "'\(column)' does not refer to a table",
                at: range,
                help: scope.references.isEmpty
                    ? "'->' follows a reference column of a generated table"
                    : closestNameHelp(to: column, among: Array(scope.references.keys))
            )
            return nil
        }
        guard let found = row[field] else {
            report(
                .unknownColumn,
                "no column '\(field)' behind '\(column)'",
                at: range,
                help: closestNameHelp(to: field, among: row.names)
            )
            return nil
        }
        let isNullable = found.isNullable || scope.columns(named: column).first?.column.isNullable != false
        return TypedExpression(
            .reference(column: column, field: field),
            found.type,
            isNullable: isNullable,
            at: range
        )
    }
}

/// What a person may look for in SQL, and what stands for it here.
private let replacements = [
    "current_date": "cast(run.started_at as date), or a parameter", "current_timestamp": "run.started_at",
    "localtimestamp": "run.started_at", "now": "run.started_at",
]
