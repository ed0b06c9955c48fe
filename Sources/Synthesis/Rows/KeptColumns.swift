/// Columns of small tables, computed once for a thread instead of anew for the rows that each batch draws from them.
///
/// Belongs to one thread.
final class KeptColumns {
    private struct Place: Hashable {
        var table: Int
        var column: Int
    }

    /// Larger tables would not stay in the caches next to a processor, where a draw is dearer than a computation.
    private static let mostRows = 1 << 14

    private let program: SyntheticProgram
    private let limit: Int
    private var frames: [Int: Frame] = [:]
    private var lexicons: [Place: Lexicon] = [:]

    /// Tables with more rows than will be drawn are not worth it either.
    init(_ program: SyntheticProgram, draws: Int) {
        self.program = program
        limit = min(draws, Self.mostRows)
    }

    /// All rows of a table; nil where it is too large to be kept.
    func frame(of table: Int) -> Frame? {
        if let known = frames[table] { return known }
        let rows = program.tables[table].rows
        guard rows <= limit else { return nil }
        let frame = Frame(program, table: table, rows: Array(0..<rows))
        frames[table] = frame
        return frame
    }

    /// The texts of a column of a small table, a text a row; nil where one is null.
    func lexicon(of pointer: RowPointer) -> Lexicon? {
        let place = Place(table: pointer.table, column: pointer.key)
        if let known = lexicons[place] { return known }
        guard let vector = frame(of: pointer.table)?.vector(pointer.key), vector.nulls == nil else { return nil }
        let lexicon = Lexicon(vector.texts)
        lexicons[place] = lexicon
        return lexicon
    }
}
