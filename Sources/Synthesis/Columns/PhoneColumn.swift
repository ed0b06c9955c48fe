import Expressions

/// A telephone number in the locale's form that is nobody's: `(11) 90123-4567` in Brazil, where no mobile number has
/// a 0 after its leading 9, and `(212) 555-0123` in the United States, where 555-01xx is set aside for fiction.
package struct PhoneColumn: ColumnGenerator {
    /// A city column that gives the area code.
    package var city: String?

    package init(of city: String? = nil) { self.city = city }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let pattern = scope.locale.phonePattern
        if let city {
            return try TemplateColumn("({\(city)->area_code}) \(pattern)").compiled(in: scope)
        }
        let codes = Lexicon(Set(scope.locale.cities.map(\.areaCode)).sorted())
        let rest = try TemplateColumn(pattern).compiled(in: scope)
        return GeneratedColumn(.string) { frame, stream in
            let numbers = rest.source.vector(for: frame, stream.draw(1)).texts
            var texts = Texts(capacity: frame.rows.count)
            for (place, row) in frame.rows.enumerated() {
                texts.add(UInt8(ascii: "("))
                texts.add(codes[Int(stream.number(below: UInt64(codes.count), at: row))])
                texts.add(") ".utf8)
                texts.add(numbers[place])
                texts.close()
            }
            return Vector(.string, .texts(texts))
        }
    }
}
