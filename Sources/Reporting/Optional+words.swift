extension Optional where Wrapped: CustomStringConvertible {
    /// Its text between two others; nothing at all where there is no value.
    package func enclosed(by opening: String, and closing: String) -> String {
        guard let self else { return "" }
        return opening + self.description + closing
    }

    /// Its text behind another; nothing at all where there is no value.
    package func led(by words: String) -> String { enclosed(by: words, and: "") }
}
