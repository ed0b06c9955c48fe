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
