import SourceText

extension SourceFile {
    /// Where a text stands in the file's bytes, first to last, not overlapping.
    func occurrences(of text: StaticString) -> [Int] {
        let length = text.utf8CodeUnitCount
        guard length > 0, bytes.count >= length else { return [] }
        return bytes.withUnsafeBufferPointer { bytes in
            var found: [Int] = []
            let first = text.utf8Start[0]
            var position = 0
            while position <= bytes.count - length {
                guard bytes[position] == first else {
                    position += 1
                    continue
                }
                var matched = 1
                while matched < length, bytes[position + matched] == text.utf8Start[matched] { matched += 1 }
                if matched == length { found.append(position) }
                position += matched == length ? length : 1
            }
            return found
        }
    }
}
