package import Reporting

extension Diagnostic {
    package static func invalidName(_ text: Text) -> Diagnostic {
        let meant = asName(text.string)
        return Diagnostic(
            .invalidName,
            "'\(shortened("\(text)"))' is not a name",
            at: text.span,
            help: "use letters, digits and '_', not starting with a digit, at most 63 bytes",
            fix: isName(meant) ? text.fix(respelling: meant) : nil
        )
    }
}

/// With `_` for what a name cannot have.
private func asName(_ text: String) -> String {
    let written = String(text.unicodeScalars.map { isName("a\($0)") ? Character($0) : "_" })
    return isName(written) ? written : "_" + written
}
