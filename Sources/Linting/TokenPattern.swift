/// How the tokens of a provider look, by what their makers say in public.
struct TokenPattern: Sendable {
    /// Of the provider, for people.
    let name: String
    let prefix: [UInt8]
    /// Fewest characters behind the prefix.
    let length: Int
    let alphabet: Alphabet

    enum Alphabet: Sendable {
        case capitals, hexadecimal, letters
        /// Letters, digits, `-`, `_` and `.`.
        case words
    }

    private init(_ name: String, _ prefix: String, _ length: Int, _ alphabet: Alphabet = .letters) {
        self.name = name
        self.prefix = Array(prefix.utf8)
        self.length = length
        self.alphabet = alphabet
    }

    /// By the first byte of the prefix: all that a scan looks at in most places.
    static let byFirst: [UInt8: [TokenPattern]] = Dictionary(grouping: all) { $0.prefix[0] }

    private static let all: [TokenPattern] = [
        .init("Amazon", "AKIA", 16, .capitals), .init("Amazon", "ASIA", 16, .capitals),
        .init("Anthropic", "sk-ant-", 20, .words), .init("Atlassian", "ATATT3", 40, .words),
        .init("Databricks", "dapi", 32, .hexadecimal), .init("DigitalOcean", "dop_v1_", 64, .hexadecimal),
        .init("Doppler", "dp.pt.", 40), .init("GitHub", "ghp_", 36), .init("GitHub", "gho_", 36),
        .init("GitHub", "ghu_", 36), .init("GitHub", "ghs_", 36), .init("GitHub", "ghr_", 36),
        .init("GitHub", "github_pat_", 40, .words), .init("GitLab", "glpat-", 20, .words),
        .init("Google", "AIza", 35, .words), .init("HashiCorp Vault", "hvs.", 24, .words),
        .init("Hugging Face", "hf_", 34), .init("JSON Web Token", "eyJ", 60, .words),
        .init("Linear", "lin_api_", 40), .init("Notion", "ntn_", 40), .init("OpenAI", "sk-proj-", 20, .words),
        .init("SendGrid", "SG.", 60, .words), .init("Shopify", "shpat_", 32, .hexadecimal),
        .init("Slack", "xoxa-", 20, .words), .init("Slack", "xoxb-", 20, .words), .init("Slack", "xoxp-", 20, .words),
        .init("Slack", "xoxr-", 20, .words), .init("Slack", "xoxs-", 20, .words), .init("Stripe", "rk_live_", 16),
        .init("Stripe", "sk_live_", 16), .init("Stripe", "sk_test_", 16), .init("Supabase", "sbp_", 40, .hexadecimal),
    ]

    /// Where the token that begins here ends; nil where none does.
    func end(in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes[start...].starts(with: prefix) else { return nil }
        var end = start + prefix.count
        while end < bytes.count, alphabet.contains(bytes[end]) { end += 1 }
        return end - start - prefix.count >= length ? end : nil
    }
}

extension TokenPattern.Alphabet {
    fileprivate func contains(_ byte: UInt8) -> Bool {
        let isDigit = (0x30...0x39).contains(byte)
        let isCapital = (0x41...0x5A).contains(byte)
        return switch self {
        case .capitals: isDigit || isCapital
        case .hexadecimal: isDigit || (0x61...0x66).contains(byte)
        case .letters: isDigit || isCapital || (0x61...0x7A).contains(byte)
        case .words: isDigit || isCapital || (0x61...0x7A).contains(byte) || "-_.".utf8.contains(byte)
        }
    }
}
