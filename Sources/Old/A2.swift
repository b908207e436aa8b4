// What holds no names: texts, comments, regular expressions.
extension CodeTokens {
    mutating func quoted(by quote: UInt8) {
        position += 1
        while position < code.count, byte() != quote, byte() != UInt8(ascii: "\n") {
            position += byte() == UInt8(ascii: "\\") ? 2 : 1
        }
        position = min(position + 1, code.count)
    }

    /// From a backtick, or from the bracket that closes a `${ }`, to the next `${` or the end of the template.
    mutating func template() {
        position += 1
        while position < code.count, byte() != UInt8(ascii: "`") {
            if byte() == UInt8(ascii: "$"), byte(1) == UInt8(ascii: "{") {
                templates.append(0)
                return advance(2, .other)
            }
            position += byte() == UInt8(ascii: "\\") ? 2 : 1
        }
        advance(1, .other, endsValue: true)
    }

    mutating func slash() {
        switch byte(1) {
        case UInt8(ascii: "/"): while position < code.count, byte() != UInt8(ascii: "\n") { position += 1 }
        case UInt8(ascii: "*"):
            position += 2
            while position < code.count, byte() != UInt8(ascii: "*") || byte(1) != UInt8(ascii: "/") { position += 1 }
            position = min(position + 2, code.count)
        default: if endsValue { operation() } else { expression() }
        }
    }

    /// `/…/flags`: a slash inside of `[…]` does not end it.
    private mutating func expression() {
        var isInClass = false
        position += 1
        while position < code.count, byte() != UInt8(ascii: "\n"), isInClass || byte() != UInt8(ascii: "/") {
            if byte() == UInt8(ascii: "[") { isInClass = true }
            if byte() == UInt8(ascii: "]") { isInClass = false }
            position += byte() == UInt8(ascii: "\\") ? 2 : 1
        }
        position = min(position + 1, code.count)
        while Self.isNameByte(byte()) { position += 1 }
        passed(.other, endsValue: true)
    }
}
