/// "Did you mean": finds the known name that a misspelt one was probably meant to be.
package enum Spelling {
    /// The candidate with the fewest typing mistakes, or `nil` when none is near enough.
    ///
    /// Near enough is one mistake in three letters; a name that differs only in upper and lower case always is. Of
    /// equally near ones the first wins, so give the candidates in an order that you can explain.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates where candidate != name {
            let limit = (best?.distance ?? max(1, wanted.count / 3) + 1) - 1
            guard limit >= 0 else { break }
            let letters = Array(candidate.lowercased().unicodeScalars)
            guard let distance = EditDistance.between(wanted, letters, atMost: limit) else { continue }
            if distance < max(letters.count, wanted.count) { best = (candidate, distance) }
        }
        return best?.name
    }
}

/// How many typing mistakes lie between two words.
package enum EditDistance {
    /// The number of letters added, dropped, replaced, or swapped with their neighbour; `nil` above the limit.
    package static func between(_ left: String, _ right: String, atMost limit: Int = .max) -> Int? {
        between(Array(left.unicodeScalars), Array(right.unicodeScalars), atMost: limit)
    }

    static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
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
