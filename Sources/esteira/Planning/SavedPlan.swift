import ArgumentParser
import Configuration
import DuckDBEngine
import Execution
import Foundation
import Kinds
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
            let document = try PlanDocument(json: data)
            guard document.isAsMade else {
                throw refusal([
                    .init(rule: .planUnreadable, message: "'\(path)' was changed after 'esteira plan -o' wrote it")
                ])
            }
            return document
        } catch let refusal as ToldAlready {
            throw refusal
        } catch let version as PlanDocument.UnreadableVersion {
            throw refusal([
                .init(
                    rule: .planUnreadable,
                    message:
                        "'\(path)': the plan has version \(version.version), this program reads \(PlanDocument.version)"
                )
            ])
        } catch {
            throw refusal([.init(rule: .planUnreadable, message: "'\(path)' is no plan that 'esteira plan -o' wrote")])
        }
    }

    /// The plan's own pipeline; another one is a mistake.
    func pipeline(asked name: String?) throws -> String {
        if let name, name != document.pipeline {
            throw ValidationError("The plan is of pipeline '\(document.pipeline)', not '\(name)'.")
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
        if let profile = project.reading.project?.profile {
            for name in document.inputs.connections {
                for finding in profile.unsetVariables[name, default: []] {
                    drift.append(.init(rule: .planSecretGone, message: "connection '\(name)': \(finding.message)"))
                }
            }
        }
        for finding in project.reading.found.items where finding.rule == .secretUnset && finding.severity == .error {
            drift.append(.init(rule: .planSecretGone, message: finding.message))
        }
        guard drift.isEmpty else { throw refused(drift) }
    }

    /// Stops where a plan made just now is another one, or where it destroys and nobody has confirmed it. It is this
    /// very plan that is run then, and each load is held to the statements that were looked at here.
    func requireSame(_ plan: Plan, _ project: LoadedProject, engine: DuckDB) throws -> WarehouseLook {
        let look = WarehouseLook(plan, folder: project.folder, engine: engine)
        var plan = plan
        plan.hold(look)
        var fresh = PlanDocument(plan, .local(plan, warehouse: look))
        fresh.inputs.data = try project.dataFiles(of: plan)
        if options.allowDrift {
            let wider = fresh.effectsWider(than: document)
            guard wider.isEmpty else {
                throw refused(wider.map { .init(rule: .planWider, message: $0.message) })
            }
        } else {
            let drift = document.drift(to: fresh)
            guard drift.isEmpty else { throw refused(drift) }
        }
        try requireConfirmation(fresh)
        return look
    }

    private func requireConfirmation(_ fresh: PlanDocument) throws {
        if let given = options.confirm {
            guard given.count >= 8, document.id.hasPrefix(given) else {
                throw refused([
                    .init(
                        rule: .planUnconfirmed,
                        message: "--confirm \(given) is not this plan, whose id is \(document.id.prefix(8))")
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
        Self.refusal(drift, help: advice(on: drift.map(\.rule)), plan: document)
    }

    private func advice(on rules: [Rule]) -> Message {
        if rules.contains(.planUnconfirmed) {
            return "look at it with 'esteira plan show FILE', then give --yes or --confirm \(document.id.prefix(8))"
        }
        if rules.contains(.planSecretGone) { return "set the variable, in the environment or in .env" }
        if rules.contains(.planWider) { return "plan again and look at what it would do now" }
        return "plan again, or accept what has no wider effects with --allow-drift"
    }

    private static func refusal(
        _ drift: [PlanDrift], help: Message = "make it again with 'esteira plan -o FILE'", plan: PlanDocument? = nil
    ) -> ToldAlready {
        let language = Language.spoken
        // Messages quote texts of plans, which are English.
        let phrases = PhraseBook(language)
        let what: Message = plan.map { "plan \($0.id.prefix(8)) is not run" } ?? "the plan is not run"
        report(language.text("error: \(what)"))
        for fact in drift.prefix(8) {
            report("  \(fact.rule.code) \(fact.rule.name)   \(phrases.text(fact.message.description))")
        }
        if drift.count > 8 { report(language.text("  … and \(drift.count - 8) more")) }
        report("  " + language.text("help: \(help)"))
        for code in Set(drift.map(\.rule.code)).sorted() {
            report("  " + language.text("'esteira explain \(code)' says more"))
        }
        return ToldAlready(exitCode: .refused)
    }
}

extension LoadedProject {
    /// With their digests; stops where one cannot be read.
    func dataFiles(of plan: Plan) throws -> [PlanDocument.DataFile] {
        do {
            return try Runners.dataFiles(of: plan, in: folder)
        } catch {
            throw CannotStart("an input file cannot be read: \(error.localizedDescription)")
        }
    }
}
