import Kinds
import Linting
import Reporting
import Testing

struct SecretRuleTests {
    /// Put together here, so that nobody's scanner takes this file for a leak.
    private static let secrets: [(text: String, message: String)] = [
        (["gh", "p_a1B2a1B2a1B2a1B2a1B2a1B2a1B2a1B2a1B2"].joined(), "this looks like a token of GitHub"),
        (["AK", "IAABCDEFGH12345678"].joined(), "this looks like a token of Amazon"),
        (["sk_", "live_abcdefgh12345678"].joined(), "this looks like a token of Stripe"),
        (["-----BEGIN ", "RSA PRIVATE KEY-----"].joined(), "a private key stands here"),
        (["ftp://shop:", "hunter2@files.example.org/x"].joined(), "a password stands in this URL"),
        (
            ["https://hooks.", "slack.com/services/T0AAAAAAA/B0AAAAAAA/aB3dE5fG7hJ9"].joined(),
            "this looks like a webhook of Slack"
        ),
        (["https://shop.example.org/hook?to", "ken=hunter2-hunter2"].joined(), "a token stands in this URL"),
    ]

    @Test(arguments: secrets)
    func `secrets are found wherever they stand`(_ secret: String, _ message: String) throws {
        for text in ["description: '\(secret)'", "# \(secret)\ndescription: x", "meta: {note: [\"\(secret)\"]}"] {
            let found = try findings(text)
            #expect(found.map(\.message.description) == [message])
            #expect(found.allSatisfy { !"\($0.help as Any)".contains("hunter2") })
        }
    }

    @Test(arguments: [
        "description: ghp_short", "description: x_ghp_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "description: 'postgresql://shop:${env.PW}@db.example.org/shop'",
        "description: 'postgresql://shop:shop@localhost:5432/shop'",
        "description: 'postgresql://user:password@db.example.org/shop'", "description: 'https://example.org/a:b@c'",
        "description: 'https://example.org/hook?token=${env.T}'", "description: 'https://example.org/?token=xxxxxxxx'",
        "description: 'https://hooks.slack.com/services/T000/B000/XXXXXXXX'", "meta: {password: changeme}",
        "meta: {password: '${env.PW}'}", "meta: {password: asked at the start}",
        "meta: {key: customer_account_identifier_2}", "meta: {token: sha256_of_the_email}",
    ])
    func `what is none is left alone`(_ text: String) throws {
        #expect(try findings(text).map(\.message.description) == [])
    }

    @Test func `a value without sense is a secret where the key says so`() throws {
        let value = ["Zk3", "9qLw7XtR2vBn8"].joined()
        #expect(
            try findings("meta: {api_key: \(value)}").map(\.message.description) == ["'api_key' looks like a secret"]
        )
        #expect(
            try findings("params: {api_token: {type: string, default: \(value)}}").map(\.message.description) == [
                "'default' looks like a secret"
            ]
        )
        #expect(try findings("meta: {name: \(value)}").isEmpty)
    }

    @Test func `what is called a secret is one, whatever it says, and no report shows it`() throws {
        let example: RuleExample = """
            meta: {password: hunter2}
            # file: esteira.yaml
            project: shop
            profiles:
              local: {lake: lake, s3: {main: {access_key: shop, secret_key: swordfish, session_token: "${secret.TOKEN}"}}}
            """
        let project = try ExampleProject(example)
        let found = project.findings().sorted.filter { $0.rule == .secretLiteral }
        #expect(
            found.map { "\($0.span) \($0.message)" } == [
                "esteira.yaml:3:65 'secret_key' is a secret, and stands here in clear",
                "pipelines/example.yaml:2:18 'password' looks like a secret",
            ])
        let report = DiagnosticReport(found, sources: project.files.sources, toolVersion: "0.1.0")
        #expect(
            report.rendered(as: .text).contains(
                "2 | meta: {password: •••}\n  |                  ^^^\n"))
        for format in DiagnosticFormat.allCases {
            let text = report.rendered(as: format)
            #expect(!text.contains("swordfish") && !text.contains("password: hunter2"), "\(format)")
        }
    }

    @Test(arguments: [
        ("db.example.org", "disable", "EST8005"), ("db.example.org", "prefer", "EST8005"),
        ("db.example.org", "require", "EST8006"),
        ("db.example.org", "verify-full", nil), ("localhost:5432", "disable", nil), ("127.0.0.1", "disable", nil),
        ("[::1]:5432", "disable", nil), ("${env.PGHOST}", "disable", nil),
    ])
    func `a connection to another machine is encrypted and verified`(_ host: String, _ mode: String, _ code: String?)
        throws
    {
        let text = """
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                lake: lake
                connections:
                  warehouse: {postgres: "postgresql://shop@\(host)/shop?sslmode=\(mode)"}
            """
        let found = try ExampleProject(RuleExample(stringLiteral: text)).findings().items
        #expect(found.map(\.rule.code).filter { $0.hasPrefix("EST8") } == (code.map { [$0] } ?? []))
    }

    private func findings(_ text: String) throws -> [Diagnostic] {
        try ExampleProject(RuleExample(stringLiteral: text)).findings().items.filter { $0.rule == .secretLiteral }
    }
}
