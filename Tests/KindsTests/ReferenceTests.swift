import Configuration
import Kinds
import Reporting
import Testing

/// The pages of the reference, which `scripts/test-docs` compares with the files of `docs/reference`.
struct ReferenceTests {
    @Test func `a diagnostic is a section`() {
        let rule = Rule(
            "EST9999",
            "late-train",
            .warning,
            summary: "A train is late.",
            explanation: "Wait for it.",
            bad: "train: late\n",
            good: "train: there\n"
        )
        #expect(
            ReferencePage.diagnostics.markdown(rules: [rule], policies: "").hasSuffix(
                """
                ## EST9999 late-train

                Warning: A train is late.

                Wait for it.

                Wrong:

                ```text
                train: late
                ```

                Right:

                ```text
                train: there
                ```

                """
            )
        )
    }

    @Test func `a step is a section with a table of its keys`() {
        #expect(
            ReferencePage.steps.markdown(rules: [], policies: "").contains(
                """
                ## dedupe

                Keep one row of each key.

                Short form: a bare value is `key`.

                | Key | Value | Default | Meaning |
                |---|---|---|---|
                | `key` | column, or a list | required | Columns that identify a row. |
                | `order` | text, or a list |  | Columns that say which row is first; `-column` descends. Such as `[updated_at]`. |
                | `keep` | `first`, `last` | `first` | Which row of the key stays. |
                """
            )
        )
    }

    @Test func `keys of nested records follow theirs`() {
        let page = ReferencePage.files.markdown(rules: [], policies: "")
        #expect(page.contains("| `csv.path` | text | required |"))
        #expect(page.contains("| `profiles` | [mapping: profile](#profile) |  | Places"))
        #expect(page.contains("| `params.NAME.type` |"))
    }

    @Test func `every kind has its section`() {
        let steps = ReferencePage.steps.markdown(rules: [], policies: "")
        #expect(builtInSteps.allSatisfy { steps.contains("\n## \($0.spec.name)\n") })
        let generators = ReferencePage.generators.markdown(rules: [], policies: "")
        #expect(builtInColumnKinds.allSatisfy { generators.contains("\n## \($0.spec.name)\n") })
    }
}
