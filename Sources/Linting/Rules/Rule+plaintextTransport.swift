import Configuration
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let plaintextTransport = Rule(
        "EST8005",
        "plaintext-transport",
        .warning,
        fix: .unsafe,
        since: "0.2.0",
        summary: "Data or a password travel to another machine for everybody on the way to read.",
        explanation: """
            With `sslmode=disable` nothing is encrypted, and `allow` and `prefer` do without where the server, or somebody in \
            between, says so. Write `sslmode=verify-full`, and `https:` for files.
            """,
        bad: """
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                lake: lake
                connections:
                  warehouse: {postgres: "postgresql://shop@db.example.org/shop?sslmode=⟦disable⟧"}
            """,
        good: """
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                lake: lake
                connections:
                  warehouse: {postgres: "postgresql://shop@db.example.org/shop?sslmode=verify-full"}
            """
    )
}

extension Check {
    static let plaintextTransport = Check(.plaintextTransport) { project, found in
        for (_, node) in project.connectionURLs {
            guard let url = ConnectionURL(node), let mode = url.weakMode(among: ["disable", "allow", "prefer"]) else {
                continue
            }
            found.report(
                Diagnostic(
                    .plaintextTransport,
                    "'sslmode=\(mode.value)' lets everybody on the way read the data",
                    at: mode.span,
                    help: "write 'sslmode=verify-full'",
                    fix: url.fix(mode: "verify-full")
                )
            )
        }
        for pipeline in project.pipelines {
            for source in pipeline.pipeline.sources where source.path.string.hasPrefix("http://") {
                let host = String(source.path.string.dropFirst(7).prefix { $0 != "/" })
                guard !isLoopback(host: host) else { continue }
                found.report(
                    Diagnostic(
                        .plaintextTransport,
                        "'http:' lets everybody on the way read and change the file",
                        at: source.path.span(of: 0..<7),
                        help: "write 'https:'",
                        fix: source.path.fix(.unsafe, "write 'https:'", replacing: 0..<4, by: "https")
                    )
                )
            }
        }
    }
}
