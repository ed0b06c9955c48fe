import Configuration
import Reporting

/// What is written for a parameter, before its type says what it means: a text, or the items of a list.
struct WrittenParameter: Sendable {
    let texts: [String]
    let isList: Bool
    let span: Span

    /// Nil where it is neither.
    init?(_ item: Item) {
        if let items = item.asList {
            (texts, isList) = (items.compactMap { $0.asText?.string }, true)
        } else if let text = item.asText {
            (texts, isList) = ([text.string], false)
        } else {
            return nil
        }
        span = item.span
    }

    /// Of a file that is not read with its variables. Nil where it names some, or is neither.
    init?(_ node: Node) {
        let scalars = (node.items ?? [node]).compactMap { $0.isNull ? nil : $0.scalar?.text }
        guard scalars.count == node.items?.count ?? 1, !scalars.contains(where: { $0.contains("$") }) else {
            return nil
        }
        (texts, isList, span) = (scalars, node.items != nil, node.span)
    }

    /// As a person writes it on a command line: a list's items with commas between them.
    init(given text: String, at span: Span) { (texts, isList, self.span) = ([text], false, span) }

    /// For messages.
    var words: String { isList ? "[\(texts.joined(separator: ", "))]" : texts[0] }

    /// Nil of a list.
    var text: String? { isList ? nil : texts[0] }

    /// A list, or a text with its items: `orders,payments`, as plans tell it `[orders, payments]`. Nil where an item has a
    /// comma, which no command line could say, or is empty.
    var items: [String]? {
        guard !isList else { return texts.contains { $0.isEmpty || $0.contains(",") } ? nil : texts }
        var rest = texts[0][...]
        if rest.hasPrefix("["), rest.hasSuffix("]") { rest = rest.dropFirst().dropLast() }
        if rest.allSatisfy(\.isWhitespace) { return [] }
        let items = rest.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.trimmingPrefix(while: \.isWhitespace)
        }
        .map { String($0.reversed().trimmingPrefix(while: \.isWhitespace).reversed()) }
        return items.contains("") ? nil : items
    }
}
