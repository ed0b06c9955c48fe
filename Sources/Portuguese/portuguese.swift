package import Reporting

/// The Portuguese of Brazil.
package let portuguese = Language(
    "pt-BR",
    templates: joined([
        reportingTemplates, configurationTemplates, yamlTemplates, expressionsTemplates, synthesisTemplates,
        qualityTemplates, kindsTemplates, planningTemplates, lintingTemplates, runnersTemplates,
        programTemplates, planTextTemplates, planPhrases,
    ]),
    rules: joined([
        fileRules, structureRules, nameRules, schemaRules, expressionRules, expectationRules, lakeRules,
        scheduleRules, secretRules, toolRules,
    ]))

private func joined<Value>(_ parts: [[String: Value]]) -> [String: Value] {
    parts.reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }
}
