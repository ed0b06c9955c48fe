package import Configuration
import Expressions
import Reporting

/// What `esteira.yaml` says, for one profile.
package struct ProjectFile: Sendable {
    package var name: String
    package var profile: Profile
    package var defaults: PipelineDefaults
    /// Nil where they are not listed: any name is a zone then.
    package var zones: [String]?
    /// Slots of each pool.
    package var pools: [String: Int]
    package var runsKept: Duration
    /// What profiles say of parameters.
    let values: ProfileValues
    private let lake: Node?
}

extension ProjectFile {
    static let languageVersion = 1
    private static let datedLayout =
        "${zone}/${dataset}/year=${params.date:%Y}/month=${params.date:%m}/day=${params.date:%d}/${dataset}.parquet"
    private static let undatedLayout = "${zone}/${dataset}/${dataset}.parquet"

    private static func lakeSpec(layout: Shape) -> KindSpec {
        KindSpec("lake", summary: "How the lake is laid out.") {
            Field("zones", .list(.name), example: "[raw, processed]", doc: "Zones datasets may lie in. Left out: any.")
            Field(
                "layout", layout, example: "\"\(datedLayout)\"",
                doc: """
                    Path of a dataset's file. Left out: a folder for each day where the pipeline has a parameter `date`, \
                    one file else.
                    """)
            Field("write", .record(ParquetSettings.spec), doc: ParquetSettings.spec.summary)
        }
    }
    package static let spec = spec(lake: lakeSpec(layout: .template(["zone", "dataset"])))
    /// The layout names parameters, which differ from pipeline to pipeline: it is read with each of them.
    private static let specWithoutLayout = spec(lake: lakeSpec(layout: .any))

    private static func spec(lake: KindSpec) -> KindSpec {
        KindSpec("project", summary: "A project: what holds for all its pipelines.") {
            Field("project", .name, required: true, example: "ecommerce", doc: "Name of the project.")
            Field("version", .integer(1...Int.max), default: "1", doc: "Version of the language.")
            Field("description", .string, doc: "What it is for.")
            Field("defaults", .record(TaskPolicy.spec), doc: TaskPolicy.spec.summary)
            Field("lake", .record(lake), doc: lake.summary)
            Field(
                "pools", .map(.size), example: "{warehouse: 4, memory: 8GiB}",
                doc: "Slots that the tasks of a run share, by name: what tasks take of a pool at a time is never more.")
            Field("runs", .record(RunsSection.spec), doc: RunsSection.spec.summary)
            Field("lint", .record(LintSection.spec), doc: LintSection.spec.summary)
            Field("default_profile", .name, doc: "Profile where none is asked for. Left out: the first.")
            Field(
                "profiles", .map(.record(Profile.spec)),
                doc: """
                    Places the project can run, by name. Left out: one named `local`, with its lake in the folder `lake` and \
                    its warehouse in the DuckDB file `warehouse.duckdb`.
                    """)
            Field("meta", .any, doc: "Anything else; Esteira does not read it.")
        }
    }

