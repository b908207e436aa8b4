/// The order in which paths land: by growing place, those to one place in the order in which they came.
struct Landing {
    /// The first and the last path to each place, -1 for none.
    private var firsts: ContiguousArray<Int32> = []
    private var lasts: ContiguousArray<Int32> = []
    /// For each path the next one to its place.
    private var nexts: ContiguousArray<Int32> = []
    /// From the lowest place to the highest.
    private(set) var places = 0..<0

    /// Notes the place of a path; their numbers count from 0.
    mutating func add(_ path: Int32, at place: Int) {
        nexts.append(-1)
        while firsts.count <= place {
            firsts.append(-1)
            lasts.append(-1)
        }
        if firsts[place] < 0 { firsts[place] = path } else { nexts[Int(lasts[place])] = path }
        lasts[place] = path
        places = places.isEmpty ? place..<place + 1 : min(places.lowerBound, place)..<max(places.upperBound, place + 1)
    }

    func first(at place: Int) -> Int32 { firsts[place] }

    func next(after path: Int32) -> Int32 { nexts[Int(path)] }

    mutating func forget() {
        for place in places { firsts[place] = -1 }
        nexts.removeAll(keepingCapacity: true)
        places = 0..<0
    }
}
