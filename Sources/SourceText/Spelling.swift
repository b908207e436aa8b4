/// "Did you mean": finds the known names that a misspelt one was probably meant to be.
package enum Spelling {
    /// The candidate with the fewest typing mistakes, or `nil` when none is near enough; of equally near ones the first.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        near(name, among: candidates, most: 1).first
    }

    /// The candidates with the fewest typing mistakes, when there are several equally near ones in their given order.
    package static func near(_ name: String, among candidates: some Sequence<String>, most: Int = 3) -> [String] {
        NameBook(candidates).near(name, most: most)
    }

    /// Whether a name was surely meant to be that one: the same to a reader, or off by a slip of the finger (a letter dropped, doubled, replaced or
    /// swapped with its neighbour) in a name of five letters or more. Another digit, one more letter at the end or a plural is another name.
    package static func isSlip(_ written: String, of meant: String) -> Bool {
        FoldedName(written).isSlip(of: FoldedName(meant))
    }

    /// "There is `/Order`; did you mean that?", for several "…; did you mean one of them?"; `nil` for none.
    package static func question(_ names: [String]) -> String? {
        alternatives(names).map { "There is \($0); did you mean \(names.count == 1 ? "that" : "one of them")?" }
    }

    /// Names as a sentence takes them: "`/Order`", "`/Order` or `/Orders`", "`a`, `b` or `c`"; `nil` for none.
    package static func alternatives(_ names: [String]) -> String? {
        let quoted = names.map { "`\($0)`" }
        guard let last = quoted.last else { return nil }
        return quoted.count == 1 ? last : quoted.dropLast().joined(separator: ", ") + " or " + last
    }
}

/// Names among which misspelt ones are looked up: to be made once where many are.
///
/// Near enough is one mistake in three letters, counted in the parts of a path that differ. Names that differ only in
/// upper and lower case, in `ё`, or in Cyrillic letters that look like Latin ones are the same to a reader and always near.
package struct NameBook: Sendable {
    private let names: [FoldedName]

    package init(_ names: some Sequence<String>) { self.names = names.map(FoldedName.init) }

    private static let longest = 200
    /// Names whose letters are compared in one search; bounds the work in a bot of a hundred thousand states.
    private static let mostComparisons = 2000

    /// The nearest names, equally near ones in the order in which they were given.
    package func near(_ name: String, most: Int = 3) -> [String] {
        let wanted = FoldedName(name)
        guard !wanted.letters.isEmpty, wanted.letters.count <= Self.longest else { return [] }
        var best = max(1, wanted.letters.count / 3)
        var found: [String] = []
        var comparisons = 0
        for candidate in names where candidate.name != name && candidate.mayLie(within: best, of: wanted) {
            comparisons += 1
            guard comparisons <= Self.mostComparisons else { break }
            guard let distance = wanted.mistakes(to: candidate, atMost: best) else { continue }
            if distance < best { found = [] }
            best = distance
            if found.count < most, !found.contains(candidate.name) { found.append(candidate.name) }
        }
        return found
    }
}

/// A name as a reader sees it, ready to be compared.
private struct FoldedName: Sendable {
    let name: String
    let letters: [Unicode.Scalar]
    /// One bit a letter (several letters may share one).
    private let signature: UInt64

    init(_ name: String) {
        self.name = name
        letters = name.lowercased().unicodeScalars.map { Self.lookalikes[$0] ?? $0 }
        signature = letters.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    }

    /// Every letter that only one of them has is a mistake; a quick test before the exact one.
    func mayLie(within limit: Int, of other: FoldedName) -> Bool {
        abs(letters.count - other.letters.count) <= limit
            && (signature & ~other.signature).nonzeroBitCount <= limit
            && (other.signature & ~signature).nonzeroBitCount <= limit
    }

    /// The typing mistakes between two names, `nil` when there are too many for one to be meant by the other.
    func mistakes(to other: FoldedName, atMost limit: Int) -> Int? {
        let (left, right) = Self.differingParts(letters[...], other.letters[...])
        let longer = max(left.count, right.count)
        guard longer > 0 else { return 0 }
        let limit = min(limit, max(1, left.count / 3))
        guard let distance = EditDistance.between(left, right, atMost: limit) else { return nil }
        return 2 * distance <= longer ? distance : nil
    }

    func isSlip(of meant: FoldedName) -> Bool {
        let (left, right) = Self.differingParts(letters[...], meant.letters[...])
        if left.elementsEqual(right) { return true }
        guard right.count >= 5, !right.contains("/"), !left.starts(with: right), !right.elementsEqual(left + ["s"]),
            left.filter(Self.isDigit) == right.filter(Self.isDigit)
        else { return false }
        return EditDistance.between(left, right, atMost: 1) != nil
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

    /// Two paths without the names that they begin and end with in common: `/Shop/Ordr` and `/Shop/Order` differ in
    /// `ordr` and `order` only.
    private static func differingParts(_ left: ArraySlice<Unicode.Scalar>, _ right: ArraySlice<Unicode.Scalar>) -> (
        ArraySlice<Unicode.Scalar>, ArraySlice<Unicode.Scalar>
    ) {
        let same = zip(left, right).prefix { $0 == $1 }.map(\.0)
        let head = (same.lastIndex(of: "/") ?? -1) + 1
        let (left, right) = (left.dropFirst(head), right.dropFirst(head))
        let sameEnd = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.map(\.0)
        let tail = (sameEnd.lastIndex(of: "/") ?? -1) + 1
        return (left.dropLast(tail), right.dropLast(tail))
    }

    private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = [
        "а": "a", "в": "b", "е": "e", "ё": "e", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c", "т": "t",
        "у": "y", "х": "x", "і": "i",
    ]
}
