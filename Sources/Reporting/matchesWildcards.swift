/// Whether a text is one that a pattern describes: `many` stands for any number of elements, `one` for just one.
///
/// Takes at most as many steps as pattern times text.
package func matchesWildcards<Element: Equatable>(
    _ text: ArraySlice<Element>,
    _ pattern: ArraySlice<Element>,
    many: Element,
    one: Element
) -> Bool {
    // The last `many` is tried again, one element further each time.
    var (pattern, text) = (pattern, text)
    var retry: (pattern: ArraySlice<Element>, text: ArraySlice<Element>)?
    while true {
        if pattern.first == many {
            pattern = pattern.dropFirst()
            retry = (pattern, text)
        } else if let wanted = pattern.first, let next = text.first, wanted == one || wanted == next {
            (pattern, text) = (pattern.dropFirst(), text.dropFirst())
        } else if pattern.isEmpty, text.isEmpty {
            return true
        } else if let last = retry, !last.text.isEmpty {
            (pattern, text) = (last.pattern, last.text.dropFirst())
            retry = (pattern, text)
        } else {
            return false
        }
    }
}
