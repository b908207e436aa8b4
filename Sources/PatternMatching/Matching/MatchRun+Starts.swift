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

    mutating func addStart(_ number: Int32) {
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

    /// The best gap counts, and of equal ones the first; with weights there may be several of which none is the best.
    private func open(_ number: Int32, _ word: Int32, _ walk: inout Walk) {
        if walk.open < 0 {
            walk.open = number
        } else if weights.values.count > 1 {
            openBesideOthers(number, word, &walk)
        } else if paths[Int(number)].worth(upTo: word) > paths[Int(walk.open)].worth(upTo: word) {
            walk.open = number
        }
    }

    private func openBesideOthers(_ number: Int32, _ word: Int32, _ walk: inout Walk) {
        func reaching(_ number: Int32) -> Path {
            var path = paths[Int(number)]
            path.sum = path.worth(upTo: word).sum
            return path
        }
        let path = reaching(number)
        if isAsGood(reaching(walk.open), as: path) { return }
        for other in walk.others where isAsGood(reaching(other), as: path) { return }
        for index in walk.others.indices.reversed() where isAsGood(path, as: reaching(walk.others[index])) {
            walk.others.remove(at: index)
        }
        if isAsGood(path, as: reaching(walk.open)) {
            walk.open = walk.others.isEmpty ? number : walk.others.removeFirst()
            if walk.open == number { return }
        }
        if walk.others.count == Self.mostPerPlace,
            let worst = walk.others.indices.min(by: { score(of: walk.others[$0]) < score(of: walk.others[$1]) })
        {
            walk.others.remove(at: worst)
        }
        walk.others.append(number)
    }

    /// The path that goes on from a start to a place, worth as much as before.
    func goOn(from start: Start, to place: Int32, by node: Int32) -> Path {
        Path(
            place: place, start: start.place, node: node, previous: start.path, weight: start.weight,
            explicitWords: start.worth.explicitWords, fillerWords: start.worth.fillerWords, sum: start.worth.sum)
    }

    // MARK: Elements that end at several places

    /// Notes a path made from a start, until all of them are there and `land` puts them in order.
    mutating func fly(_ path: Path) { arrivals.add(path) }

    /// The front of the paths noted since the last time.
    mutating func land() -> Front {
        guard !arrivals.isEmpty else { return .nowhere }
        let start = lists.count
        for place in arrivals.places {
            while let path = arrivals.takeNext(at: place) { keep(path, since: start) }
        }
        arrivals.forget()
        return Front(ends: range(since: start), gaps: 0..<0)
    }

    // MARK: Places

    /// The next place where something can begin: any one when a gap is open, else the next end or beginning of a gap.
    ///
    /// - Parameter place: where the walk is.
    func nextPlace(_ walk: Walk, after place: Int32 = -1) -> Int32? {
        if walk.open >= 0 { return place < lastPlace ? place + 1 : nil }
        let (end, gap) = (walk.end < walk.front.ends.upperBound, walk.gap < walk.front.gaps.upperBound)
        if end, gap { return min(self.place(ofListed: walk.end), self.place(ofListed: walk.gap)) }
        if end { return self.place(ofListed: walk.end) }
        return gap ? self.place(ofListed: walk.gap) : nil
    }

    func place(ofListed index: Int) -> Int32 { paths[Int(lists[index])].place }

    /// The first place of a front, or the last one of all when it is empty.
    func firstPlace(of front: Front) -> Int32 { nextPlace(Walk(front)) ?? lastPlace }

    var lastPlace: Int32 { Int32(Place.behindPunctuation(Place.after(words: heard.count))) }
}
