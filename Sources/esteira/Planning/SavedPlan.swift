import ArgumentParser
import Configuration
import Execution
import Foundation
import Kinds
import LakeStorage
import Planning
import Reporting
import Runners

/// Options of a run that follows a plan made before.
struct SavedPlanOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Run just this plan, which 'esteira plan -o FILE' saved. Refused where anything it relied on has changed.",
            valueName: "file"))
    var plan: String?

    @Flag(help: "With --plan: run although something has changed, as long as no effect goes beyond the plan.")
    var allowDrift = false

    @Flag(help: "With --plan: confirm that rows are destroyed as planned.")
    var yes = false

    @Option(help: ArgumentHelp("With --plan: confirm by the plan's id, eight digits or more.", valueName: "id"))
    var confirm: String?

    /// Nil for an ordinary run.
    func saved() throws -> SavedPlan? {
        guard let plan else {
            guard !allowDrift, !yes, confirm == nil else {
                throw ValidationError("--allow-drift, --yes and --confirm belong to --plan.")
            }
            return nil
        }
        return try SavedPlan(path: plan, options: self)
    }
}

/// A plan read from a file, and what is allowed in running it.
struct SavedPlan {
    let document: PlanDocument
    private let options: SavedPlanOptions

    fileprivate init(path: String, options: SavedPlanOptions) throws {
        document = try Self.document(at: path)
        self.options = options
    }

    /// The plan of a file that `plan -o` wrote; refuses what is no such file, or of a version that is not known here.
    static func document(at path: String) throws -> PlanDocument {
        guard let data = FileManager.default.contents(atPath: path) else { throw CannotStart("there is no '\(path)'") }
        do {
            return try PlanDocument(json: data)
        } catch let version as PlanDocument.UnreadableVersion {
            throw refusal([.init(rule: .planUnreadable, message: "'\(path)': \(version.description)")])
        } catch {
            throw refusal([.init(rule: .planUnreadable, message: "'\(path)' is no plan that 'esteira plan -o' wrote")])
        }
    }

    /// The plan's own pipeline; another one is a mistake.
    func pipeline(asked name: String?) throws -> String {
        guard name == nil || name == document.pipeline else {
            throw ValidationError("The plan is of pipeline '\(document.pipeline)', not '\(name ?? "")'.")
        }
        return document.pipeline
    }

    /// The project's options with the plan's profile and parameters, defaults of that day included.
    func applied(to given: ProjectOptions) throws -> ProjectOptions {
        guard given.params.isEmpty, given.profile == nil else {
            throw ValidationError("--plan has its own profile and parameters; leave out --profile and --param.")
        }
        var options = given
        options.profile = document.profile
        options.params = document.inputs.params.map { "\($0.name)=\($0.value)" }
        return options
    }

    /// Before the project is judged: other files mean another plan, and lost secrets no run at all.
    func requireFiles(of project: LoadedProject) throws {
        var drift = options.allowDrift ? [] : document.drift(files: PlanInputs(files: project.files).files)
        for name in document.inputs.connections {
            for finding in project.reading.project?.profile.unsetVariables[name] ?? [] {
                drift.append(.init(rule: .planSecretGone, message: "connection '\(name)': \(finding.message)"))
            }
        }
        for finding in project.reading.found.items where finding.rule == .secretUnset && finding.severity == .error {
            drift.append(.init(rule: .planSecretGone, message: finding.message))
        }
        guard drift.isEmpty else { throw refused(drift) }
    }

    /// Plans anew, and stops where that would be another plan, or where it destroys and nobody has confirmed it.
    func requireSame(_ project: LoadedProject, _ declared: Project, _ pipeline: Pipeline) throws {
        let fresh = try Self.planned(project, declared, pipeline)
        if options.allowDrift {
            let wider = fresh.effectsWider(than: document)
            guard wider.isEmpty else {
                throw refused(wider.map { .init(rule: .planWider, message: "\($0)") })
            }
        } else {
            let drift = document.drift(to: fresh)
            guard drift.isEmpty else { throw refused(drift) }
        }
        try requireConfirmation(fresh)
    }

    /// The plan as it would be now, with the ledger and the tables asked.
    private static func planned(
        _ project: LoadedProject, _ declared: Project, _ pipeline: Pipeline
    ) throws -> PlanDocument {
        let workplace = Workplace(project, declared.profile)
        let engine = Lazily { try? workplace.engine() }  // the run says what is wrong with it
        let probe = PlanProbe.local(
            folder: project.folder, lake: workplace.lake, ledger: try workplace.ledger(pipeline)
        ) { engine.value }
        var found = project.reading.found
        let inputs = PlanInputs(contact: .metadata, files: project.files)
        guard let plan = makePlan(for: pipeline, of: declared, probe: probe, inputs: inputs, found: &found) else {
            try project.requireNoErrors(found)
            throw CannotStart("the pipeline cannot be planned")
        }
        let look = WarehouseLook(plan, folder: project.folder, engine: engine.value)
        return PlanDocument(plan, .local(plan, warehouse: look))
    }

    private func requireConfirmation(_ fresh: PlanDocument) throws {
        if let given = options.confirm {
            guard given.count >= 8, document.id.hasPrefix(given) else {
                throw refused([
                    .init(rule: .planUnconfirmed, message: "--confirm \(given) is not this plan, whose id is \(document.id.prefix(8))")
                ])
            }
            return
        }
        let destructive = fresh.effects.filter(\.destructive)
        guard !options.yes, !destructive.isEmpty else { return }
        throw refused(
            destructive.map {
                .init(rule: .planUnconfirmed, message: "\($0.target.kind.rawValue) \($0.target.name): \($0.words)")
            })
    }

    private func refused(_ drift: [PlanDrift]) -> ToldAlready {
        Self.refusal(drift, help: help(drift.map(\.rule)), plan: " \(document.id.prefix(8))")
    }

    private func help(_ rules: [Rule]) -> String {
        if rules.contains(.planUnconfirmed) {
            return "look at it with 'esteira plan show FILE', then give --yes or --confirm \(document.id.prefix(8))"
        }
        if rules.contains(.planSecretGone) { return "set the variable, in the environment or in .env" }
        if rules.contains(.planWider) { return "plan again and look at what it would do now" }
        return "plan again, or accept what has no wider effects with --allow-drift"
    }

    private static func refusal(
        _ drift: [PlanDrift], help: String = "make it again with 'esteira plan -o FILE'", plan: String = ""
    ) -> ToldAlready {
        report("error: plan\(plan) is not run")
        for fact in drift.prefix(8) { report("  \(fact.rule.code) \(fact.rule.name)   \(fact.message)") }
        if drift.count > 8 { report("  … and \(drift.count - 8) more") }
        report("  help: \(help); 'esteira explain \(drift.first?.rule.code ?? "")' says more")
        return ToldAlready(exitCode: .refused)
    }
}
