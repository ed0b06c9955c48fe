package import Configuration
package import Reporting

/// A rule of the project's own, as `lint: {policies: …}` declares it. Its expressions are not looked at yet.
package struct PolicyDeclaration: Sendable {
    package var code: Text
    package var name: Text?
    /// Nil where it is left out or none of the kinds, as reported.
    package var subject: PolicySubject?
    /// Patterns of files; empty: all.
    package var paths: [Text]
    package var condition: Text?
    package var requirement: Text?
    package var message: Text?
    package var help: Text?
    package var severity: Severity
}

/// What a policy can be about.
package enum PolicySubject: String, Sendable, CaseIterable {
    case pipeline, param, generator, sensor, source, transform, expectation, sink, schema, column
}

extension PolicySubject {
    package var summary: String {
        switch self {
        case .pipeline: "A pipeline."
        case .param: "A parameter of a pipeline."
        case .generator: "A generator of a pipeline."
        case .sensor: "A sensor of a pipeline."
        case .source: "A source of a pipeline."
        case .transform: "A transform of a pipeline."
        case .expectation: "What a pipeline expects of a dataset: its suite."
        case .sink: "A sink of a pipeline."
        case .schema: "A table of `schemas/`."
        case .column: "A column of a table of `schemas/`."
        }
    }

    /// Stands before the name in a finding.
    package var word: Message {
        switch self {
        case .pipeline: "pipeline"
        case .param: "parameter"
        case .generator: "generator"
        case .sensor: "sensor"
        case .source: "source"
        case .transform: "transform"
        case .expectation: "expectation of"
        case .sink: "sink"
        case .schema: "schema"
        case .column: "column"
        }
    }
}

extension PolicyDeclaration {
    package static let spec = KindSpec(
        "policy",
        summary: "A rule of the project's own; its name is its code: `X`, letters, digits."
    ) {
        Field(
            "name",
            .string,
            example: "sink-has-owner",
            doc: "Another name for it, in lower case with hyphens. Left out: the code in lower case."
        )
        Field(
            "for",
            .choice(PolicySubject.allCases.map(\.rawValue)),
            required: true,
            doc: "What it is about, and so what can be asked."
        )
        Field(
            "in",
            .oneOrMany(.string),
            example: "\"pipelines/finance/**\"",
            doc: "Files it holds in, as patterns: `*` is within a folder, `**` crosses folders. Left out: all."
        )
        Field(
            "where",
            .expression,
            example: "connection = 'warehouse'",
            doc: "A condition on those that it is about. Left out: all of them."
        )
        Field(
            "require",
            .expression,
            required: true,
            example: "owner is not null",
            doc: "What must be true of each; null is not true."
        )
        Field(
            "message",
            .string,
            required: true,
            example: "A load needs an owner.",
            doc: "What is told where it is not."
        )
        Field("help", .string, example: "\"Write 'owner: TEAM' in the pipeline.\"", doc: "The way out.")
        Field(
            "severity",
            .choice(Severity.allCases.map(\.rawValue)),
            default: "warn",
            doc: "How grave it is."
        )
    }

    init(_ code: Text, _ record: Record) {
        self.code = code
        name = record.text("name")
        subject = record.text("for").flatMap { PolicySubject(rawValue: $0.string) }
        paths = record.texts("in")
        condition = record.text("where")
        requirement = record.text("require")
        message = record.text("message")
        help = record.text("help")
        severity = record.text("severity").flatMap { Severity(rawValue: $0.string) } ?? .warning
    }
}
