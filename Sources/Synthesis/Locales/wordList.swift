/// The words of a text, as the lists of the locales are written.
func wordList(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
}
