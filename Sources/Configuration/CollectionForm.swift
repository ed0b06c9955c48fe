/// How a list or mapping is written: line by line, or (`isFlow`) in brackets or braces.
struct CollectionForm: Hashable {
    let isMapping: Bool
    let isFlow: Bool
}
