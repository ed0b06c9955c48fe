import Configuration
import Kinds

extension LintedProject {
    /// Whether the sink's connection is a PostgreSQL database in the profile that was read.
    func loadsPostgres(_ sink: SinkDeclaration) -> Bool {
        if case .postgres = project?.profile.connections[sink.connection.string]?.target { true } else { false }
    }
}
