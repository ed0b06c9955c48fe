import ArgumentParser
import Configuration
import DuckDBEngine
import Engines
import Foundation
import Kinds
import Reporting
import Warehouse

/// Says what is installed and reachable, and what to do about the rest.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what is installed and reachable, and what to do about what is not.")

    @OptionGroup var options: ProjectOptions

    func run() async throws {
        var table = TextTable([.left, .left, .left])
        table.add(["ok", "esteira", "\(Esteira.version), \(ProcessInfo.processInfo.activeProcessorCount) cores"])
        var isHealthy = true
        func add(_ name: String, _ finding: Finding) {
            table.add([finding.isFine ? "ok" : "!!", name, finding.text])
            if !finding.isFine { isHealthy = false }
        }
        // Without a project the machine is still worth a look.
        let project: LoadedProject?
        var reason = "no 'esteira.yaml' that can be read here"
        do {
            project = try LoadedProject(options)
        } catch {
            project = nil
            reason = "\(error)"
        }
        add("duckdb", Finding { try duckdb(project?.folder.path) })
        guard let project, let declared = project.reading.project else {
            table.add(["--", "project", reason])
            output(table.lines().joined(separator: "\n") + "\n")
            throw ExitCode(isHealthy ? 0 : 1)
        }
        table.add(["ok", "project", "\(declared.name), profile \(declared.profile.name), \(project.folder.path)"])
        for finding in project.reading.found.sorted where finding.severity == .error {
            table.add(["!!", "project", "\(finding.message)  \(finding.span)"])
            isHealthy = false
        }
        let lake = project.folder.absolute(declared.profile.lakeDirectory.string)
        add("lake", Finding { try writable(lake) })
        for connection in declared.profile.connections.values.sorted(by: { $0.name < $1.name }) {
            add(connection.name, Finding { try reach(connection, project.folder) })
        }
        for (name, findings) in declared.profile.unsetVariables.sorted(by: { $0.key < $1.key }) {
            for finding in findings { add(name, Finding { throw CannotStart("\(finding.message)") }) }
        }
        output(table.lines().joined(separator: "\n") + "\n")
        if !isHealthy { throw ExitCode(1) }
    }

    private func duckdb(_ folder: String?) throws -> String {
        let folders = [folder].compactMap(\.self) + DuckDBLibrary.defaultFolders
        let library = try DuckDBLibrary.locate(startingAt: folders)
        return "\(library.version) (\(library.origin.rawValue)) \(library.path)"
    }

    private func writable(_ folder: String) throws -> String {
        var existing = URL(filePath: folder)
        while !FileManager.default.fileExists(atPath: existing.path(percentEncoded: false)),
            existing.pathComponents.count > 1
        {
            existing.deleteLastPathComponent()
        }
        let path = existing.path(percentEncoded: false)
        guard FileManager.default.isWritableFile(atPath: path) else {
            throw CannotStart("'\(path)' is not writable: change its owner, or the profile's lake")
        }
        return folder
    }

    private func reach(_ connection: Profile.Connection, _ folder: ProjectFolder) throws -> String {
        switch connection.target {
        case .postgres(let url):
            let opened = try PostgresConnection(try PostgresURL(url.string))
            let version = opened.serverVersion
            return "PostgreSQL \(version / 10000).\(version % 10000) at \(opened.address)"
        case .duckdb(let path):
            return "DuckDB file \(folder.absolute(path.string))"
        }
    }
}

/// One line of the doctor.
private struct Finding {
    let isFine: Bool
    let text: String

    init(_ look: () throws -> String) {
        do {
            text = try look()
            isFine = true
        } catch {
            text = "\(error)"
            isFine = false
        }
    }
}
