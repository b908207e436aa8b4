// Names and numbers.
extension JavaScriptScanner {
    mutating func name() -> JavaScriptToken {
        let place = endOfWord(position)
        guard before != .dot else { return take(.name, to: place, leaving: .value) }
        if !isAwaitOfLoop(position..<place) { word = position..<place }
        return take(.name, to: place, leaving: .word)
    }

    /// `for await (…)` is a loop's head like `for (…)`.
    private func isAwaitOfLoop(_ name: Range<Int>) -> Bool {
        before == .word && name.count == 5 && word.count == 3 && bytes[name].elementsEqual("await".utf8)
            && bytes[word].elementsEqual("for".utf8)
    }

    /// `12`, `0xFF`, `1.5e-3`, `.5`, `10n`.
    mutating func number() -> JavaScriptToken {
        let digits = endOfWord(position)
        var place = digits
        if place < end, bytes[place] == UInt8(ascii: ".") { place = endOfWord(place + 1) }
        let isHexadecimal = peek(0) == UInt8(ascii: "0") && peek(1) | 0x20 == UInt8(ascii: "x")
        if place + 1 < end, bytes[place - 1] | 0x20 == UInt8(ascii: "e"), !isHexadecimal,
            bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-"), Self.isDigit(bytes[place + 1])
        {
            place = endOfWord(place + 1)
        }
        return take(.number, to: place, leaving: .value)
    }

    func endOfWord(_ start: Int) -> Int {
        var place = start
        while place < end, bytes[place].isNameByte { place += 1 }
        return place
    }
}
