import Configuration
import Reporting

/// What profiles say of parameters, which pipelines declare.
struct ProfileValues: Sendable {
    /// Of the profile that was asked for, by the parameter's name.
    private(set) var chosen: [String: WrittenParameter] = [:]
    /// Of all other profiles, to be checked; without those whose `${…}` depends on where they run.
    private(set) var others: [String: [WrittenParameter]] = [:]

    init() {}

    init(_ profiles: [Node.Entry], chosen name: String, scope: Scope, found: inout Diagnostics) {
        for profile in profiles {
            guard let params = profile.value[Profile.paramsField.name] else { continue }
            if profile.key == name {
                chosen = Self.resolved(params, scope: scope, found: &found)
            } else if let entries = params.entries {
                for entry in entries {
                    guard let value = WrittenParameter(entry.value) else { continue }
                    others[entry.key, default: []].append(value)
                }
            }
        }
    }

    private static func resolved(_ params: Node, scope: Scope, found: inout Diagnostics) -> [String: WrittenParameter] {
        var scope = scope
        scope.allowsSecrets = false  // plans show the values of parameters
        let field = Profile.paramsField
        let item = RecordReader(scope: scope).read(params, shape: field.shape, name: field.name, found: &found)
        guard let values = item?.asMap else { return [:] }
        return Dictionary(
            values.compactMap { name, value in WrittenParameter(value).map { (name.string, $0) } },
            uniquingKeysWith: { $1 })
    }
}
