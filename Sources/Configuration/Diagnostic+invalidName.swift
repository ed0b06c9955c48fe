package import Reporting

extension Diagnostic {
    package static func invalidName(_ text: Text) -> Diagnostic {
        Diagnostic(
            .invalidName,
            "'\(shortened("\(text)"))' is not a name",
            at: text.span,
            help: "use letters, digits and '_', not starting with a digit, at most 63 bytes"
        )
    }
}
