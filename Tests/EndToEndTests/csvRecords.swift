import Foundation

/// The records of a CSV file, its header first; an empty unquoted field is nil. As simple as the format allows.
func csvRecords(_ file: URL) throws -> [[String?]] {
    var records: [[String?]] = []
    var (record, field): ([String?], [UInt8]) = ([], [])
    var (isQuoted, wasQuoted) = (false, false)
    func value() -> String? { field.isEmpty && !wasQuoted ? nil : String(decoding: field, as: UTF8.self) }
    for byte in try Data(contentsOf: file) {
        switch byte {
        case UInt8(ascii: "\""):
            // A doubled quote inside quotes ends and begins again: it stands for itself.
            if !isQuoted && wasQuoted { field.append(byte) }
            isQuoted.toggle()
            wasQuoted = true
        case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "\n") where !isQuoted:
            record.append(value())
            (field, wasQuoted) = ([], false)
            guard byte == UInt8(ascii: "\n") else { continue }
            records.append(record)
            record = []
        default: field.append(byte)
        }
    }
    return records
}
