/// Every function and operator of the language.
package enum Catalogue {
    /// By name.
    package static let functions: [Function] =
        (aggregateFunctions + conditionalFunctions + dateFunctions + listFunctions + numericFunctions + operators
        + stringFunctions).sorted { $0.name < $1.name }

    /// By name or alias, lower case.
    package static func function(named name: String) -> Function? { byName[name] }

    private static let byName: [String: Function] = Dictionary(
        uniqueKeysWithValues: functions.flatMap { function in
            ([function.name] + function.aliases).map { ($0, function) }
        }
    )

    /// By name or alias, for what a person can call: an operator only where it has a name made of letters.
    static func callable(named name: String) -> Function? {
        guard let function = byName[name], function.family != .operation || function.name != name else { return nil }
        return function
    }

    static let callableNames: [String] = byName.keys.filter { callable(named: $0) != nil }.sorted()
}
