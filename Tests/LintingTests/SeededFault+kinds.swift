import Configuration
import Kinds
import Linting
import Reporting

extension SeededFault {
    /// Every fault of a kind that the good projects have a place for.
    static func all(_ kind: Kind) -> [SeededFault] {
        GoodProject.all.flatMap { project in
            project.writtenFields.flatMap { source, field in
                edits(kind, field, source).map { edit, lines in
                    SeededFault(kind: kind, project: project, edit: edit, lines: lines)
                }
            }
        }
    }

    private typealias Edit = (TextEdit, ClosedRange<Int>)

    private static func edits(_ kind: Kind, _ field: WrittenField, _ source: SourceText) -> [Edit] {
        let value = field.entry.value
        switch kind {
        case .keyTypo:
            return [replaced(field.entry.keySpan, misspelt(field.entry.key))]
        case .valueTypo:
            guard case .choice = field.field.shape, let text = value.scalar?.text else { return [] }
            return [replaced(value.span, misspelt(text))]
        case .referenceTypo:
            guard references.contains(field.field.name), field.path.count > 2, isPlain(value) else { return [] }
            return [replaced(value.span, misspelt(value.scalar?.text ?? ""))]
        case .columnTypo:
            return columns(of: field).filter { $0.scalar?.style == .plain }.map {
                replaced($0.span, misspelt($0.scalar?.text ?? ""))
            }
        case .wrongType: return wrongType(field)
        case .wrongPlace:
            return misplaced(field, source)
        case .missingKey:
            guard field.field.isRequired, field.path.count > 1, let removal = source.removal(of: entrySpan(field))
            else { return [] }
            let line = field.entry.keySpan.start.line
            return [(removal, max(1, line - 2)...line + 1)]
        case .cycle:
            guard field.path.first == "transforms", field.path.last == "from", field.path.count == 3,
                value.scalar?.text.hasPrefix("raw") == true
            else { return [] }
            return [replaced(value.span, "processed.\(field.path[1])")]
        case .badCron:
            guard field.field.name == "cron" else { return [] }
            return badCrons.map { replaced(value.span, "\"\($0)\"") }
        case .badPath: return badPaths(field)
        case .secretInClear: return secrets(field)
        case .badSQL:
            guard let text = expression(field), !text.hasPrefix("$") else { return [] }
            return ["\(text) +", "(\(text)", "no_such_function(\(text))", "\(text) and and true"].map {
                replaced(value.span, "'\($0.replacing("'", with: "''"))'")
            }
        case .impossibleExpectation: return impossible(field)
        }
    }

    private static let references: Set = ["from", "with", "schema", "suite", "connection", "union", "to"]
    private static let badCrons = [
        "0 25 * * *", "61 * * * *", "0 6 * *", "0 6 * * funday", "0 6 31-1 * *", "*/0 * * * *", "0 6 30 2 *", "@dayly",
    ]

    private static func replaced(_ span: Span, _ text: String) -> Edit {
        (TextEdit(span, text), span.start.line...span.end.line)
    }

    private static func entrySpan(_ field: WrittenField) -> Span {
        Span(file: field.entry.keySpan.file, start: field.entry.keySpan.start, end: field.entry.value.span.end)
    }

    private static func isPlain(_ node: Node) -> Bool {
        node.scalar.map { $0.style == .plain && !$0.text.contains("$") } ?? false
    }

    /// Two letters swapped, or one doubled where they are equal.
    private static func misspelt(_ word: String) -> String {
        var letters = Array(word)
        let last = letters.count - 1
        guard last > 1 else { return word + "x" }
        if letters[last] == letters[last - 1] { letters.append(letters[last]) } else { letters.swapAt(last, last - 1) }
        return String(letters)
    }

    private static func columns(of field: WrittenField) -> [Node] {
        switch field.field.shape {
        case .column: [field.entry.value]
        case .oneOrMany(.column), .list(.column): field.entry.value.items ?? [field.entry.value]
        default: []
        }
    }

    private static func expression(_ field: WrittenField) -> String? {
        switch field.field.shape {
        case .expression: field.entry.value.scalar?.text
        default: nil
        }
    }

    private static func wrongType(_ field: WrittenField) -> [Edit] {
        let span = field.entry.value.span
        switch field.field.shape {
        case .integer, .number, .duration, .size, .share: return [replaced(span, "many"), replaced(span, "[1, 2]")]
        case .boolean: return [replaced(span, "maybe"), replaced(span, "7")]
        case .record, .map, .list, .variant: return field.entry.value.scalar == nil ? [replaced(span, "true")] : []
        case .string, .name: return [replaced(span, "{a: {b: c}}")]
        default: return []
        }
    }

    /// A key of another place, on a line of its own above.
    private static func misplaced(_ field: WrittenField, _ source: SourceText) -> [Edit] {
        let start = field.entry.keySpan.start
        let line = source.line(start.line)
        let indent = line.prefix { $0 == " " }.count
        guard indent == start.column - 1, field.path.count > 1 else { return [] }
        let other = field.spec[field: "delimiter"] == nil ? "delimiter: \";\"" : "primary_key: id"
        let edit = TextEdit(
            file: source.path, range: start.offset..<start.offset,
            replacement: "\(other)\n\(String(repeating: " ", count: indent))")
        return [(edit, start.line...start.line)]
    }

    private static func badPaths(_ field: WrittenField) -> [Edit] {
        guard ["path", "directory", "csv", "jsonl", "parquet"].contains(field.field.name),
            isPlain(field.entry.value) || field.entry.value.scalar != nil
        else {
            return []
        }
        let text = field.entry.value.scalar?.text ?? ""
        guard field.path.first == "sources" || field.path.first == "profiles" || field.path.first == "generators" else {
            return []
        }
        var paths = ["../\(text)", "${params.nowhere}/\(text)"]
        if text.contains("${table}") { paths.append(text.replacing("${table}", with: "all")) }
        return paths.map { replaced(field.entry.value.span, "\"\($0)\"") }
    }

    private static func secrets(_ field: WrittenField) -> [Edit] {
        let span = field.entry.value.span
        if field.field.name == "description" || field.field.name == "owner" {
            return [replaced(span, "\"ghp_\(String(repeating: "aB3dE5gH7j", count: 4).prefix(36))\"")]
        }
        guard field.field.name == "connections" else { return [] }
        return [
            replaced(
                span,
                "{warehouse: {postgres: \"postgresql://loader:Xk29fjQpw7@db.example.com/shop\"}, archive: {duckdb: a.duckdb}}"
            )
        ]
    }

    private static func impossible(_ field: WrittenField) -> [Edit] {
        guard field.spec.name == "suite", field.field.name == "expectations", let first = field.entry.value.items?.first
        else {
            return []
        }
        let column = first.entries?.first?.value.scalar?.text ?? "id"
        return [
            "{between: {column: \(column), min: 5, max: 1}}", "{in_set: {column: \(column), values: []}}",
            "{row_count: {min: 10, max: 2}}", "{not_null: {column: \(column), mostly: 2}}",
            "{matches: {column: \(column), pattern: \"([a-z\"}}",
            "{between: {column: no_such_column, min: 1}}", "{not_nul: \(column)}",
        ].map { replaced(first.span, $0) }
    }
}
