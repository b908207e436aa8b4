/// Paths that wait at the places they lead to, first come first taken. The memory is used again.
struct Arrivals {
    /// The first and the last path at each place, -1 for none.
    private var firsts: ContiguousArray<Int32> = []
    private var lasts: ContiguousArray<Int32> = []
    private var paths: ContiguousArray<Path> = []
    /// For each path the next one at its place.
    private var nexts: ContiguousArray<Int32> = []
    /// From the lowest place where paths came to the highest.
    private(set) var places: Range<Int32> = 0..<0

    var isEmpty: Bool { paths.isEmpty }

    mutating func add(_ path: Path) {
        let (place, number) = (Int(path.place), Int32(paths.count))
        paths.append(path)
        nexts.append(-1)
        while firsts.count <= place {
            firsts.append(-1)
            lasts.append(-1)
        }
        if firsts[place] < 0 { firsts[place] = number } else { nexts[Int(lasts[place])] = number }
        lasts[place] = number
        let end = path.place + 1
        places = places.isEmpty ? path.place..<end : min(places.lowerBound, path.place)..<max(places.upperBound, end)
    }

    mutating func takeNext(at place: Int32) -> Path? {
        guard places.contains(place), firsts[Int(place)] >= 0 else { return nil }
        let number = Int(firsts[Int(place)])
        firsts[Int(place)] = nexts[number]
        return paths[number]
    }

    mutating func forget() {
        for place in places { firsts[Int(place)] = -1 }
        paths.empty()
        nexts.empty()
        places = 0..<0
    }
}
