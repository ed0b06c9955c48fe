import Reporting

extension RecordReader {
    func reportShape(
        _ node: Node, _ wanted: Message, in context: Context, help: Message?, fix: Fix? = nil, found: inout Diagnostics
    ) {
        found.report(
            Diagnostic(
                .wrongShape,
                "\(context.quoted) must be \(wanted), found \(node.phrase)",
                at: node.reportedSpan(context),
                help: help ?? (node.isNull ? "give it a value, or remove the key" : nil),
                fix: fix
            )
        )
    }

    /// A scalar of the wrong type: the variable's fault when it is nothing but one.
    func reportMisfit(
        _ read: ReadScalar,
        as shape: Shape,
        in context: Context,
        help: Message? = nil,
        fix: Fix? = nil,
        found: inout Diagnostics
    ) {
        let span = read.text.string.isEmpty ? context.keySpan ?? read.text.span : read.text.span
        if let whole = read.whole {
            found.report(
                Diagnostic(
                    .variableType,
                    "\(context.quoted) must be \(shape.phrase), and '\(whole.name)' is \(whole.value.phrase)",
                    at: span,
                    help: help
                )
            )
        } else {
            let isEmpty = read.text.string.isEmpty && read.core == .null
            found.report(
                Diagnostic(
                    .wrongShape,
                    "\(context.quoted) must be \(shape.phrase), found \(read.phrase)",
                    at: span,
                    help: help ?? (isEmpty ? "give it a value, or remove the key" : nil),
                    fix: fix
                )
            )
        }
    }

    func reportRange(
        _ read: ReadScalar,
        _ limits: Message,
        in context: Context,
        help: Message? = nil,
        found: inout Diagnostics
    ) {
        found.report(
            Diagnostic(
                .outOfRange,
                "\(context.quoted) must be \(limits), found '\(shortened("\(read.text)"))'",
                at: read.text.span,
                help: help
            )
        )
    }

    func reportMeasure(
        _ read: ReadScalar,
        as shape: Shape,
        in context: Context,
        meaning meant: String?,
        help: Message? = nil,
        found: inout Diagnostics
    ) {
        guard read.core != .null, !read.text.string.isEmpty else {
            return reportMisfit(read, as: shape, in: context, found: &found)
        }
        found.report(
            Diagnostic(
                .badDurationOrSize,
                "\(context.quoted) must be \(shape.phrase), found '\(shortened("\(read.text)"))'",
                at: read.text.span,
                help: help ?? meant.map { "write \($0)" },
                fix: meant.flatMap { read.respelled($0, .safe) }
            )
        )
    }
}

extension ReadScalar {
    /// Writes the whole scalar anew, quotes included; nil where it does not stand in the file as it is.
    func respelled(_ written: String, _ applicability: Fix.Applicability) -> Fix? {
        guard isLiteral, !text.string.isEmpty, text.span.start.line == text.span.end.line else { return nil }
        return Fix(applicability, "write \(written)", [TextEdit(text.span, written)])
    }
}

extension Node {
    /// Nothing has no extent: its key is the place to look at.
    fileprivate func reportedSpan(_ context: RecordReader.Context) -> Span {
        scalar?.text.isEmpty == true && isNull ? context.keySpan ?? span : span
    }
}
