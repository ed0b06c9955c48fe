import Portuguese
import Reporting
import Testing

struct PortugueseReportTests {
    private static let rule = Rule(
        "EST2003", "unresolved-reference", summary: "A name stands for nothing that is declared.", explanation: "Names."
    )
    private static let source = SourceText(path: "pipelines/shop.yaml", text: "from: raw.order\n")
    private static let finding = Diagnostic(
        rule, "no dataset named 'raw.order'" as Message, at: source.span(6..<15),
        help: "did you mean '\("raw.orders")'?",
        fix: Fix(
            .unsafe, "replace '\("raw.order")' by '\("raw.orders")'", [TextEdit(source.span(6..<15), "raw.orders")]))

    private func report(_ language: Language) -> DiagnosticReport {
        DiagnosticReport(
            [Self.finding], sources: [Self.source], rules: [Self.rule], toolVersion: "0",
            summary: CheckSummary(fileCount: 3, hiddenHints: 1), language: language)
    }

    @Test func `frames, notes and counts are in the language`() {
        #expect(
            report(portuguese).rendered(as: .text) == """
                erro[EST2003] no dataset named 'raw.order'
                 --> pipelines/shop.yaml:1:7
                  |
                1 | from: raw.order
                  |       ^^^^^^^^^
                ajuda: você quis dizer 'raw.orders'?
                correção: trocar 'raw.order' por 'raw.orders' (--unsafe-fixes)

                Conferência de 3 arquivos: 1 erro, 1 com correção automática (0 sem risco). Sem mostrar: 1 dica (--hints).
                para saber mais: esteira explain EST2003

                """)
    }

    @Test func `what programs compare is the same in every language`() throws {
        #expect(report(portuguese).fingerprints == report(.english).fingerprints)
        #expect(report(portuguese).diagnostics.map(\.rule.name) == ["unresolved-reference"])
    }

    @Test func `a rule's page is in the language`() {
        #expect(
            explanation(of: Self.rule, in: portuguese) == """
                EST2003 unresolved-reference (erro)
                olha um arquivo; sem correção; desde 0.1.0

                Um nome não corresponde a nada que esteja declarado.

                Datasets, esquemas, suítes e conexões são citados pelo nome; a mensagem lista o
                mais próximo ou todos.

                """)
    }
}
