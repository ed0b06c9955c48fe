package import Engines
import Expressions

/// A column of the table that a COPY fills, and which column of a batch fills it.
package struct CopyColumn: Hashable, Sendable {
    package var name: String
    package var type: PostgresType
    /// Its place in the batches.
    package var source: Int

    package init(_ name: String, _ type: PostgresType, source: Int) {
        self.name = name
        self.type = type
        self.source = source
    }
}

/// Encodes batches as PostgreSQL's binary COPY, row by row into one buffer that leaves in pieces of about 1 MiB.
package struct CopyEncoder: ~Copyable {
    /// Rows encoded so far.
    package private(set) var rowCount = 0
    private let columns: [CopyColumn]
    private var layouts: [ColumnVector.Layout] = []
    private var encodings: [ColumnEncoding] = []
    private var buffer: CopyBuffer

    /// `pieceSize` in bytes; a piece ends with a row and so grows a little larger.
    package init(_ columns: [CopyColumn], pieceSize: Int = 1 << 20) {
        self.columns = columns
        buffer = CopyBuffer(pieceSize: pieceSize)
        buffer.appendHeader()
    }

    /// Throws when a column has no encoding, or a value does not fit its column, naming row and column.
    package mutating func append(
        _ batch: borrowing ColumnBatch,
        _ send: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        try chooseEncodings(for: batch.columns)
        let fields = zip(columns, encodings).map { Field(batch.columns[$0.source], $1) }
        let widest = 2 + encodings.reduce(0) { $0 + 4 + $1.widestFixedPart }
        try fields.withUnsafeBufferPointer { fields in
            var row = 0
            while row < batch.rowCount {
                do throws(Refusal) {
                    try buffer.append(fields, rows: &row, upTo: batch.rowCount, widestRow: widest)
                } catch {
                    throw describe(error, inRow: rowCount + row + 1)
                }
                if buffer.isFull { try buffer.flush(send) }
            }
        }
        rowCount += batch.rowCount
    }

    /// Sends what is left, with the trailer.
    package mutating func finish(_ send: (UnsafeRawBufferPointer) throws -> Void) throws {
        buffer.appendTrailer()
        try buffer.flush(send)
    }

    private mutating func chooseEncodings(for vectors: [ColumnVector]) throws(EngineError) {
        guard layouts != vectors.map(\.layout) else { return }
        encodings = []
        for column in columns {
            guard vectors.indices.contains(column.source) else {
                throw EngineError(.bind, "the rows to load have no column for '\(column.name)'")
            }
            let vector = vectors[column.source]
            guard let encoding = ColumnEncoding(vector.layout, vector.type, to: column.type) else {
                throw EngineError(
                    .conversion,
                    "column '\(column.name)': values of type \(vector.type) do not go into \(column.type.sql)",
                    code: "42804",
                    hint: "cast the column before the load"
                )
            }
            encodings.append(encoding)
        }
        layouts = vectors.map(\.layout)
    }

    private func describe(_ refusal: Refusal, inRow row: Int) -> EngineError {
        let column = columns[refusal.column]
        let place = "row \(row), column '\(column.name)': "
        switch refusal.reason {
        case .nulCharacter:
            return EngineError(
                .conversion,
                place + "the text holds U+0000, which PostgreSQL cannot store",
                code: "22021",
                hint: "remove the character before the load: replace(column, chr(0), '')"
            )
        case .outOfRange:
            return EngineError(
                .conversion,
                place + "the value is out of the range of \(column.type.sql)",
                code: "22003",
                hint: "widen the column's type, or correct the value before the load"
            )
        case .notUUID:
            return EngineError(
                .conversion,
                place + "the text is not a uuid",
                code: "22P02",
                hint: "correct the value before the load, or declare the column as string"
            )
        case .tooLong:
            return EngineError(.conversion, place + "the value is longer than 1 GiB", code: "54000")
        }
    }
}

/// Why a value cannot be sent, and in which column of the COPY.
struct Refusal: Error {
    enum Reason { case nulCharacter, outOfRange, notUUID, tooLong }

    var reason: Reason
    var column: Int
}

/// One column of one batch, ready for the row loop.
struct Field {
    let encoding: ColumnEncoding
    let data: UnsafeRawPointer
    let validity: UnsafePointer<UInt64>?

    init(_ vector: ColumnVector, _ encoding: ColumnEncoding) {
        self.encoding = encoding
        data = vector.data
        validity = vector.validity
    }
}
