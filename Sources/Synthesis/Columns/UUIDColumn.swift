import Expressions

/// Random UUIDs of version 4 (RFC 9562): 122 random bits.
package struct UUIDColumn: ColumnGenerator {
    package init() {}

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        GeneratedColumn(.uuid) { frame, stream in
            let second = stream.draw(1)
            let rows = frame.rows
            let values = [UUIDBits](unsafeUninitializedCapacity: rows.count) { buffer, count in
                for place in rows.indices {
                    let high = stream.bits(at: rows[place]) & ~0xF000 | 0x4000
                    let low = second.bits(at: rows[place]) & (.max >> 2) | 1 << 63
                    buffer.initializeElement(at: place, to: UUIDBits(high: high, low: low))
                }
                count = rows.count
            }
            return Vector(.uuid, .uuids(values))
        }
    }
}
