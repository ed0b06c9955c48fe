import Configuration
import Kinds
import Reporting

extension Diagnostics {
    /// Reports a connection that the profile does not have, or one whose variables are not set.
    mutating func requireConnection(_ name: Text, of profile: Profile) {
        if profile.connections[name.string] == nil, !profile.unreadConnections.contains(name.string) {
            report(.unknownConnection(name, profile: profile))
        }
        for finding in profile.unsetVariables[name.string, default: []] { report(finding) }
    }

    /// The service of that name, or the only one.
    mutating func requireObjectStore(_ name: Text?, of profile: Profile, at sensor: Text) -> String? {
        let known = profile.objectStores.keys.sorted()
        guard let chosen = name?.string ?? (known.count == 1 ? known.first : nil) else {
            let help: Message =
                known.isEmpty
                ? "write the profile's 's3: {NAME: {endpoint: …}}'"
                : "write 'service:' with one of: \(known.joined(separator: ", "))"
            report(
                Diagnostic(
                    .unresolvedReference, "profile '\(profile.name)' has no single S3 service for '\(sensor.string)'",
                    at: sensor.span, help: help))
            return nil
        }
        let unset = profile.unsetVariables[chosen, default: []]
        for finding in unset { report(finding) }
        if let name, profile.objectStores[chosen] == nil, unset.isEmpty {
            report(.unresolved("S3 service", name, among: known))
        }
        return chosen
    }
}
