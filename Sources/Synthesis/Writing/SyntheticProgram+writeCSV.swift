import Expressions
import Foundation

extension SyntheticProgram {
    /// Writes a table of the program to a file, compressed with gzip where the path ends in `.gz`. The file appears
    /// when complete. The same program and dialect give the same bytes, whatever the number of threads.
    ///
    /// Blocks; throws `GenerationError` and, where `isCancelled` says so between batches, `CancellationError`.
    package func writeCSV(
        table: String,
        dialect: CSVDialect = CSVDialect(),
        threads: Int,
        to path: String,
        isCancelled: () -> Bool = { false }
    ) throws -> GeneratedFile {
        let file = try OutputFile(path)
        let written = try writeCSV(
            table: table,
            dialect: dialect,
            threads: threads,
            compressed: path.hasSuffix(".gz"),
            isCancelled: isCancelled,
            sink: { try file.write($0) }
        )
        try file.putInPlace()
        return written
    }

    /// Writes a table of the program to `sink`, which gets the pieces of the file in order on the calling thread.
    ///
    /// Memory is a few megabytes for each thread.
    package func writeCSV(
        table: String,
        dialect: CSVDialect = CSVDialect(),
        threads: Int,
        compressed: Bool = false,
        rowsABatch: Int = 2048,
        isCancelled: () -> Bool = { false },
        sink: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> GeneratedFile {
        guard let index = index(of: table) else { preconditionFailure("no table named \(table)") }
        let plan = tables[index]
        var bytes = 0
        func pass(_ piece: Piece) throws {
            if isCancelled() { throw CancellationError() }
            try piece.content.withUnsafeBytes(sink)
            bytes += piece.content.count
        }
        let header = Piece(dialect.header(plan.written.names))
        try pass(compressed ? gzipMember(header) : header)
        let batches = (plan.repeats.count + rowsABatch - 1) / rowsABatch
        let threads = max(1, threads)
        let conveyor = Conveyor(batches: batches, workers: threads)
        defer {
            conveyor.stop()
            conveyor.drain()
        }
        let writer = LineWriter(dialect)
        for number in 0..<threads {
            Thread.startThread(named: "esteira.synthesis.\(number)") {
                let kept = KeptColumns(self, draws: plan.repeats.count / threads)
                while let batch = conveyor.start() {
                    let lines = batch * rowsABatch..<min((batch + 1) * rowsABatch, plan.repeats.count)
                    let vectors = vectors(of: plan, at: index, lines: lines, kept: kept)
                    var piece = conveyor.emptyPiece()
                    writer.write(vectors, count: lines.count, over: &piece)
                    conveyor.deliver(compressed ? gzipMember(piece) : piece, of: batch)
                }
                conveyor.leave()
            }
        }
        while let piece = conveyor.take() {
            try pass(piece)
            conveyor.giveBack(piece)
        }
        return GeneratedFile(rows: plan.repeats.count, bytes: bytes)
    }
}

extension Thread {
    fileprivate static func startThread(named name: String, _ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.stackSize = 8 << 20
        thread.name = name
        thread.start()
    }
}
