import Configuration
package import Reporting

extension Rule {
    package static let tlsUnverified = Rule(
        "EST8006",
        "tls-unverified",
        .warning,
        fix: .unsafe,
        since: "0.2.0",
        summary: "A connection is encrypted, but nobody asks who is at the other end.",
        explanation: """
            With `sslmode=require` any server will do, also one that somebody put in between. `verify-full` asks for a \
            certificate with the host's name; `sslrootcert=system` trusts the machine's authorities.
            """,
        bad: """
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                lake: lake
                connections:
                  warehouse: {postgres: "postgresql://shop@db.example.org/shop?sslmode=⟦require⟧"}
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
    static let tlsUnverified = Check(.tlsUnverified) { project, found in
        for (_, node) in project.connectionURLs {
            // With a certificate to judge by, `require` checks it.
            guard let url = ConnectionURL(node), !url.hasRootCertificate, let mode = url.weakMode(among: ["require"])
            else { continue }
            found.report(
                Diagnostic(
                    .tlsUnverified,
                    "'sslmode=require' takes any server for the right one",
                    at: mode.span,
                    help: "write 'sslmode=verify-full'",
                    fix: url.fix(mode: "verify-full")
                )
            )
        }
    }
}
