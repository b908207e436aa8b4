/// Pairs brackets as they come: a closing one with the innermost open one, if it is of its kind.
package struct BracketPairs: Sendable {
    /// The first bracket that closes nothing, or another kind of bracket than is open.
    package private(set) var stray: Int?
    private var open: [(place: Int, sign: UInt8)] = []

    package init() {}

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
            stray = stray ?? place
            return nil
        }
        open.removeLast()
        return last.place
    }
}