    /// - Parameter profileName: the profile asked for; nil takes the default.
    init?(_ node: Node, profile profileName: String?, scope: Scope, found: inout Diagnostics) {
        let names = node["profiles"]?.keys ?? [Profile.standardName]
        let chosen = profileName ?? node["default_profile"]?.scalar?.text ?? names.first
        let known = ["profile": chosen, "project": node["project"]?.scalar?.text].mapValues {
            Binding(.string($0 ?? ""))
        }
        // Profiles that were not asked for may name variables that are not set here.
        var lenient = scope.adding(known)
        lenient.requiresEnvironment = false
        let structure = RecordReader(scope: lenient)
        guard let record = structure.read(node, as: Self.specWithoutLayout, found: &found),
            let name = record.text("project")
        else {
            return nil
        }
        self.name = name.string
        found.checkVersion(record.integer("version"))
        lake = node["lake"]
        pools = Dictionary(
            record.map("pools").compactMap { name, item in item.asInteger.map { (name.string, $0.value) } },
            uniquingKeysWith: { $1 })
        runsKept = record.record("runs")?.duration("keep")?.value ?? RunsSection.standardKeep
        var defaults = PipelineDefaults()
        defaults.policy = defaults.policy.overridden(by: record.record("defaults"))
        defaults.write = defaults.write.overridden(by: record.record("lake")?.record("write"), found: &found)
        self.defaults = defaults
        zones = record.record("lake").flatMap { $0.has("zones") ? $0.texts("zones").map(\.string) : nil }
        if node["profiles"] == nil, chosen == Profile.standardName {
            profile = .standard(at: record.span)
            values = ProfileValues()
            return
        }
        guard let chosen, let entry = node.entries(of: "profiles").first(where: { $0.key == chosen }) else {
            let place = record.keySpan("profiles") ?? record.span
            found.report(.unknownProfile(chosen ?? "", among: names, at: place))  // without a name where none is written
            return nil
        }
        let reader = RecordReader(scope: scope.adding(known))
        let connections = entry.value.entries(of: "connections")
        let users = connections + entry.value.entries(of: "webhooks") + entry.value.entries(of: "s3")
        var inProfile = Diagnostics()
        let written = reader.read(
            entry.value, as: Profile.spec, name: entry.key, keySpan: entry.keySpan, found: &inProfile)
        var unset: [String: [Diagnostic]] = [:]
        for finding in inProfile.items {
            if finding.rule == .secretUnset, let user = users.first(where: { $0.value.span.contains(finding.span) }) {
                unset[user.key, default: []].append(finding)
            } else {
                found.report(finding)
            }
        }
        guard let written, var profile = Profile(name: chosen, written, connections: connections.map(\.key)) else {
            return nil
        }
        profile.unsetVariables = unset
        self.profile = profile
        values = ProfileValues(node.entries(of: "profiles"), chosen: chosen, scope: reader.scope, found: &found)
        found.checkConfined(profile.lakeDirectory)
    }

    /// The layout for a pipeline whose names are in scope.
    func layout(in scope: Scope, isDated: Bool, found: inout Diagnostics) -> Text {
        if let written = lake?["layout"] {
            let shape = Shape.template(["zone", "dataset"])
            let item = RecordReader(scope: scope).read(written, shape: shape, name: "layout", found: &found)
            if let text = item?.asText {
                found.checkLayout(text)
                return text
            }
        }
        let standard = isDated ? Self.datedLayout : Self.undatedLayout
        let place = Span.startOf(ProjectFiles.projectFile)
        let scalar = Scalar(standard, style: .doubleQuoted, places: TextPlaces(span: place))
        let item = RecordReader(scope: scope).read(
            Node(.scalar(scalar), at: place), shape: .template(["zone", "dataset"]), name: "layout", found: &found)
        return item?.asText ?? Text(standard, at: place)
    }
}

extension Diagnostics {
    fileprivate mutating func checkVersion(_ version: Located<Int>?) {
        guard let version, version.value > ProjectFile.languageVersion else { return }
        report(
            Diagnostic(
                .languageVersion,
                "version \(version.value) of the language is not known; this Esteira knows \(ProjectFile.languageVersion)",
                at: version.span, help: "install a newer Esteira, or write 'version: \(ProjectFile.languageVersion)'"))
    }
}

extension Diagnostic {
    fileprivate static func unknownProfile(_ name: String, among names: [String], at span: Span) -> Diagnostic {
        let closest = closestName(to: name, among: names)
        return Diagnostic(
            .unknownProfile, name.isEmpty ? "the project has no profile" : "no profile named '\(name)'", at: span,
            help: closest.map { "did you mean '\($0)'?" }
                ?? (names.isEmpty ? "add one under 'profiles:'" : "profiles: \(names.joined(separator: ", "))"))
    }
}
