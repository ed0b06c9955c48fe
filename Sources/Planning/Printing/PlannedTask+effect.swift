import Algebra
import Kinds
import Quality

extension PlannedTask {
    /// What the outside world will look like afterwards, in one line; nil where nothing outside changes.
    package var effect: String? {
        switch work {
        case .generate(let work):
            "file       \(work.path)   written"
        case .ingest(let work):
            "lake       \(work.output.path)   written, \(work.output.words)"
        case .transform(let work):
            "lake       \(work.output.path)   written, \(work.output.words)"
        case .check(let work):
            "lake       \(work.report)   written; \(work.action == .block ? "a failed check keeps the dataset from being published" : "a failed check only warns")"
        case .load(let work):
            "warehouse  \(work.table.joined(separator: "."))   \(work.modeWords), one transaction with the load ledger"
        }
    }
}

extension LakeOutput {
    fileprivate var words: String {
        let dictionary = parquet.usesDictionary ? ", dictionary" : ""
        return "\(parquet.compression)\(dictionary); published by \(isChecked ? "its check" : "rename")"
    }
}

extension LoadWork {
    fileprivate var modeWords: String {
        let columns = key.isEmpty ? "" : " on \(key.joined(separator: ", "))"
        switch mode {
        case .replace: return "all rows replaced"
        case .append: return "rows appended"
        case .merge: return "merged\(columns)"
        }
    }
}
