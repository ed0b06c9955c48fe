import Engines
import Execution
import Foundation
import Kinds
import Planning
import Synthesis

extension TaskRunner {
    func generate(_ work: GenerateWork) async throws -> TaskReport {
        let path = folder.absolute(work.path)
        try FileManager.default.createDirectory(
            at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
        let threads = plan.profile.engine.threads ?? ProcessInfo.processInfo.activeProcessorCount
        let stop = Cancellation()
        let file = try await onOwnThread(named: "generate", cancel: stop.cancel) {
            try work.program.writeCSV(
                table: work.table, dialect: work.csv, threads: threads, to: path, isCancelled: { stop.isCancelled })
        }
        return TaskReport(rowsOut: file.rows, bytes: file.bytes, outputs: [work.path])
    }
}
