internal import Engines

/// How a CSV file is written. Nothing is guessed from its content.
package struct CSVDialect: Hashable, Sendable {
    package var delimiter: String
    /// nil: no value is quoted.
    package var quote: String?
    package var escape: String?
    package var hasHeader: Bool
    /// Texts that mean null where they are not quoted: `""` is the empty string, nothing at all is null.
    package var nulls: [String]
    /// As `strptime` has it: `%d/%m/%Y`. nil: ISO 8601.
    package var dateFormat: String?
    package var timestampFormat: String?
    /// `.` or `,`.
    package var decimalSeparator: String
    /// `utf-8`, `utf-16` or `latin-1`.
    package var encoding: String
    /// `none`, `gzip` or `zstd`; nil: by the file's extension.
    package var compression: String?

    package init(
        delimiter: String = ",",
        quote: String? = "\"",
        escape: String? = "\"",
        hasHeader: Bool = true,
        nulls: [String] = [""],
        dateFormat: String? = nil,
        timestampFormat: String? = nil,
        decimalSeparator: String = ".",
        encoding: String = "utf-8",
        compression: String? = nil
    ) {
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
        self.hasHeader = hasHeader
        self.nulls = nulls
        self.dateFormat = dateFormat
        self.timestampFormat = timestampFormat
        self.decimalSeparator = decimalSeparator
        self.encoding = encoding
        self.compression = compression
    }

    /// As the reader sees it, which goes by names where nothing is said.
    package func isCompressed(_ path: String) -> Bool {
        guard let compression else { return path.hasSuffix(".gz") || path.hasSuffix(".zst") }
        return compression != "none"
    }

    /// Arguments of `read_csv` that say how the text is cut into values.
    var structure: [SQL] {
        var arguments: [SQL] = [
            "auto_detect = false", "header = \(SQL(trusted: String(hasHeader)))", "delim = \(literal: delimiter)",
            "quote = \(literal: quote ?? "")", "escape = \(literal: quote == nil ? "" : escape ?? "")",
            "nullstr = [\(nulls.map { "\(literal: $0)" as SQL }.joined(separator: ", "))]",
            "allow_quoted_nulls = false",
        ]
        arguments += file
        return arguments
    }

    /// Arguments that say how bytes become text.
    var file: [SQL] {
        var arguments: [SQL] = []
        if encoding != "utf-8" { arguments.append("encoding = \(literal: encoding)") }
        if let compression { arguments.append("compression = \(literal: compression)") }
        return arguments
    }

    /// Arguments that say how values become numbers and dates.
    var formats: [SQL] {
        var arguments: [SQL] = []
        if let dateFormat { arguments.append("dateformat = \(literal: dateFormat)") }
        if let timestampFormat { arguments.append("timestampformat = \(literal: timestampFormat)") }
        if decimalSeparator != "." { arguments.append("decimal_separator = \(literal: decimalSeparator)") }
        return arguments
    }
}
