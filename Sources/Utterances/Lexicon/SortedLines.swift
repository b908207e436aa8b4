/// Lines in the order of their bytes, each beginning with a word and a blank.
struct SortedLines: Sendable {
    private let file: FileBytes

    init(_ file: FileBytes) { self.file = file }

    /// Whether a line begins with this word: found by halving.
    func contains(_ word: String) -> Bool {
        let wanted = Array(word.utf8) + [UInt8(ascii: " ")]
        var low = 0
        var high = file.count
        while low < high {
            let start = startOfLine(around: (low + high) / 2)
            let line = file.bytes[start..<min(start + wanted.count, file.count)]
            if line.elementsEqual(wanted) { return true }
            if line.lexicographicallyPrecedes(wanted) { low = endOfLine(from: max(start, low)) } else { high = start }
        }
        return false
    }

    private func startOfLine(around offset: Int) -> Int {
        var start = offset
        while start > 0, file[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    private func endOfLine(from offset: Int) -> Int {
        var end = offset
        while end < file.count, file[end] != UInt8(ascii: "\n") { end += 1 }
        return end + 1
    }
}
