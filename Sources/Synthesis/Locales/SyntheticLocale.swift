/// Where invented people live: their names, cities, words and telephone numbers.
package enum SyntheticLocale: String, Hashable, Sendable, CaseIterable {
    case brazil = "pt_BR"
    case unitedStates = "en_US"
}

/// A city with what belongs to it.
struct City: Hashable, Sendable {
    var name: String
    /// Two letters.
    var state: String
    var areaCode: String
    /// Inhabitants in thousands, roughly: how often it is drawn.
    var thousands: Int

    init(_ name: String, _ state: String, _ areaCode: String, _ thousands: Int) {
        self.name = name
        self.state = state
        self.areaCode = areaCode
        self.thousands = thousands
    }
}

extension SyntheticLocale {
    var firstNames: [String] { self == .brazil ? Brazil.firstNames : UnitedStates.firstNames }

    var lastNames: [String] { self == .brazil ? Brazil.lastNames : UnitedStates.lastNames }

    /// Brazilians carry a name of each parent.
    var lastNamesAPerson: Int { self == .brazil ? 2 : 1 }

    var cities: [City] { self == .brazil ? Brazil.cities : UnitedStates.cities }

    /// By two-letter code.
    var states: [String: String] { self == .brazil ? Brazil.states : UnitedStates.states }

    var words: [String] { self == .brazil ? Brazil.words : UnitedStates.words }

    /// What follows the area code, as a template.
    var phonePattern: String { self == .brazil ? "90###-####" : "555-01##" }
}
