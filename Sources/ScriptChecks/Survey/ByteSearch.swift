import SourceText

extension SourceFile {
    /// Where a text stands in the file's bytes, first to last, not overlapping.
    func occurrences(of text: StaticString) -> [Int] {
        let length = text.utf8CodeUnitCount
        guard length > 0, bytes.count >= length else { return [] }
        return bytes.withUnsafeBufferPointer { bytes in
            var found: [Int] = []
            var position = 0
            while position <= bytes.count - length {
                if bytes[position] == text.utf8Start[0],
                    (1..<length).allSatisfy({ bytes[position + $0] == text.utf8Start[$0] })
                {
                    found.append(position)
                    position += length
                } else {
                    position += 1
                }
            }
            return found
        }
    }
}
