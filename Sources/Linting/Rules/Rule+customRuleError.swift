import Kinds
package import Reporting

extension Rule {
    package static let customRuleError = Rule(
        "EST9013",
        "custom-rule-error",
        scope: .project,
        fix: .unsafe,
        since: "0.2.0",
        summary: "A policy of 'lint:' cannot be asked.",
        explanation: """
            A policy that nobody can answer would hold of everything, without a word. Its code is 'X', letters and digits; \
            its expressions are boolean, name what there is of its kind, and know no clock and no chance, so that lint says \
            the same each time. The reference lists what can be asked.
            """,
        bad: """
            sinks: {}
            # file: esteira.yaml
            project: shop
            lint:
              policies:
                XOWN1:
                  for: pipeline
                  require: ⟦ownr⟧ is not null
                  message: A pipeline needs an owner.
            """,
        good: """
            sinks: {}
            # file: esteira.yaml
            project: shop
            lint:
              policies:
                XOWN1:
                  for: pipeline
                  require: owner is not null
                  message: A pipeline needs an owner.
            """
    )
}

extension Check {
    static let customRuleError = Check(.customRuleError) { project, found in
        found.report(contentsOf: project.policies.faults)
        for finding in project.policies.idlePatterns(among: project.files.sources.map(\.path)) { found.report(finding) }
    }
}
