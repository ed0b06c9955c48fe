import Expressions

/// The state of a city column of the row, or any state of the locale.
package struct StateColumn: ColumnGenerator {
    package enum Form: String, Hashable, Sendable {
        case code = "state_code"
        case name = "state_name"
    }

    package var form: Form
    package var city: String?

    package init(_ form: Form, of city: String? = nil) {
        self.form = form
        self.city = city
    }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        if let city { return try FieldColumn(of: city, form.rawValue).compiled(in: scope) }
        let states = scope.locale.states.sorted { $0.key < $1.key }
        let lexicon = Lexicon(states.map { form == .code ? $0.key : $0.value })
        return GeneratedColumn(.string) { frame, stream in
            let codes = frame.rows.map { UInt32(stream.number(below: UInt64(lexicon.count), at: $0)) }
            return Vector(.string, .words(codes, lexicon))
        }
    }
}
