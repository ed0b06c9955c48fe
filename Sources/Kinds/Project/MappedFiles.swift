package import Configuration

/// A source whose files are found at run time, each a task of its own.
package struct MappedFiles: Hashable, Sendable {
    /// Most at a time; nil: as many as the run allows.
    package var parallel: Int?
    package var onEmpty: OnEmpty

    package enum OnEmpty: String, Hashable, Sendable, CaseIterable {
        case skip, fail, ok
    }
}

extension MappedFiles {
    package static let spec = KindSpec(
        "each_file", summary: "Make a task of each file that is there when the run gets there.", shorthand: "parallel"
    ) {
        Field("parallel", .integer(1...1024), doc: "Most files at a time. Left out: as many as the run allows.")
        Field(
            "on_empty", .choice(OnEmpty.allCases.map(\.rawValue)), default: "fail",
            doc: "Without a file: fail, skip the source and all that depends on it, or make an empty dataset.")
    }

    init(_ record: Record) {
        parallel = record.integer("parallel")?.value
        onEmpty = record.choice("on_empty") ?? .fail
    }
}
