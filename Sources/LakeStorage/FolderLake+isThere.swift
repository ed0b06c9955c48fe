/// Yes or no, where what cannot be looked at counts as not there: it is made again then, and that says what is wrong.
extension FolderLake {
    package func isPublished(_ relative: String) -> Bool {
        do { return try published(relative) != nil } catch { return false }
    }

    package func isStaged(_ relative: String, run: String) -> Bool {
        do { return try staged(relative, run: run) != nil } catch { return false }
    }
}
