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
}
