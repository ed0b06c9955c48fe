package import Reporting

/// The Portuguese of Brazil.
package let portuguese = Language(
    "pt-BR",
    templates: merged([
        reportingTemplates, configurationTemplates, yamlTemplates, expressionsTemplates, synthesisTemplates,
        qualityTemplates, kindsTemplates, planningTemplates, lintingTemplates, governanceTemplates, runnersTemplates,
        programTemplates, planTextTemplates, planPhrases,
    ]),
    rules: merged([
        fileRules, structureRules, nameRules, schemaRules, expressionRules, expectationRules, lakeRules,
        scheduleRules, secretRules, toolRules,
    ]))

private func merged<Value>(_ parts: [[String: Value]]) -> [String: Value] {
    parts.reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }
}
