import Engines

/// What DuckDB drops without a word when a text becomes a value: the rest of `1.5` in an integer column, the third
/// digit of `1.999` in a `DECIMAL(10,2)`, the time of day in a date, the offset and the nanoseconds of a timestamp.
///
/// Decided from the text, as no type wide enough holds them all. Each condition first asks what is cheap and false of
/// nearly all values, then what is exact.
struct CSVLoss: Sendable {
    private let kind: Kind
    private let decimalSeparator: String

    fileprivate enum Kind {
        /// Digits after the point that the type keeps.
        case number(scale: Int)
        case date
        case timestamp(keepsOffset: Bool)
    }

    /// Nil for types that keep all of what they take.
    init?(_ column: FileColumn, _ dialect: CSVDialect) {
        guard let kind = Kind(column.type.text.uppercased()) else { return nil }
        switch kind {
        case .number: break
        case .date: if dialect.dateFormat != nil { return nil }
        case .timestamp: if dialect.timestampFormat != nil { return nil }
        }
        self.kind = kind
        decimalSeparator = dialect.decimalSeparator
    }

    /// Whether a text loses something; what the type does not take at all is not told here.
    func condition(_ text: SQL) -> SQL {
        switch kind {
        case .number(let scale):
            let text: SQL = decimalSeparator == "." ? text : "replace(\(text), \(literal: decimalSeparator), '.')"
            return "((\(Self.mayHaveRest(text, scale))) AND \(Self.neededScale(text)) > \(scale))"
        case .date:
            return """
                (CAST(TRY_CAST(\(text) AS DATE) AS VARCHAR) <> \(text) AND NOT regexp_full_match(\(text), \
                \(literal: Self.midnight)))
                """
        case .timestamp(let keepsOffset):
            let fraction: SQL = "regexp_matches(\(text), '[.][0-9]{6}0*[1-9]')"
            let offset: SQL = "regexp_matches(\(text), ':[0-9.]+ ?[+-][0-9:]*[1-9]')"
            return """
                (\(text) NOT LIKE '____-__-_____:__:__' AND \
                (\(keepsOffset ? fraction : "\(fraction) OR \(offset)" as SQL)))
                """
        }
    }

    var isOfNumbers: Bool {
        if case .number = kind { true } else { false }
    }

    /// What is lost, to follow the text in a sentence.
    var reason: String {
        switch kind {
        case .number(scale: 0): "is not a whole number"
        case .number(let scale): "has more than \(scale) digit\(scale == 1 ? "" : "s") after the point"
        case .date: "has more than a date"
        case .timestamp(keepsOffset: true): "has more than six digits of a second"
        case .timestamp: "has an offset, or more than six digits of a second"
        }
    }

    /// A type that takes no text of this kind, so that every one of them is a reject with its line.
    var refusingType: SQL {
        if case .number = kind { "DATE" } else { "BOOLEAN" }
    }

    private static func mayHaveRest(_ text: SQL, _ scale: Int) -> SQL {
        // Without a point only a negative exponent leaves a rest. Other tools write whole numbers as `1.0`.
        scale == 0
            ? "(contains(\(text), '.') AND NOT ends_with(\(text), '.0')) OR contains(\(text), '-')"
            : "strpos(\(text), '.') BETWEEN 1 AND length(\(text)) - \(scale + 1) OR contains(\(text), '-')"
    }

    /// How many digits after the point the number needs: below zero for `1e3`.
    private static func neededScale(_ text: SQL) -> SQL {
        func part(_ index: Int) -> SQL {
            "replace(regexp_extract(\(text), \(literal: number), \(index)), '_', '')"
        }
        let (whole, fraction, exponent) = (part(1), "rtrim(\(part(2)), '0')" as SQL, part(3))
        return """
            CASE WHEN rtrim(\(whole), '0') = '' AND \(fraction) = '' THEN 0 ELSE \
            coalesce(CASE WHEN \(fraction) <> '' THEN length(\(fraction)) \
            ELSE length(rtrim(\(whole), '0')) - length(\(whole)) END \
            - CASE WHEN \(exponent) = '' THEN 0 ELSE TRY_CAST(\(exponent) AS BIGINT) END, 99) END
            """
    }

    private static let number = #"^\s*[+-]?([0-9_]*)[.]?([0-9_]*)(?:[eE]([+-]?[0-9_]+))?\s*$"#
    /// A date, or one with a time of day that is none.
    private static let midnight =
        #"\s*([a-z]+|-?\d+[-/ \\]\d+[-/ \\]\d+(\s*\(BC\))?([T ]\s*(00?(:00(:00([.]0*)?)?)?)?\s*(Z|UTC|[+-]00(:?00)?)?)?)\s*"#
}

extension CSVLoss.Kind {
    fileprivate init?(_ type: String) {
        switch type {
        case "INTEGER", "BIGINT", "SMALLINT", "TINYINT", "HUGEINT": self = .number(scale: 0)
        case "DATE": self = .date
        case "TIMESTAMP": self = .timestamp(keepsOffset: false)
        case "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE": self = .timestamp(keepsOffset: true)
        default:
            guard type.hasPrefix("DECIMAL(") || type.hasPrefix("NUMERIC(") else { return nil }
            let digits = type.dropLast().split(separator: ",").dropFirst().first?.filter(\.isNumber)
            guard let scale = digits.flatMap({ Int($0) }) else {
                self = .number(scale: 0)  // none is written
                return
            }
            self = .number(scale: scale)
        }
    }
}
