import Expressions
import Reporting

extension Field {
    /// Makes a declaration for each item of a list: `${each.NAME}` stands for the item, in the declaration's name too.
    package static let forEach = Field(
        "for_each", .map(.list(.string)), example: "{table: [orders, payments]}",
        doc: """
            Make this once for each item: `${each.table}` stands for it in the values, and must stand in the name. With \
            several lists, once for each combination.
            """)
}

/// One item of a `for_each`, or of the combination of several.
struct Repetition {
    var bindings: [String: Binding] = [:]
    var name: Text
}

extension RecordReader {
    /// More would be a mistake, and slow.
    private static let mostRepetitions = 10_000

    /// What an entry of a map stands for: itself, or one declaration for each item of its `for_each`. Empty where that
    /// is wrong, as reported.
    func repetitions(of entry: Node.Entry, as shape: Shape, found: inout Diagnostics) -> [Repetition] {
        guard case .record(let spec) = shape, spec[field: Field.forEach.name] != nil,
            let lists = entry.value[Field.forEach.name]
        else { return [Repetition(name: Text(entry.key, at: entry.keySpan))] }
        guard let read = self.read(lists, shape: Field.forEach.shape, name: Field.forEach.name, found: &found)?.asMap
        else {
            return []
        }
        var all: [[String: Binding]] = [[:]]
        for (name, value) in read {
            guard let items = value.asList?.compactMap(\.asText) else { return [] }
            all = all.flatMap { bound in
                items.map { bound.merging(["each.\(name)": Binding(.string($0.string))]) { $1 } }
            }
            guard all.count <= Self.mostRepetitions else {
                found.report(
                    Diagnostic(
                        .outOfRange, "'for_each' makes more than \(Self.mostRepetitions) declarations", at: lists.span))
                return []
            }
        }
        return named(all, for: entry, found: &found)
    }

    private func named(
        _ all: [[String: Binding]], for entry: Node.Entry, found: inout Diagnostics
    ) -> [Repetition] {
        let key = Scalar(entry.key, places: TextPlaces(span: entry.keySpan))
        var names: Set<String> = []
        var repetitions: [Repetition] = []
        for bindings in all {
            guard let read = scope.adding(bindings).read(key, found: &found) else { return [] }
            guard names.insert(read.text.string).inserted else {
                let variables = bindings.keys.sorted().map { "${\($0)}" }.joined(separator: "_")
                found.report(
                    Diagnostic(
                        .repeatedName, "'for_each' makes '\(read.text.string)' twice", at: entry.keySpan,
                        help: "write '\(variables)' in the name, quoted, and each item once"))
                return []
            }
            repetitions.append(Repetition(bindings: bindings, name: Text(read.text.string, at: entry.keySpan)))
        }
        return repetitions
    }
}
