/// Gives every word a number. The bytes of all words stand in one buffer, so a look-up makes no object.
package struct WordTable: Sendable {
    package private(set) var count = 0
    private var bytes: ContiguousArray<UInt8> = []
    /// Where each word begins in `bytes`, and the end of the last.
    private var starts: ContiguousArray<Int32> = [0]
    /// Numbers of words by hash, -1 for a free place; the length is a power of two and at most half of it is used.
    private var slots = ContiguousArray<Int32>(repeating: -1, count: 64)

    package init() {}

    /// The number of a word, a new one if it is not known yet.
    package mutating func number(of word: some Collection<UInt8>) -> Int {
        let found = word.withContiguousStorageIfAvailable(lookUp) ?? Array(word).withUnsafeBufferPointer(lookUp)
        guard found.word < 0 else { return found.word }
        bytes += word
        starts.append(Int32(bytes.count))
        slots[found.slot] = Int32(count)
        count += 1
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    /// The number of a word, -1 for an unknown one.
    package func find(_ word: UnsafeBufferPointer<UInt8>) -> Int { lookUp(word).word }

    func word(_ number: Int) -> ArraySlice<UInt8> {
        ArraySlice(bytes[Int(starts[number])..<Int(starts[number + 1])])
    }

    private func lookUp(_ word: UnsafeBufferPointer<UInt8>) -> (word: Int, slot: Int) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: Self.hash(word)) & mask
        while slots[slot] >= 0 {
            if isWord(Int(slots[slot]), word) { return (Int(slots[slot]), slot) }
            slot = (slot + 1) & mask
        }
        return (-1, slot)
    }

    private func isWord(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[number])
        guard Int(starts[number + 1]) - start == word.count else { return false }
        for offset in 0..<word.count where bytes[start + offset] != word[offset] { return false }
        return true
    }

    private mutating func grow() {
        slots = ContiguousArray(repeating: -1, count: slots.count * 2)
        for number in 0..<count {
            let slot = word(number).withUnsafeBufferPointer { lookUp($0).slot }
            slots[slot] = Int32(number)
        }
    }

    /// FNV-1a, mixed once more since only the low bits choose the place.
    private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt {
        var hash: UInt = 0xcbf2_9ce4_8422_2325
        for byte in word { hash = (hash ^ UInt(byte)) &* 0x100_0000_01b3 }
        return hash ^ (hash >> 29)
    }
}
