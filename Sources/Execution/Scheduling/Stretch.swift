/// Neighbours of one state, for telling of many in a few lines.
package struct Stretch<Element: Sendable, State: Hashable & Sendable>: Sendable {
    package var first: Element
    package var last: Element
    package var count: Int
    package var state: State
}

/// Neighbours with the same state together, in their order.
package func stretches<Element: Sendable, State: Hashable & Sendable>(
    _ elements: [(element: Element, state: State)]
) -> [Stretch<Element, State>] {
    var stretches: [Stretch<Element, State>] = []
    for (element, state) in elements {
        if let last = stretches.indices.last, stretches[last].state == state {
            stretches[last].last = element
            stretches[last].count += 1
        } else {
            stretches.append(Stretch(first: element, last: element, count: 1, state: state))
        }
    }
    return stretches
}
