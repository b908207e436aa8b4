/// Small changes of bytes, drawn from a seed: the short, repeatable relative of the fuzzer.
package struct Mutation {
    private var state: UInt64
    private let words: [[UInt8]]

    /// - Parameter words: what is put in besides single bytes: tags, brackets, names.
    package init(seed: UInt64, words: [String]) {
        state = seed
        self.words = words.map { Array($0.utf8) }
    }

    /// The text with one to eight changes.
    package mutating func mutant(of text: [UInt8]) -> [UInt8] {
        var text = text
        for _ in 0...next(8) { change(&text) }
        return text
    }

    private mutating func change(_ text: inout [UInt8]) {
        let place = next(text.count + 1)
        let end = min(text.count, place + next(12))
        switch next(5) {
        case 0: text.insert(contentsOf: words.isEmpty ? [] : words[next(words.count)], at: place)
        case 1: text.removeSubrange(place..<end)
        case 2: text.insert(contentsOf: text[place..<end], at: place)
        case 3: text.insert(contentsOf: text[place..<end], at: next(text.count + 1))
        default: if place < text.count { text[place] = UInt8(next(256)) }
        }
    }

    /// SplitMix64, below a bound.
    package mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
