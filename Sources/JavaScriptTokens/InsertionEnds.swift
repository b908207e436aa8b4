/// Finds where the `{{ }}` of one text end. Braces in objects, strings, comments and regular expressions end none.
///
///     var ends = InsertionEnds(Array(#"{{ "}}" }} a"#.utf8))
///     ends.next(from: 2)                                              // 8
package struct InsertionEnds: Sendable {
    private var scanner: JavaScriptScanner
    private var failures = 0

    /// Looking for an end may read to the end of the text, so only so many may fail in one text.
    package static let mostUnclosed = 16

    /// - Parameter end: what lies beyond is not looked at.
    package init(_ bytes: [UInt8], to end: Int = .max) {
        scanner = JavaScriptScanner(bytes, to: end, as: .insertion)
    }

    /// Whether so many were not found that no further ones are looked for.
    package var isExhausted: Bool { failures >= Self.mostUnclosed }

    /// The byte at which the `}}` of an expression begins that starts at `start`.
    package mutating func next(from start: Int) -> Int? {
        guard !isExhausted else { return nil }
        let end = end(from: start)
        if end == nil { failures += 1 }
        return end
    }

    private mutating func end(from start: Int) -> Int? {
        scanner.restart(at: start)
        var depth = 0
        while let token = scanner.next() {
            guard case .sign = token.kind else { continue }
            switch scanner.bytes[token.start] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}") where depth > 0: depth -= 1
            case UInt8(ascii: "}"):
                return scanner.peek(0) == UInt8(ascii: "}") ? token.start : nil
            default: break
            }
        }
        return nil
    }
}
