package import Kinds
import Reporting

/// What a plan was made from besides the pipeline, and how far it looked.
package struct PlanInputs: Hashable, Sendable {
    package var contact: Contact
    /// Sorted by path, without `.env`: what it holds stays out of plans, also as a digest. The lock of the schemas says
    /// nothing of what runs.
    package var files: [InputFile]
    /// Names of variables that the files take from outside, sorted.
    package var environment: [String]
    /// Microseconds since 1970-01-01 UTC; nil where nothing is to depend on the clock.
    package var now: Int64?

    package struct InputFile: Hashable, Sendable, Codable {
        /// Relative to the project's folder.
        package var path: String
        /// SHA-256 of its bytes.
        package var digest: String
    }

    package init(contact: Contact = .offline, files: ProjectFiles = ProjectFiles([]), now: Int64? = nil) {
        self.contact = contact
        self.now = now
        let read = files.sources.filter { $0.path != ".env" && $0.path != SchemaLock.file }
        environment = Set(read.flatMap(\.variables)).sorted()
        self.files = read.map { source in
            InputFile(path: source.path, digest: fingerprint(bytes: source.utf8))
        }
    }
}

extension SourceText {
    /// The names in `${env.NAME}`, `${secret.NAME:-default}` and the like.
    fileprivate var variables: [String] {
        String(decoding: utf8, as: UTF8.self).matches(of: #/\$\{\s*(?:env|secret)\.([A-Za-z_][A-Za-z0-9_]*)/#).map {
            String($0.output.1)
        }
    }
}

/// How far planning went to look, from nothing to running on samples.
package enum Contact: Int, Hashable, Sendable, Codable, CaseIterable {
    case offline
    case metadata
    case probe
    case simulation

    package var words: String {
        switch self {
        case .offline: "level 0, offline: the project's files alone; nothing else was asked"
        case .metadata: "level 1: ledger and metadata, read only; no statement was executed"
        case .probe: "level 2: ledger, metadata, and every connection; they were opened, read only"
        case .simulation: "level 3: generated sample rows, in this process; nothing outside was changed"
        }
    }
}
