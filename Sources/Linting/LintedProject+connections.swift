import Configuration
import Kinds

extension LintedProject {
    /// The URLs of PostgreSQL connections of all profiles, as written.
    var connectionURLs: [(name: String, node: Node)] {
        projectEntries(of: "profiles").flatMap { profile in
            profile.value.entries(of: "connections").compactMap { connection in
                guard let target = connection.value["postgres"] else { return nil }
                let url = target["url"] ?? target
                return url.scalar == nil ? nil : (connection.key, url)
            }
        }
    }
}
