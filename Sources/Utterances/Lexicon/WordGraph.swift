/// A graph of texts in the form of dawgdic: numbers of four bytes, each a step by one byte, and behind them for each the
/// first step that goes on from it and the next one beside it.
struct WordGraph: Sendable {
    private let file: FileBytes
    private let firstStep: Int

    /// A spelling that leads somewhere, and where.
    struct Place {
        let spelling: [UInt8]
        let node: Int
    }

    init?(_ file: FileBytes) {
        self.file = file
        let count = Int(file.number(at: 0, as: UInt32.self))
        firstStep = 8 + 4 * count
        guard count > 0, 8 + 6 * count <= file.count else { return nil }
    }

    /// Where a word leads: once as it is, and where it has `е` also with `ё` in its place.
    func places(of word: some Collection<UInt8>) -> [Place] {
        let word = Array(word)
        var places: [Place] = []
        walk(word, from: 0, node: 0, spelling: [], into: &places)
        return places
    }

    private func walk(_ word: [UInt8], from start: Int, node: Int, spelling: [UInt8], into places: inout [Place]) {
        var node = node
        var spelling = spelling
        for offset in start..<word.count {
            if word[offset] == 0xD0, offset + 1 < word.count, word[offset + 1] == 0xB5,
                let other = step(node, 0xD1).flatMap({ step($0, 0x91) })
            {
                walk(word, from: offset + 2, node: other, spelling: spelling + [0xD1, 0x91], into: &places)
            }
            guard let next = step(node, word[offset]) else { return }
            node = next
            spelling.append(word[offset])
        }
        places.append(Place(spelling: spelling, node: node))
    }

    private func step(_ index: Int, _ byte: UInt8) -> Int? {
        let unit = unit(index)
        let offset = (unit >> 10) << ((unit & (1 << 9)) >> 6)
        let next = Int(UInt32(truncatingIfNeeded: index) ^ offset ^ UInt32(byte))
        return self.unit(next) & (1 << 31 | 0xFF) == UInt32(byte) ? next : nil
    }

    private func unit(_ index: Int) -> UInt32 { file.number(at: 4 + 4 * index, as: UInt32.self) }

    // MARK: What stands behind a text

    /// Behind a text and the byte 1 stand its records in base64.
    ///
    /// - Parameter letters: how many letters of a record are read, of six bits each.
    func records(behind place: Place, letters: Int) -> [UInt64] {
        guard let start = step(place.node, 1) else { return [] }
        var records: [UInt64] = []
        var steps = 0
        collect(from: start, letters: letters, bits: 0, into: &records, &steps)
        return records
    }

    /// More steps than any word needs: data that only looks like a graph may lead in circles.
    private static let mostSteps = 10_000

    private func collect(from node: Int, letters: Int, bits: UInt64, into records: inout [UInt64], _ steps: inout Int) {
        guard letters > 0 else { return records.append(bits) }
        var byte = file[firstStep + 2 * node]
        while byte != 0, steps < Self.mostSteps, let next = step(node, byte) {
            steps += 1
            if let value = Self.value(of: byte) {
                collect(from: next, letters: letters - 1, bits: bits << 6 | value, into: &records, &steps)
            }
            byte = file[firstStep + 2 * next + 1]
        }
    }

    private static func value(of letter: UInt8) -> UInt64? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt64(letter - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(letter - UInt8(ascii: "a") + 26)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(letter - UInt8(ascii: "0") + 52)
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
