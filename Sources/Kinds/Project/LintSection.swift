package import Configuration
package import Reporting

/// What `lint:` of `esteira.yaml` says: texts with their places, whose rules the linter looks up.
package struct LintSection: Sendable {
    package var select: [Text] = []
    package var ignore: [Text] = []
    package var severities: [(selector: Text, severity: Severity)] = []
    package var perFileIgnores: [(pattern: Text, selectors: [Text])] = []
    /// What is set of single rules.
    package var options: [(rule: Text, option: Text, value: Text)] = []
    /// Rules of the project's own, in the order of the file.
    package var policies: [PolicyDeclaration] = []
    /// The least severity that fails.
    package var deny: Severity?
    /// Path of the baseline, relative to the project.
    package var baseline: Text?

    package init() {}
}

extension LintSection {
    package static let spec = KindSpec("lint", summary: "What `esteira lint` looks for and how grave it is.") {
        Field(
            "select", .oneOrMany(.string), default: "all", example: "[EST3, csv-dialect-unset]",
            doc: "Rules to look for: codes, first digits of codes, names, or `all`.")
        Field(
            "ignore", .oneOrMany(.string), example: "[EST9002]",
            doc: "Rules to leave out. Of `select` and `ignore` the more exact one wins.")
        Field(
            "severity", .map(.choice(Severity.allCases.map(\.rawValue))), example: "{EST3011: hint}",
            doc: "Severity of rules, by code, first digits or name, in place of their own.")
        Field(
            "per_file_ignores", .map(.oneOrMany(.string)), example: "{\"pipelines/legacy/**\": [EST9]}",
            doc: "Rules to leave out in the files of a pattern: `*` is within a folder, `**` crosses folders.")
        Field(
            "rules", .map(.map(.string)), example: "{EST3017: {min_mib: 16}}",
            doc: "Thresholds and patterns of rules, by code or name; `esteira explain` lists those of a rule.")
        Field(
            "policies", .map(.record(PolicyDeclaration.spec)),
            example: "{XOWN1: {for: pipeline, require: owner is not null, message: A pipeline needs an owner.}}",
            doc: "Rules of the project's own, by code: `X`, letters, digits.")
        Field(
            "deny", .choice(Severity.allCases.map(\.rawValue)), default: "error",
            doc: "The least severity that fails: exit code 1.")
        Field(
            "baseline", .string, example: "lint-baseline.json",
            doc: "A file of findings that are accepted for now; see `--write-baseline`.")
    }

    /// Reads what is right and passes over the rest, which reading the project reports.
    package init(_ project: Node?) {
        self.init()
        var reported = Diagnostics()
        guard let node = project?["lint"],
            let record = RecordReader(scope: Scope(requiresEnvironment: false)).read(
                node, as: Self.spec, found: &reported)
        else { return }
        select = record.texts("select")
        ignore = record.texts("ignore")
        severities = record.map("severity").compactMap { name, value in
            value.asText.flatMap { Severity(rawValue: $0.string) }.map { (name, $0) }
        }
        perFileIgnores = record.map("per_file_ignores").map { pattern, value in
            (pattern, (value.asList ?? [value]).compactMap(\.asText))
        }
        for (rule, value) in record.map("rules") {
            guard let written = value.asMap else { continue }
            options += written.compactMap { option, value in value.asText.map { (rule, option, $0) } }
        }
        policies = record.map("policies").compactMap { code, value in
            value.asRecord.map { PolicyDeclaration(code, $0) }
        }
        deny = record.text("deny").flatMap { Severity(rawValue: $0.string) }
        baseline = record.text("baseline")
    }
}
