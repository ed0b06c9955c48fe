extension Function {
    /// How a call with these arguments is written: by its signature where that has a way of its own.
    package func spelling(for arguments: [TypedExpression]) -> Spelling {
        let matches = signatures.filter { $0.arity.contains(arguments.count) }.compactMap { signature in
            signature.match(arguments).map { (signature, $0.steps) }
        }
        return matches.min { $0.1 < $1.1 }?.0.spelling ?? spelling
    }
}
