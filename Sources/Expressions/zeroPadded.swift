/// `007` of 7: a number that is not negative, with zeros before it up to a width.
package func zeroPadded(_ number: some BinaryInteger, _ width: Int, radix: Int = 10) -> String {
    let digits = String(number, radix: radix)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
