import Expressions

/// What a suite calls a type. Names of the SQL vocabulary mean one width; pandas and Spark names a family.
struct TypeName {
    private let fits: (DataType) -> Bool

    /// Nil for a name that means no type.
    init?(_ name: String) {
        if let family = Self.families[name] {
            fits = { Self.family(of: $0) == family }
            return
        }
        guard let type = parseDataType(name) else { return nil }
        let isBareDecimal = ["decimal", "numeric"].contains(name.lowercased())
        fits = { $0 == type || (isBareDecimal && Self.family(of: $0) == .decimal) }
    }

    func means(_ type: DataType) -> Bool { fits(type) }

    private enum Family { case integer, float, decimal, text, boolean, date, timestamp }

    private static let families: [String: Family] = [
        "int32": .integer, "int64": .integer, "Int32": .integer, "Int64": .integer, "long": .integer,
        "IntegerType": .integer, "LongType": .integer, "ShortType": .integer,
        "float": .float, "float32": .float, "float64": .float, "FloatType": .float, "DoubleType": .float,
        "DOUBLE_PRECISION": .float,
        "str": .text, "object": .text, "category": .text, "StringType": .text, "bool": .boolean,
        "BooleanType": .boolean,
        "datetime64": .timestamp, "datetime64[ns]": .timestamp, "datetime64[us]": .timestamp,
        "datetime64[ms]": .timestamp, "datetime64[s]": .timestamp, "datetime": .timestamp, "Timestamp": .timestamp,
        "TimestampType": .timestamp, "DateType": .date, "DecimalType": .decimal,
    ]

    private static func family(of type: DataType) -> Family? {
        switch type {
        case .int, .bigint: .integer
        case .double: .float
        case .decimal: .decimal
        case .string: .text
        case .boolean: .boolean
        case .date: .date
        case .timestamp, .timestamptz: .timestamp
        default: nil
        }
    }
}
