package import Engines
package import Quality

extension CheckWork {
    /// The suite bound to a table with the dataset's columns.
    ///
    /// - Parameters:
    ///   - relation: the table, as it stands behind FROM.
    ///   - read: the same of another dataset's file, by its path in the lake.
    package func plan<Failure: Error>(
        over relation: SQL, read: (String) throws(Failure) -> SQL
    ) throws(Failure) -> SuitePlan {
        var tables: [String: OtherTable] = [:]
        for (name, other) in others {
            let source = other.path == path ? relation : try read(other.path)
            tables[name] = OtherTable(name: "\(other.dataset)", row: other.row, relation: source)
        }
        return suite.reading(tables).plan(for: row)
    }
}
