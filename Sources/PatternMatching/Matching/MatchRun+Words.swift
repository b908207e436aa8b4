extension MatchRun {
    /// One word that passes a test.
    mutating func word(_ node: Int32, _ test: Int32, _ front: Front) -> Front {
        guard !front.gaps.isEmpty else { return wordAtEnds(node, test, front) }
        var walk = Walk(front)
        let start = lists.count
        var passage = heard.firstPassage(of: test)
        let first = passage < 0 ? 0 : Int32(Place.wordsBefore(Int(firstPlace(of: front))))
        while passage >= 0 {
            let passed = heard.passages[Int(passage)]
            if passed.word >= first {
                takeWord(passed.word, &walk, by: node, score: Int(passed.score), isExplicit: true, since: start)
            }
            passage = passed.next
        }
        return Front(ends: range(since: start), gaps: 0..<0)
    }

    /// Where no gap is open only the words behind the ends are asked.
    private mutating func wordAtEnds(_ node: Int32, _ test: Int32, _ front: Front) -> Front {
        var walk = Walk(front)
        let start = lists.count
        while let place = nextPlace(walk) {
            let word = Place.wordsBefore(Int(place))
            guard word < heard.count else { break }
            if let passed = heard.passage(of: test, by: word) {
                takeWord(passed.word, &walk, by: node, score: Int(passed.score), isExplicit: true, since: start)
            } else {
                walkTo(Int32(word), &walk)
            }
        }
        return Front(ends: range(since: start), gaps: 0..<0)
    }

    /// `$oneWord`
    mutating func oneWord(_ node: Int32, _ front: Front) -> Front {
        var walk = Walk(front)
        let start = lists.count
        var word: Int32 = -1
        while let place = nextPlace(walk, after: Int32(Place.after(words: Int(word)) | 1)) {
            word = Int32(Place.wordsBefore(Int(place)))
            guard word < heard.count else { break }
            takeWord(word, &walk, by: node, score: ScoreFormula.oneWord, isExplicit: false, since: start)
        }
        return Front(ends: range(since: start), gaps: 0..<0)
    }

    /// All paths that come to a word go on over it.
    private mutating func takeWord(
        _ word: Int32, _ walk: inout Walk, by node: Int32, score: Int, isExplicit: Bool, since start: Int
    ) {
        walkTo(word, &walk)
        for index in starts.indices {
            var path = goOn(from: starts[index], to: Int32(Place.after(words: Int(word) + 1)), by: node)
            path.sum += score
            if isExplicit { path.explicitWords += 1 }
            keep(path, since: start)
        }
    }

    /// `$nonEmptyGarbage`: one word, then a gap.
    mutating func filler(_ node: Int32, _ front: Front) -> Front {
        let first = oneWord(node, front)
        let start = lists.count
        for index in first.ends {
            var path = paths[Int(lists[Int(index)])]
            path.sum += ScoreFormula.garbage - ScoreFormula.oneWord
            path.fillerWords += 1
            path.gap = .filler
            openGap(path, since: start)
        }
        return Front(ends: 0..<0, gaps: range(since: start))
    }

    /// `*`: from every end a gap opens. A gap that is open already gets a maker of its own inside of a named pattern only.
    mutating func star(_ node: Int32, _ front: Front) -> Front {
        var (end, gap) = (Int(front.ends.lowerBound), Int(front.gaps.lowerBound))
        let start = lists.count
        while end < front.ends.upperBound || gap < front.gaps.upperBound {
            let takesGap =
                end == front.ends.upperBound
                || (gap < front.gaps.upperBound && place(ofListed: gap) <= place(ofListed: end))
            let number = lists[takesGap ? gap : end]
            var path = paths[Int(number)]
            if !takesGap || (path.gap == .star && isMark(path)) { path.stay(at: node, after: number, gap: .star) }
            openGap(path, since: start)
            if takesGap { gap += 1 } else { end += 1 }
        }
        return Front(ends: 0..<0, gaps: range(since: start))
    }

    /// Adds a gap to the list being made, unless an earlier one is as good wherever it is used.
    private mutating func openGap(_ path: Path, since start: Int) {
        if lists.count > start, weights.values.count == 1 {
            let last = paths[Int(lists[lists.count - 1])]
            let isAsGood = !(path.worth > last.worth(upTo: Int32(Place.wordsBefore(Int(path.place)))))
            if isAsGood, last.gap == path.gap || last.gap == .filler { return }
        }
        keep(path, since: start)
    }

    // MARK: Elements that cover nothing

    /// `$weight<…>`
    mutating func weigh(_ node: Int32, _ weight: PatternWeight, _ front: Front) -> Front {
        let weight = weights.number(of: weight)
        let ends = weigh(node, weight, front.ends)
        return Front(ends: ends, gaps: weigh(node, weight, front.gaps))
    }

    private mutating func weigh(_ node: Int32, _ weight: Int32, _ range: Range<Int32>) -> Range<Int32> {
        let start = lists.count
        for index in range {
            let number = lists[Int(index)]
            var path = paths[Int(number)]
            path.stay(at: node, after: number, gap: path.gap)
            path.weight = weights.combine(path.weight, weight)
            keep(path, since: start)
        }
        return self.range(since: start)
    }

    /// Notes on every path that it has come through an element, or into it.
    mutating func mark(_ node: Int32, _ front: Front, detail: Int32 = 0) -> Front {
        let ends = mark(node, front.ends, detail)
        return Front(ends: ends, gaps: mark(node, front.gaps, detail))
    }

    private mutating func mark(_ node: Int32, _ range: Range<Int32>, _ detail: Int32) -> Range<Int32> {
        let start = lists.count
        for index in range {
            let number = lists[Int(index)]
            var path = paths[Int(number)]
            path.stay(at: node, after: number, gap: path.gap)
            path.detail = detail
            lists.append(add(path))
        }
        return self.range(since: start)
    }

    /// Whether a path was made by an element that covers nothing: a weight, a value, the edge of a named pattern.
    private func isMark(_ path: Path) -> Bool {
        guard path.node >= 0 else { return false }
        switch program.nodes[Int(path.node)].kind {
        case .weight, .valued, .reference: return true
        default: return false
        }
    }
}
