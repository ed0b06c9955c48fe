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
    return Set(
        text.split(separator: "params.", omittingEmptySubsequences: false).dropFirst().map { rest in
            String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
        })
}
