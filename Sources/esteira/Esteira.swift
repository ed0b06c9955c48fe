import ArgumentParser
import Execution
import Foundation
import Kinds
import Reporting

@main
struct Esteira: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "esteira",
        abstract: "Data pipelines as configuration: lint, plan and run YAML.",
        discussion: """
            A project is a folder with 'esteira.yaml' and pipelines under 'pipelines/'. Start with 'esteira init', see what \
            is wrong with 'esteira lint', what would happen with 'esteira plan', and make it happen with 'esteira run'.

            Messages are in English or in the Portuguese of Brazil: '--lang en' or '--lang pt-BR', or as the locale says.

            Exit codes: 0 success, 1 findings or failed tasks, 2 cannot start, 3 internal error, 4 refused, 130 interrupted.
            """,
        version: version,
        subcommands: [
            Init.self, Lint.self, Format.self, Lock.self, PlanCommand.self, Run.self, Backfill.self,
            ScheduleCommand.self, Generate.self,
            Validate.self, Show.self, Runs.self, Logs.self, Why.self, WhyNot.self, Doctor.self, Explain.self,
            Schema.self, Reference.self,
        ])

    static let version = toolVersion

    /// Usage errors are ours to number: 2 is "cannot start", and success stays success.
    static func main() async {
        do {
            let choice = try LanguageChoice(
                Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
            await Language.$spoken.withValue(choice.language) { await perform(choice.arguments) }
        } catch {
            report("error: \(error)")
            Self.exit(withError: ArgumentParser.ExitCode(2))
        }
    }

    private static func perform(_ arguments: [String]) async {
        do {
            var command = try parseAsRoot(PlanDepth.spelledOut(arguments))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let code = exitCode(for: error)
            if code == .validationFailure {
                report(fullMessage(for: error))
                Self.exit(withError: ArgumentParser.ExitCode(2))
            }
            if code.isSuccess || error is ArgumentParser.ExitCode { Self.exit(withError: error) }
            if let told = error as? ToldAlready {
                Self.exit(withError: ArgumentParser.ExitCode(told.exitCode.rawValue))
            }
            let refused = FileFailure(error)?.message ?? (error as? UnreadFile)?.message
            report(Language.spoken.text("error: \(refused ?? Message(String(describing: error)))"))
            let isKnown = refused != nil || error is CannotStart || error is StateFailure
            Self.exit(withError: ArgumentParser.ExitCode(isKnown ? 2 : 3))
        }
    }
}
