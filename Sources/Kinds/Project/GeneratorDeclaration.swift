package import Configuration
package import Reporting
package import Synthesis

/// A synthetic database and where its tables are written.
package struct GeneratorDeclaration: Sendable {
    package var name: Text
    package var database: SyntheticDatabase
    /// The database with names resolved and types known.
    package var program: SyntheticProgram
    package var dialect: CSVDialect
    /// `${table}` is left open.
    package var pathTemplate: Text
    package var policy: TaskPolicy
    package var span: Span { name.span }

    package func path(of table: String) -> String { pathTemplate.filling(["table": table]).string }
}
