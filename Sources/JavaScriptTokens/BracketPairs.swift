/// Pairs brackets as they come: a closing one with the innermost open one, if it is of its kind.
package struct BracketPairs: Sendable {
    /// The first bracket that closes nothing, or another kind of bracket than is open.
    package private(set) var stray: Int?
    /// The bracket that was open when the stray one came, if one of the stray one's kind is open around it.
    package private(set) var unclosedBeforeStray: Int?
    private var open: [(place: Int, sign: UInt8)] = []

    package init() {}

    /// How many are open.
    package var depth: Int { open.count }

    /// The places of the brackets that nothing has closed, outermost first.
    package var unclosed: [Int] { open.map(\.place) }

    /// Reads a sign; the place of the bracket that it closes, if it closes one.
    package mutating func read(_ sign: UInt8, at place: Int) -> Int? {
        switch sign {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open.append((place, sign))
        case UInt8(ascii: ")"): return close(UInt8(ascii: "("), at: place)
        case UInt8(ascii: "]"): return close(UInt8(ascii: "["), at: place)
        case UInt8(ascii: "}"): return close(UInt8(ascii: "{"), at: place)
        default: break
        }
        return nil
    }

    private mutating func close(_ opening: UInt8, at place: Int) -> Int? {
        guard let last = open.last, last.sign == opening else {
            noteStray(opening, at: place)
            return nil
        }
        open.removeLast()
        return last.place
    }

    private mutating func noteStray(_ opening: UInt8, at place: Int) {
        guard stray == nil else { return }
        stray = place
        if open.contains(where: { $0.sign == opening }) { unclosedBeforeStray = open.last?.place }
    }
}
