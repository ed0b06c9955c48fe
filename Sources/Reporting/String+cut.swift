extension String {
    /// At most so many characters, the mark at the end of what is cut included.
    package func cut(to room: Int, _ ellipsis: String = "…") -> String {
        count <= room ? self : prefix(max(0, room - ellipsis.count)) + ellipsis
    }
}
