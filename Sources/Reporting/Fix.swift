/// A change of the files that puts a finding right.
package struct Fix: Hashable, Sendable {
    package enum Applicability: String, Hashable, Sendable, CaseIterable {
        /// The meaning cannot change.
        case safe
        /// Most likely what was meant; a person decides.
        case unsafe
    }

    package var applicability: Applicability
    /// What it does, as an order: "replace 'ownr' by 'owner'".
    package var title: Message
    /// They do not overlap.
    package var edits: [TextEdit]

    package init(_ applicability: Applicability, _ title: Message, _ edits: [TextEdit]) {
        self.applicability = applicability
        self.title = title
        self.edits = edits
    }
}

/// A stretch of a file and what is to stand there instead.
package struct TextEdit: Hashable, Sendable {
    package var file: String
    /// UTF-8 offsets; empty to insert.
    package var range: Range<Int>
    package var replacement: String

    package init(file: String, range: Range<Int>, replacement: String) {
        self.file = file
        self.range = range
        self.replacement = replacement
    }

    package init(_ span: Span, _ replacement: String) {
        self.init(file: span.file, range: span.start.offset..<span.end.offset, replacement: replacement)
    }
}
