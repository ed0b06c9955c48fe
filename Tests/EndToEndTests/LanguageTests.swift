import Testing

/// Messages in the person's language, and all that programs read the same in each.
@Suite struct LanguageTests {
    private static let english = """
        pipelines/ecommerce_etl.yaml:55:30: error[EST4003]: no column 'staus' (did you mean 'status'?)

        """
    private static let portuguese = """
        pipelines/ecommerce_etl.yaml:55:30: erro[EST4003]: não há coluna 'staus' (você quis dizer 'status'?)

        """

    private func brokenShop() throws -> Place {
        let place = try Place.shop()
        try place.edit("pipelines/ecommerce_etl.yaml", "trim(status)", "trim(staus)")
        return place
    }

    @Test func `Findings are in the language that is asked for, wherever it is asked for`() async throws {
        let place = try brokenShop()
        #expect(try await place.esteira(["lint"], ends: 1).output == Self.english)
        #expect(try await place.esteira(["lint", "--lang", "pt-BR"], ends: 1).output == Self.portuguese)
        #expect(try await place.esteira(["--lang=pt-BR", "lint"], ends: 1).output == Self.portuguese)
    }

    @Test func `The locale decides where nothing is asked for`() async throws {
        let place = try brokenShop()
        let brazil = ["LC_ALL": "", "LANG": "pt_BR.UTF-8"]
        #expect(try await place.esteira(["lint"], environment: brazil).output == Self.portuguese)
        #expect(try await place.esteira(["lint", "--lang", "en"], environment: brazil).output == Self.english)
    }

    @Test func `Fingerprints are the same in every language`() async throws {
        let place = try brokenShop()
        let english = try await fingerprints(place, "en")
        #expect(!english.isEmpty)
        #expect(try await fingerprints(place, "pt-BR") == english)
    }

    @Test func `Rules are explained and runs refused in Portuguese`() async throws {
        let place = try brokenShop()
        let told = try await place.esteira(["explain", "EST4003", "--lang", "pt-BR"], ends: 0).output
        #expect(told.hasPrefix("EST4003 unknown-column (erro)\n"), "\(told)")
        let refused = try await place.esteira(["run", "ecommerce_etl", "--lang", "pt-BR"], ends: 2).report
        #expect(refused.contains("erro: o projeto tem erros; nada foi iniciado"), "\(refused)")
        let unknown = try await place.esteira(["lint", "--lang", "fr"], ends: 2).report
        #expect(unknown == "error: '--lang fr': messages are in 'en' and 'pt-BR'\n")
    }

    private func fingerprints(_ place: Place, _ language: String) async throws -> [Substring] {
        let found = try await place.esteira(["lint", "--format", "json", "--lang", language], ends: 1).output
        return found.split(separator: "\n").filter { $0.contains("\"fingerprint\"") }
    }
}
