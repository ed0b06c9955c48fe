import Configuration
import Quality

/// Steps of transforms.
let stepsPage = kindsPage(
    "Steps",
    intro: "What stands under `steps:` of a transform. Each step works on the result of the one before.",
    builtInSteps.map { $0.spec }
)

/// Columns and defects of generated tables.
let generatorsPage = [
    kindsPage(
        "Generated columns",
        intro: """
            What stands under `columns:` of a generated table. Besides the keys of its kind a column has `missing`, the \
            share of rows without a value, and `hidden`, which keeps it out of the file.
            """,
        builtInColumnKinds.map { $0.spec }
    ),
    kindsPage(
        "Defects",
        intro: "What stands under `defects:`. Defects are laid over the finished table, in order.",
        builtInDefectKinds.map { $0.spec }
    ),
].joined(separator: "\n\n")

/// Expectations, with what Great Expectations calls them.
let expectationsPage: String = {
    let intro = """
        # Expectations

        What stands in the list of a suite. Below each, what Great Expectations calls it: a suite of theirs is read under \
        those names.
        """
    let kinds = builtInExpectations.map { kind in
        let names = kind.gxForms.map { "`\($0.name)`" }.joined(separator: ", ")
        return kindSection(kind.spec) + (names.isEmpty ? "" : "\n\nGreat Expectations: \(names).")
    }
    return ([intro] + kinds).joined(separator: "\n\n")
}()

/// Every key of every file.
let filesPage: String = {
    let intro = """
        # Files

        Every key of the files of a project. A point separates a key from the one it stands under; `NAME` is a name of \
        your own. [Steps](steps.md), [expectations](expectations.md), [generated columns and defects](generators.md), and \
        [what policies may ask](policies.md) have pages of their own.
        """
    let specs: [(String, KindSpec)] = [
        ("esteira.yaml", ProjectFile.spec), ("lint", LintSection.spec), ("policy", PolicyDeclaration.spec),
        ("profile", Profile.spec), ("pipelines/*.yaml", Pipeline.spec),
        ("source", SourceDeclaration.spec), ("transform", TransformDeclaration.spec),
        ("expectations", ExpectationBinding.spec), ("sink", SinkDeclaration.spec),
        ("generator", GeneratorDeclaration.spec), ("retries", TaskPolicy.retriesSpec), ("write", ParquetSettings.spec),
        ("schemas/*.yaml", TableSchema.spec), ("expectations/*.yaml", suiteSpec),
    ]
    let sections = Set(specs.map(\.0))
    let tables = specs.map { "## \($0.0)\n\n\($0.1.markdown(sections: sections))" }
    return ([intro] + tables).joined(separator: "\n\n")
}()

private func kindsPage(_ title: String, intro: String, _ specs: [KindSpec]) -> String {
    (["# \(title)", intro] + specs.map(kindSection)).joined(separator: "\n\n")
}

private func kindSection(_ spec: KindSpec) -> String { "## \(spec.name)\n\n\(spec.markdown())" }
