package import Expressions

/// Tables to be invented. Their bytes follow from this value alone.
package struct SyntheticDatabase: Hashable, Sendable {
    package var seed: String
    package var locale: SyntheticLocale
    package var tables: [SyntheticTable]
    /// What dotted names such as `params.date` are in expressions.
    package var constants: [String: Constant]

    package init(
        seed: String,
        locale: SyntheticLocale = .brazil,
        constants: [String: Constant] = [:],
        tables: [SyntheticTable]
    ) {
        self.seed = seed
        self.locale = locale
        self.constants = constants
        self.tables = tables
    }
}

package struct SyntheticTable: Hashable, Sendable {
    package var name: String
    /// Before rows are repeated.
    package var rows: Int
    package var columns: [SyntheticColumn]
    package var defects: [any Defect]

    package init(_ name: String, rows: Int, columns: [SyntheticColumn], defects: [any Defect] = []) {
        self.name = name
        self.rows = rows
        self.columns = columns
        self.defects = defects
    }

    package static func == (a: Self, b: Self) -> Bool {
        a.name == b.name && a.rows == b.rows && a.columns == b.columns
            && a.defects.map { AnyHashable($0) } == b.defects.map { AnyHashable($0) }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(rows)
        hasher.combine(columns)
        for defect in defects { hasher.combine(AnyHashable(defect)) }
    }
}

package struct SyntheticColumn: Hashable, Sendable {
    package var name: String
    package var generator: any ColumnGenerator
    /// Rows, 0...1, that have no value. Unlike the defect, this is seen by whatever reads the column.
    package var nullShare: Double
    /// Not written; there for other columns to read.
    package var isHidden: Bool

    package init(_ name: String, _ generator: any ColumnGenerator, nullShare: Double = 0, isHidden: Bool = false) {
        self.name = name
        self.generator = generator
        self.nullShare = nullShare
        self.isHidden = isHidden
    }

    package static func == (a: Self, b: Self) -> Bool {
        a.name == b.name && AnyHashable(a.generator) == AnyHashable(b.generator) && a.nullShare == b.nullShare
            && a.isHidden == b.isHidden
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(AnyHashable(generator))
        hasher.combine(nullShare)
        hasher.combine(isHidden)
    }
}

/// One kind of column: its parameters, and how they become values.
package protocol ColumnGenerator: Hashable, Sendable {
    func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn
}
