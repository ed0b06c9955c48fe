import Configuration
import Reporting

extension Suite {
    /// What the suite means, for fingerprints: one line for each expectation, without places, notes and ids.
    package var canonical: String { expectations.map(\.canonical).joined(separator: "\n") }
}

extension Expectation {
    /// Two expectations with the same text find the same in every table.
    package var canonical: String {
        var members: [(String, JSONText)] = [("kind", .string(type(of: kind).spec.name))] + kind.arguments
        if mostly != 1 { members.append(("mostly", .double(mostly))) }
        if let condition { members.append(("where", .string(condition.string))) }
        members.append(("severity", .string(importance.rawValue)))
        return JSONText.object(members).text()
    }
}
