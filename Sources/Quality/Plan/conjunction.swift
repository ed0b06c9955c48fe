import Engines

/// The conditions that are there, joined; nil where there is none.
func conjunction(_ conditions: [SQL?]) -> SQL? {
    let present = conditions.compactMap(\.self)
    return present.isEmpty ? nil : present.joined(separator: " AND ")
}

/// ` WHERE …`, or nothing where every row is meant.
func filter(by condition: SQL?) -> SQL {
    guard let condition else { return "" }
    return " WHERE \(condition)"
}
