import Expressions

/// A city of the locale, larger ones more often. Its state and telephone code are fields: `city->state_code`,
/// `city->state_name`, `city->area_code`.
package struct CityColumn: ColumnGenerator {
    package init() {}

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let cities = scope.locale.cities
        let list = RecordList(
            fields: ["name", "state_code", "state_name", "area_code"],
            records: cities.map { city in
                [city.name, city.state, scope.locale.states[city.state] ?? city.state, city.areaCode].map {
                    .string($0)
                }
            }
        )
        return try RecordColumn(list, weights: cities.map { Double($0.thousands) }).compiled(in: scope)
    }
}
