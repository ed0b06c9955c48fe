import Foundation
import TestSupport
import Testing

/// Files that are there and cannot be read, and places that cannot be written.
@Suite struct UnreadFileTests {
    private func project() async throws -> Place {
        let place = try Place()
        try await place.esteira(["init"], ends: 0)
        return place
    }

    private func lint(_ place: Place, _ arguments: String...) async throws -> Finished {
        let finished = try await place.esteira(["lint"] + arguments)
        expectPlain(finished)
        return finished
    }

    private func expectPlain(_ finished: Finished, sourceLocation: SourceLocation = #_sourceLocation) {
        let said = finished.output + finished.report
        #expect(
            !said.contains("NSCocoaErrorDomain") && !said.contains("Error Domain"), "\(finished)",
            sourceLocation: sourceLocation)
    }

    @Test(.timeLimit(.minutes(1))) func `Folders, pipes and links to nothing are findings, and the rest is looked at`()
        async throws
    {
        let place = try await project()
        try place.edit("pipelines/sales.yaml", "pipeline: sales", "pipeline: sales\nownr: me")
        let folder = place.folder.url
        try FileManager.default.createDirectory(
            at: folder.appending(path: "schemas/x.yaml"), withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "pipelines/gone.yaml"),
            withDestinationURL: folder.appending(path: "nowhere.yaml"))
        #expect(mkfifo(folder.appending(path: "pipelines/pipe.yaml").path, 0o600) == 0)
        let told = try await lint(place)
        #expect(told.code == 1)
        #expect(
            told.output == """
                pipelines/gone.yaml:1:1: error[EST0014]: 'pipelines/gone.yaml' is a link to a file that is not there \
                (remove the link, or make what it leads to)
                pipelines/pipe.yaml:1:1: error[EST0014]: 'pipelines/pipe.yaml' is no ordinary file \
                (give it another name, or move it out of the folders that the project reads)
                pipelines/sales.yaml:2:1: error[EST1001]: unknown key 'ownr' in 'pipeline' (did you mean 'owner'?)
                schemas/x.yaml:1:1: error[EST0014]: 'schemas/x.yaml' is a folder, not a file \
                (give it another name, or move it out of the folders that the project reads)

                """)
    }

    @Test func `A file in place of a folder, and a folder in place of a file`() async throws {
        let place = try await project()
        try place.remove("pipelines")
        try place.folder.write("", to: "pipelines")
        try place.remove("schemas.lock")
        try FileManager.default.createDirectory(
            at: place.folder.url.appending(path: "schemas.lock"), withIntermediateDirectories: false)
        let told = try await lint(place)
        #expect(told.code == 1)
        #expect(told.output.contains("pipelines:1:1: error[EST0014]: 'pipelines' is a file, not a folder"))
        #expect(told.output.contains("schemas.lock:1:1: error[EST0014]: 'schemas.lock' is a folder, not a file"))
        expectPlain(try await place.esteira(["lock"], ends: 2))
        let forced = try await place.esteira(["lock", "--force"], ends: 2)
        expectPlain(forced)
        #expect(forced.report.hasPrefix("error: '\(place.folder.path)/schemas.lock' could not be read or written: "))
    }

    @Test func `What cannot be written is said in a sentence`() async throws {
        let place = try await project()
        let report = try await lint(place, "--output", "sarif=/nonexistent/x.sarif")
        #expect(report.code == 2)
        #expect(
            report.report == "error: '/nonexistent/x.sarif' could not be read or written: no such file or directory\n")
        let baseline = try await lint(place, "--write-baseline", "--baseline", "nowhere/known.json")
        #expect(baseline.code == 2)
        #expect(
            baseline.report.hasSuffix("nowhere/known.json' could not be read or written: no such file or directory\n"))
    }

    @Test func `Another user's files and folders are told of`() async throws {
        try #require(geteuid() != 0 || FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"))
        let place = try await project()
        let folder = place.folder.url
        try place.edit("pipelines/sales.yaml", "pipeline: sales", "pipeline:   sales\ntgas: [me]")
        func attempt(_ arguments: [String]) async throws -> Finished {
            let program = try Program.url()
            let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", program.path]
            let environment = ["LC_ALL": "C.UTF-8", "HOME": "/tmp", "PATH": "/usr/bin:/bin"]
            let finished =
                geteuid() == 0
                ? try await start(
                    URL(filePath: "/usr/bin/setpriv"), nobody + arguments, in: folder, environment: environment)
                : try await start(program, arguments, in: folder, environment: environment)
            expectPlain(finished)
            return finished
        }
        let schema = folder.appending(path: "schemas/sales.yaml").path
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: schema)
        let unread = try await attempt(["lint"])
        #expect(
            unread.output.contains(
                "schemas/sales.yaml:1:1: error[EST0014]: 'schemas/sales.yaml' cannot be read: permission denied"))
        #expect(unread.output.contains("unknown key 'tgas'") && unread.code == 1)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: schema)
        for path in ["", "pipelines"] {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o555], ofItemAtPath: folder.appending(path: path).path)
        }
        for arguments in [
            ["lint", "--unsafe-fixes"], ["lint", "--add-ignore=later"],
            ["lint", "--write-baseline", "--baseline", "b.json"], ["fmt"],
        ] {
            let refused = try await attempt(arguments)
            #expect(
                refused.code == 2 && refused.report.hasSuffix("could not be read or written: permission denied\n"),
                "\(refused)")
        }
        for path in ["", "pipelines"] {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: folder.appending(path: path).path)
        }
    }

    @Test func `A link out of the project is left alone`() async throws {
        let place = try await project()
        let outside = try await project()
        let text = "schema:   outside\ncolumns: {a: string}\nownr: me\n"
        try outside.folder.write(text, to: "outside.yaml")
        let target = outside.folder.url.appending(path: "outside.yaml")
        try FileManager.default.createSymbolicLink(
            at: place.folder.url.appending(path: "schemas/outside.yaml"), withDestinationURL: target)
        try place.edit("pipelines/sales.yaml", "pipeline: sales", "pipeline:   sales")
        let told =
            "'\(place.folder.path)/schemas/outside.yaml' leads out of the project, to '\(target.path)'; it was left as it is\n"
        let formatted = try await place.esteira(["fmt"], ends: 1)
        #expect(formatted.report == "formatted pipelines/sales.yaml\n" + told)
        #expect(try await place.esteira(["lint", "--add-ignore=no"], ends: 2).report == "error: " + told)
        #expect(try outside.folder.read("outside.yaml") == text)
    }

    @Test func `A file that does not parse fails the check of the layout`() async throws {
        let place = try await project()
        try place.folder.write("a: [\n", to: "schemas/bad.yaml")
        let checked = try await place.esteira(["fmt", "--check"], ends: 1)
        #expect(checked.report == "schemas/bad.yaml: does not parse; left alone\n" && checked.output == "")
    }
}
