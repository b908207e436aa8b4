import JavaScriptTokens
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

    /// The same for bytes that are only known when the check runs, where they are no part of a longer word.
    func places(of text: ArraySlice<UInt8>) -> [SourceSpan] {
        guard let first = text.first else { return [] }
        var found: [SourceSpan] = []
        var position = 0
        while let hit = bytes[position...].firstIndex(of: first) {
            let end = hit + text.count
            let isHit = bytes[hit...].starts(with: text)
            if isHit, !isWordByte(hit - 1), !isWordByte(end) { found.append(SourceSpan(hit, end)) }
            position = hit + (isHit ? text.count : 1)
        }
        return found
    }

    private func isWordByte(_ offset: Int) -> Bool { bytes.indices.contains(offset) && bytes[offset].isNameByte }
}
