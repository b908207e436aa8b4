/// The candidate that `text` was probably meant to be: the nearest one by slips of the pen, at most a third of it wrong.
package func nearestName(to text: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(text.lowercased().unicodeScalars)
    guard (2...100).contains(wanted.count) else { return nil }
    let limit = max(1, wanted.count / 3)
    var best: (name: String, slips: Int)?
    for candidate in candidates {
        let letters = Array(candidate.lowercased().unicodeScalars)
        guard abs(letters.count - wanted.count) <= limit else { continue }
        let slips = slips(from: wanted, to: letters)
        guard slips <= limit, slips < letters.count else { continue }
        if let found = best, (found.slips, found.name) <= (slips, candidate) { continue }
        best = (candidate, slips)
    }
    return best?.name
}

/// How many letters must be put in, left out, changed, or swapped with their neighbour.
private func slips(from source: [Unicode.Scalar], to target: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...target.count)
    for (row, letter) in source.enumerated() {
        var current = [row + 1]
        for (column, other) in target.enumerated() {
            var best = min(current[column] + 1, last[column + 1] + 1, last[column] + (letter == other ? 0 : 1))
            if row > 0, column > 0, letter == target[column - 1], source[row - 1] == other {
                best = min(best, beforeLast[column - 1] + 1)
            }
            current.append(best)
        }
        (beforeLast, last) = (last, current)
    }
    return last[target.count]
}
