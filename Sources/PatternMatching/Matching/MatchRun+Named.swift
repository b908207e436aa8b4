extension MatchRun {
    /// `$Name`: its paths get a mark where they go in and one where they come out.
    mutating func reference(_ node: Int32, _ definition: Int32, _ front: Front) -> Front {
        let inside = program.definitions[Int(definition)]
        guard !inside.isTable else { return lookUp(node, definition, front, onlyOnwards: false) }
        let entered = mark(node, front, detail: Self.entry)
        return mark(node, advance(inside.root, entered), detail: Self.exit)
    }

    /// `Path.detail` of the marks of a named pattern.
    static let entry: Int32 = -1
    static let exit: Int32 = -2

    /// `$repeat<$Name>`: every further time must begin after the words of the one before.
    mutating func repetition(_ node: Int32, _ definition: Int32, _ front: Front) -> Front {
        var last = lookUp(node, definition, front, onlyOnwards: false)
        var all = last
        while !last.isEmpty {
            last = lookUp(node, definition, last, onlyOnwards: true)
            all = merge(all, last)
        }
        return all
    }

    // MARK: Tables

    /// Goes on from every start by what the table of a definition has for its place.
    private mutating func lookUp(_ node: Int32, _ definition: Int32, _ front: Front, onlyOnwards: Bool) -> Front {
        guard !front.isEmpty else { return .nowhere }
        let places = places(from: front)
        fill(definition, from: places.lowerBound)
        var walk = Walk(front)
        for place in places {
            walkTo(place: place, &walk)
            for start in starts where charge(0) {
                for index in tables.ends(of: definition, from: place) {
                    let inner = lists[Int(index)]
                    if onlyOnwards, paths[Int(inner)].place <= place { continue }
                    fly(goOn(from: start, by: node, through: inner))
                }
            }
        }
        return land()
    }

    private mutating func goOn(from start: Start, by node: Int32, through number: Int32) -> Path {
        let inner = paths[Int(number)]
        var path = goOn(from: start, to: inner.place, by: node)
        path.detail = number
        path.sum += inner.sum
        path.explicitWords += inner.explicitWords
        path.fillerWords += inner.fillerWords
        path.weight = weights.combine(path.weight, inner.weight)
        return path
    }

    /// Fills the tables of a definition and of all that it leads to, from the end of the phrase down to a place.
    private mutating func fill(_ definition: Int32, from lowest: Int32) {
        let last = Int32(Place.behindPunctuation(Place.after(words: heard.count)))
        var place = min(tables.filled(definition) ?? last + 1, last + 1) - 1
        while place >= lowest {
            for table in program.definitions[Int(definition)].tables
            where tables.filled(table).map({ $0 > place }) ?? true {
                let ends = ends(of: program.definitions[Int(table)].root, from: place)
                tables.set(ends, of: table, from: place, last: last)
            }
            place -= 1
        }
    }

    /// All ends that an element reaches from a place, those in gaps one by one.
    private mutating func ends(of root: Int32, from place: Int32) -> Range<Int32> {
        let beginning = single(Path(place: place, start: place, node: -1, previous: -1))
        let front = advance(root, beginning)
        guard !front.gaps.isEmpty else { return front.ends }
        var walk = Walk(front)
        for place in places(from: front) {
            walkTo(place: place, &walk)
            for start in starts { fly(goOn(from: start, to: place, by: -1)) }
        }
        return land().ends
    }
}

/// What is known of the definitions that have tables: for each place the ends that they reach from there.
struct Tables {
    /// For each definition where its places begin in `ends`, -1 when it has none yet; and the lowest place that is filled.
    private var firsts: ContiguousArray<Int32>
    private var filled: ContiguousArray<Int32>
    private var ends: ContiguousArray<Range<Int32>> = []

    init(definitions: Int) {
        firsts = ContiguousArray(repeating: -1, count: definitions)
        filled = firsts
    }

    mutating func forget() {
        guard !ends.isEmpty else { return }
        ends.removeAll(keepingCapacity: true)
        for definition in firsts.indices { firsts[definition] = -1 }
    }

    /// The lowest place of the phrase that is filled, nil when none is.
    func filled(_ definition: Int32) -> Int32? { firsts[Int(definition)] < 0 ? nil : filled[Int(definition)] }

    /// Ranges of `MatchRun.lists`.
    func ends(of definition: Int32, from place: Int32) -> Range<Int32> {
        ends[Int(firsts[Int(definition)] + place)]
    }

    /// Places are set from the last one down.
    mutating func set(_ range: Range<Int32>, of definition: Int32, from place: Int32, last: Int32) {
        if firsts[Int(definition)] < 0 {
            firsts[Int(definition)] = Int32(ends.count)
            ends.append(contentsOf: repeatElement(0..<0, count: Int(last) + 1))
        }
        ends[Int(firsts[Int(definition)] + place)] = range
        filled[Int(definition)] = place
    }
}
