package import Configuration
package import Synthesis

/// `city`: the name of a city.
package enum CityKind: ColumnKind {
    package static let spec = KindSpec(
        "city",
        summary:
            "A city, larger ones more often; `city->state_code`, `city->state_name` and `city->area_code` belong to it."
    ) {}

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        CityColumn()
    }
}
