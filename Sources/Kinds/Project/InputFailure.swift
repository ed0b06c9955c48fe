package import Configuration

/// What a transform or sink does when a dataset that it reads was not made.
package enum InputFailure: String, Hashable, Sendable, CaseIterable {
    case stop
    case usePrevious = "use_previous"
    case `continue`
}

/// By the dataset's name as written.
package struct InputFailures: Sendable {
    /// Holds for datasets that are not named.
    package var general = InputFailure.stop
    package var byDataset: [(dataset: Text, policy: InputFailure)] = []

    package init() {}
}

extension InputFailures {
    private static let shape = Shape.choice(InputFailure.allCases.map(\.rawValue))
    static let field = Field(
        "on_failure", .either([shape, .map(shape)]), default: "stop", example: "{products: use_previous}",
        doc: """
            When a dataset that it reads was not made: skip this (`stop`), work on what an earlier run published \
            (`use_previous`), or take it as empty (`continue`). One word for all, or a word for each dataset.
            """)

    init(_ record: Record) {
        if let word = record.text(Self.field.name) {
            general = InputFailure(rawValue: word.string) ?? .stop
        }
        byDataset = record.map(Self.field.name).compactMap { dataset, item in
            item.asText.flatMap { InputFailure(rawValue: $0.string) }.map { (dataset, $0) }
        }
    }
}
