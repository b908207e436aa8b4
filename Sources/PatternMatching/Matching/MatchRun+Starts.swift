/// Where the next element may begin: at the ends of paths and, where they end in gaps, at every word from there on.
extension MatchRun {
    /// A path as far as the next element sees it.
    struct Start {
        /// The path that ends here or whose gap is filled up to here.
        var path: Int32
        var place: Int32
        var worth: Path.Worth
        var weight: Int32
    }

    /// How far a front has been gone through.
    struct Walk {
        fileprivate var end: Int
        fileprivate var gap: Int
        fileprivate let front: Front
        /// The best of the gaps gone through, one for each weight.
        fileprivate var open: Int32 = -1
        fileprivate var others: [Int32] = []

        init(_ front: Front) {
            self.front = front
            end = Int(front.ends.lowerBound)
            gap = Int(front.gaps.lowerBound)
        }

        /// Whether no path of the front can begin at any later place.
        var isOver: Bool { open < 0 && end == front.ends.upperBound && gap == front.gaps.upperBound }
    }

    /// Lists in `starts` the paths from which a word can be taken; words are asked for in order.
    mutating func walkTo(_ word: Int32, _ walk: inout Walk) {
        starts.removeAll(keepingCapacity: true)
        let (first, after) = (Int32(Place.after(words: Int(word))), Int32(Place.after(words: Int(word) + 1)))
        passGaps(before: after, word, &walk)
        while walk.end < walk.front.ends.upperBound {
            let number = lists[walk.end]
            let place = paths[Int(number)].place
            guard place < after else { break }
            if place >= first { addStart(number) }
            walk.end += 1
        }
        addOpenGaps(word, walk)
    }

    /// Lists in `starts` the paths from which an element can go on that need not begin with a word; places are asked for in order.
    mutating func walkTo(place: Int32, _ walk: inout Walk) {
        starts.removeAll(keepingCapacity: true)
        while walk.end < walk.front.ends.upperBound, paths[Int(lists[walk.end])].place == place {
            addStart(lists[walk.end])
            walk.end += 1
        }
        let word = Int32(Place.wordsBefore(Int(place)))
        if Place.isBehindPunctuation(Int(place)) {
            // A gap reaches the places in front of words, and the one behind punctuation only from there.
            while walk.gap < walk.front.gaps.upperBound, paths[Int(lists[walk.gap])].place == place {
                addStart(lists[walk.gap])
                open(lists[walk.gap], word, &walk)
                walk.gap += 1
            }
        } else {
            passGaps(before: place + 1, word, &walk)
            addOpenGaps(word, walk)
        }
    }

    private mutating func addStart(_ number: Int32) {
        let path = paths[Int(number)]
        starts.append(Start(path: number, place: path.place, worth: path.worth, weight: path.weight))
    }

    private mutating func addOpenGaps(_ word: Int32, _ walk: Walk) {
        guard walk.open >= 0 else { return }
        addStart(fromGap: walk.open, word)
        for number in walk.others { addStart(fromGap: number, word) }
    }

    private mutating func addStart(fromGap number: Int32, _ word: Int32) {
        let path = paths[Int(number)]
        let place = max(path.place, Int32(Place.after(words: Int(word))))
        starts.append(Start(path: number, place: place, worth: path.worth(upTo: word), weight: path.weight))
    }

    private func passGaps(before place: Int32, _ word: Int32, _ walk: inout Walk) {
        while walk.gap < walk.front.gaps.upperBound, paths[Int(lists[walk.gap])].place < place {
            open(lists[walk.gap], word, &walk)
            walk.gap += 1
        }
    }

    /// Of gaps with the same weight the best one counts, and of equal ones the first.
    private func open(_ number: Int32, _ word: Int32, _ walk: inout Walk) {
        let path = paths[Int(number)]
        func isBetter(than other: Int32) -> Bool { path.worth(upTo: word) > paths[Int(other)].worth(upTo: word) }
        if walk.open < 0 {
            walk.open = number
        } else if paths[Int(walk.open)].weight == path.weight {
            if isBetter(than: walk.open) { walk.open = number }
        } else if let index = walk.others.firstIndex(where: { paths[Int($0)].weight == path.weight }) {
            if isBetter(than: walk.others[index]) { walk.others[index] = number }
        } else {
            walk.others.append(number)
        }
    }

    /// The path that goes on from a start to a place, worth as much as before.
    func goOn(from start: Start, to place: Int32, by node: Int32) -> Path {
        Path(
            place: place, start: start.place, node: node, previous: start.path, weight: start.weight,
            explicitWords: start.worth.explicitWords, fillerWords: start.worth.fillerWords, sum: start.worth.sum)
    }

    // MARK: Elements that end at several places

    /// Notes a path made from a start, until all of them are there and `land` puts them in order.
    mutating func fly(_ path: Path) {
        landing.add(Int32(flying.count), at: Int(path.place))
        flying.append(path)
        steps += 1
    }

    /// The front of the paths noted since the last time.
    mutating func land() -> Front {
        guard !flying.isEmpty else { return .nowhere }
        let start = lists.count
        for place in landing.places {
            var number = landing.first(at: place)
            while number >= 0 {
                keep(flying[Int(number)], since: start)
                number = landing.next(after: number)
            }
        }
        flying.removeAll(keepingCapacity: true)
        landing.forget()
        return Front(ends: range(since: start), gaps: 0..<0)
    }

    /// The number of words before the first place of a front.
    func firstWord(of front: Front) -> Int32 { Int32(Place.wordsBefore(Int(places(from: front).lowerBound))) }

    /// The places of the phrase from the first of a front on.
    func places(from front: Front) -> ClosedRange<Int32> {
        let last = Int32(Place.behindPunctuation(Place.after(words: heard.count)))
        var first = last
        if !front.ends.isEmpty { first = min(first, paths[Int(lists[Int(front.ends.lowerBound)])].place) }
        if !front.gaps.isEmpty { first = min(first, paths[Int(lists[Int(front.gaps.lowerBound)])].place) }
        return first...last
    }
}
