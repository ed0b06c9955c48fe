import Configuration

extension Node {
    /// Names behind `params.` in any text of the tree, in `${…}` and in expressions alike.
    var parametersRead: Set<String> {
        var names: Set<String> = []
        forEachScalar { names.formUnion(Linting.parametersRead(in: $0.text)) }
        return names
    }
}

private func parametersRead(in text: String) -> Set<String> {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return [] }
    let names = text.split(separator: "params.", omittingEmptySubsequences: false).dropFirst().map { rest in
        String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
    }
    // The interval is the day of the parameter of that name.
    let isOfInterval = text.contains("interval.start") || text.contains("interval.end")
    return Set(names + (isOfInterval ? ["date"] : []))
}
