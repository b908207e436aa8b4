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
