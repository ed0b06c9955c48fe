import Expressions
import Testing

@testable import Synthesis

struct ColumnKindTests {
    @Test func `identifiers are UUIDs of version 4`() throws {
        let ids = try cells(UUIDColumn(), rows: 1000)
        #expect(
            ids[..<12] == [
                "fad37956-9969-4699-8dce-768802ef6579", "9c49c2a6-59ff-45d5-9981-f420c49db7e7",
                "a3afea52-a516-424a-9ffd-3e58c4262bca", "8c2f318a-9d38-49ef-83bf-5c3eb589db8e",
                "26b1158e-fb50-4ee5-840b-9861367c2150", "24d42f5d-b464-4f96-a4bd-fef3b534df0e",
                "2a3cbac4-6411-4306-a7a4-7290b4f8e9ff", "d5208432-8ff3-4d51-9598-707ffbfa8b05",
                "84d97028-d518-494b-86a1-0ce7ff3f6108", "ea3640cc-8914-4fcd-b934-665f4ec1cc36",
                "a73b8dea-054e-43ac-aa4c-9fe497d3719b", "0cfefb77-a8ba-4c7e-ae05-5e7cdee6e31e",
            ]
        )
        #expect(ids.allSatisfy { $0.utf8.count == 36 && Array($0)[14] == "4" && "89ab".contains(Array($0)[19]) })
        #expect(Set(ids).count == 1000)
    }

    @Test func `whole numbers`() throws {
        #expect(try cells(IntegerColumn(min: -2, max: 2), rows: 8) == ["2", "1", "1", "0", "-2", "-2", "-2", "2"])
        #expect(
            try cells(IntegerColumn(min: .min, max: .max), rows: 2) == ["-372820931293669735", "-7184997710762641963"]
        )
        #expect(
            try cells(IntegerColumn(min: 1, max: 5, distribution: .zipf(2)), rows: 8) == [
                "1", "4", "4", "1", "1", "1", "1", "1",
            ]
        )
        #expect(try cells(SequenceColumn(start: 10, step: -5), rows: 4) == ["10", "5", "0", "-5"])
    }

    @Test func `decimals`() throws {
        #expect(
            try cells(DecimalColumn(min: .fixed("-1.5"), max: .fixed("1.5"), scale: 2), rows: 5) == [
                "1.44", "0.33", "0.42", "0.14", "-1.05",
            ]
        )
        #expect(try cells(DecimalColumn(min: .fixed("0.05"), max: .fixed("0.05"), scale: 3), rows: 1) == ["0.050"])
    }

    @Test func `booleans, constants and choices`() throws {
        #expect(
            try cells(BooleanColumn(share: 0.5), rows: 8) == [
                "false", "false", "false", "false", "true", "true", "true", "false",
            ]
        )
        #expect(try cells(ConstantColumn(.string("x")), rows: 2) == ["x", "x"])
        #expect(
            try cells(ChoiceColumn([.init(.integer(1)), .init(.decimal("2.5"))]), rows: 8) == [
                "2.5", "2.5", "2.5", "2.5", "1.0", "1.0", "1.0", "2.5",
            ]
        )
        #expect(
            try cells(ChoiceColumn([.init(.integer(1)), .init(.string("b")), .init(.null)]), rows: 6) == [
                "", "b", "b", "b", "1", "1",
            ]
        )
    }

    @Test func `dates and times`() throws {
        let first = daysFromCivil(2024, 2, 28)
        #expect(
            try cells(DateColumn(from: first, to: first + 2), rows: 5) == [
                "2024-03-01", "2024-02-29", "2024-02-29", "2024-02-29", "2024-02-28",
            ]
        )
        let midnight = Int64(first) * microsecondsPerDay
        #expect(
            try cells(TimestampColumn(from: midnight, to: midnight + 59_000_000), rows: 2) == [
                "2024-02-28T00:00:58", "2024-02-28T00:00:36",
            ]
        )
        #expect(
            try cells(TimestampColumn(from: midnight, to: midnight + 3_600_000_000, step: 1000), rows: 2) == [
                "2024-02-28T00:58:47.242000", "2024-02-28T00:36:37.802000",
            ]
        )
        #expect(try cells(ConstantColumn(.timestamp(-1_000_000)), rows: 1) == ["1969-12-31T23:59:59"])
        #expect(try cells(ConstantColumn(.timestamptz(0)), rows: 1) == ["1970-01-01T00:00:00Z"])
    }

    @Test func `people`() throws {
        #expect(
            try cells(FullNameColumn(), rows: 3) == [
                "Yara Menezes Machado", "Mateus Santana Mendonça", "Mônica Simões Correia",
            ]
        )
        #expect(try cells(FullNameColumn(), rows: 2, locale: .unitedStates) == ["Willie Mills", "Lucy Stevens"])
        #expect(try cells(WordColumn(.firstNames), rows: 2) == ["Yara", "Mateus"])
        #expect(try cells(WordColumn(.lastNames), rows: 2) == ["Vieira", "Muniz"])
        #expect(try cells(PhoneColumn(), rows: 2) == ["(98) 90062-2754", "(67) 90094-1919"])
        #expect(try cells(PhoneColumn(), rows: 2, locale: .unitedStates) == ["(919) 555-0106", "(602) 555-0109"])
    }

    @Test func `texts`() throws {
        #expect(
            try cells(TextColumn(minWords: 2, maxWords: 4), rows: 3) == [
                "Maior jogo mundo quente.", "Sabor luz filho.", "Sol de bem.",
            ]
        )
        #expect(try cells(WordColumn(.words), rows: 2, locale: .unitedStates) == ["winter", "meet"])
        #expect(try cells(TemplateColumn("{5..5}-##?\\#"), rows: 2) == ["5-46u#", "5-53x#"])
        #expect(try cells(TokenColumn(length: 8), rows: 2) == ["f879c811", "9d85e36a"])
        #expect(try cells(IPv4Column(), rows: 2) == ["203.0.113.239", "198.51.100.212"])
    }

    @Test func `an address is made from the name, without accents, at a reserved domain`() throws {
        let table = SyntheticTable(
            "users",
            rows: 3,
            columns: [
                SyntheticColumn("name", ChoiceColumn([.init(.string("José Antônio D'Ávila Muñoz"))])),
                SyntheticColumn("email", EmailColumn(from: "name", isUnique: true)),
            ]
        )
        #expect(
            try written([table]) == [
                "name,email", "José Antônio D'Ávila Muñoz,jose.munoz1@example.net",
                "José Antônio D'Ávila Muñoz,jose.munoz2@example.org",
                "José Antônio D'Ávila Muñoz,jose.munoz3@example.com",
            ]
        )
    }

    @Test func `city, state and area code belong together`() throws {
        let table = SyntheticTable(
            "users",
            rows: 500,
            columns: [
                SyntheticColumn("city", CityColumn()), SyntheticColumn("state", StateColumn(.code, of: "city")),
                SyntheticColumn("state_name", StateColumn(.name, of: "city")),
                SyntheticColumn("phone", PhoneColumn(of: "city")),
            ]
        )
        let lines = try written([table])
        #expect(
            lines[..<12] == [
                "city,state,state_name,phone", "Caxias do Sul,RS,Rio Grande do Sul,(54) 90671-4889",
                "Brasília,DF,Distrito Federal,(61) 90727-0088", "Bauru,SP,São Paulo,(14) 90843-9052",
                "Curitiba,PR,Paraná,(41) 90397-9592", "São Paulo,SP,São Paulo,(11) 90913-9654",
                "Rio de Janeiro,RJ,Rio de Janeiro,(21) 90325-3110", "Santarém,PA,Pará,(93) 90885-5135",
                "Vitória,ES,Espírito Santo,(27) 90227-9538", "São José dos Campos,SP,São Paulo,(12) 90908-3795",
                "Campinas,SP,São Paulo,(19) 90841-0136", "Rio de Janeiro,RJ,Rio de Janeiro,(21) 90402-0782",
            ]
        )
        for line in lines.dropFirst() {
            let cells = line.split(separator: ",").map(String.init)
            let city = try #require(SyntheticLocale.brazil.cities.first { $0.name == cells[0] && $0.state == cells[1] })
            #expect(SyntheticLocale.brazil.states[city.state] == cells[2])
            #expect(cells[3].hasPrefix("(\(city.areaCode)) 90"))
        }
    }

    @Test func `records keep their fields together`() throws {
        let list = RecordList(
            fields: ["category", "name", "min", "max"],
            records: [
                [.string("moda"), .string("Camisa"), .integer(45), .integer(130)],
                [.string("livros"), .string("Romance"), .decimal("19.90"), .integer(20)],
            ]
        )
        let table = SyntheticTable(
            "products",
            rows: 4,
            columns: [
                SyntheticColumn("item", RecordColumn(list, weights: [1, 1]), isHidden: true),
                SyntheticColumn("category", FieldColumn(of: "item", "category")),
                SyntheticColumn("name", TemplateColumn("{item->name} {100..999}")),
                SyntheticColumn(
                    "price",
                    DecimalColumn(min: .computed(try parsed("item->min")), max: .computed(try parsed("item->max")))
                ),
            ]
        )
        #expect(
            try written([table]) == [
                "category,name,price", "moda,Camisa 484,123.29", "livros,Romance 880,19.99", "livros,Romance 915,19.97",
                "moda,Camisa 493,48.30",
            ]
        )
    }

    @Test func `a column may be without value of itself`() throws {
        #expect(try cells(SequenceColumn(), rows: 6, nullShare: 0.5) == ["1", "2", "3", "4", "", "6"])
    }
}
