/// How many typing mistakes lie between two words.
package enum EditDistance {
    /// The number of letters added, dropped, replaced, or swapped with their neighbour; `nil` above the limit.
    package static func between(_ left: String, _ right: String, atMost limit: Int = .max) -> Int? {
        between(Array(left.unicodeScalars)[...], Array(right.unicodeScalars)[...], atMost: limit)
    }

    package static func between(
        _ left: ArraySlice<Unicode.Scalar>, _ right: ArraySlice<Unicode.Scalar>, atMost limit: Int
    )
        -> Int?
    {
        guard abs(left.count - right.count) <= limit else { return nil }
        let same = zip(left, right).prefix { $0 == $1 }.count
        let (left, right) = (left.dropFirst(same), right.dropFirst(same))
        let sameEnd = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
        return table(Array(left.dropLast(sameEnd)), Array(right.dropLast(sameEnd)), atMost: limit)
    }

    private static func table(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
                var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            guard current.contains(where: { $0 <= limit }) else { return nil }
            beforeLast = last
            last = current
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}
