extension Vector {
    /// The cells as texts, as a file would show them; what stands under a null means nothing.
    var texts: Texts {
        if case .texts(let texts) = storage { return texts }
        return withSource { source in
            var texts = Texts(capacity: count)
            for row in 0..<count {
                texts.add(source, row)
                texts.close()
            }
            return texts
        }
    }
}

extension Texts {
    fileprivate mutating func add(_ source: CellSource, _ row: Int) {
        guard !source.isNull(row) else { return }
        switch source.form {
        case .texts, .words: add(source.text(row))
        case .mixed:
            let choice = Int(source.values.assumingMemoryBound(to: Int32.self)[row])
            guard let parts = source.parts else { return }
            if choice < 0 { add(parts[0], row) } else { add(parts[1], choice) }
        default: add(atMost: CellSource.widest) { source.write(row, to: $0) }
        }
    }
}
