/// `38.2 MiB`.
package func sizeInWords(_ bytes: Int) -> String {
    var (size, unit) = (Double(bytes), "B")
    for next in ["KiB", "MiB", "GiB", "TiB"] where size >= 1024 { (size, unit) = (size / 1024, next) }
    let tenths = Int((size * 10).rounded())
    return unit == "B" || tenths >= 1000 ? "\(Int(size.rounded())) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
}
