/// Lines in the order of their bytes, each beginning with a word and a blank.
struct SortedLines: Sendable {
    private let file: FileBytes

    init(_ file: FileBytes) { self.file = file }

    /// Whether a line begins with this word: found by halving.
    func contains(_ word: String) -> Bool {
        var word = word
        return word.withUTF8(contains)
    }

    private func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        var low = 0
        var high = file.count
        while low < high {
            let start = startOfLine(around: (low + high) / 2)
            let order = order(ofLineAt: start, to: word)
            if order == 0 { return true }
            if order < 0 { low = endOfLine(from: max(start, low)) } else { high = start }
        }
        return false
    }

    /// Below 0 when the line stands before the lines of the word, 0 when it is one of them.
    private func order(ofLineAt start: Int, to word: UnsafeBufferPointer<UInt8>) -> Int {
        for index in 0...word.count {
            guard start + index < file.count else { return -1 }
            let byte = file.bytes[start + index]
            let wanted = index < word.count ? word[index] : UInt8(ascii: " ")
            if byte != wanted { return byte < wanted ? -1 : 1 }
        }
        return 0
    }

    private func startOfLine(around offset: Int) -> Int {
        var start = offset
        while start > 0, file.bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    private func endOfLine(from offset: Int) -> Int {
        var end = offset
        while end < file.count, file.bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return end + 1
    }
}
