/// Every expectation of Great Expectations that is read, by the name we write it under, and those spelled otherwise.
let gxForms: [String: (kind: any ExpectationKind.Type, form: GXForm)] = {
    var forms: [String: (kind: any ExpectationKind.Type, form: GXForm)] = [:]
    for kind in builtInExpectations {
        for form in kind.gxForms { forms[form.name] = (kind, form) }
    }
    return forms
}()

/// Found by the name in any of their spellings: `expect_column_max_to_be_between`, `ExpectColumnMaxToBeBetween`.
func gxForm(named name: String) -> (kind: any ExpectationKind.Type, form: GXForm)? {
    gxForms[name] ?? gxForms[snakeCased(name)]
}

/// `ExpectColumnMaxToBeBetween` as `expect_column_max_to_be_between`; other names as they are.
func snakeCased(_ name: String) -> String {
    guard name.hasPrefix("Expect") else { return name }
    return name.reduce(into: "") { text, letter in
        if letter.isUppercase, !text.isEmpty { text += "_" }
        text += letter.lowercased()
    }
}
