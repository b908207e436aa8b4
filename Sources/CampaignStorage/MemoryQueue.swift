import HeapModule

/// Ids in the order of their keys; a key that changes leaves its old place behind until that comes to the front.
struct MemoryQueue<Key: Comparable & Hashable> {
    private struct Place: Comparable {
        let key: Key
        let id: String

        static func < (left: Place, right: Place) -> Bool { left.key < right.key }
    }

    private var places = Heap<Place>()
    private var keys: [String: Key] = [:]

    /// Gives an id a key, or takes it out for `nil`.
    mutating func set(_ id: String, _ key: Key?) {
        guard keys[id] != key else { return }
        keys[id] = key
        if let key { places.insert(Place(key: key, id: id)) }
    }

    /// The first ids, which stay in.
    mutating func first(_ count: Int, where isWanted: (Key) -> Bool = { _ in true }) -> [String] {
        var found: [Place] = []
        var known: Set<String> = []
        while found.count < count, let place = places.popMin() {
            guard keys[place.id] == place.key, !known.contains(place.id) else { continue }
            found.append(place)
            known.insert(place.id)
            if !isWanted(place.key) { break }
        }
        for place in found { places.insert(place) }
        return found.filter { isWanted($0.key) }.map(\.id)
    }

    /// The first key of all.
    mutating func firstKey() -> Key? {
        while let place = places.min {
            if keys[place.id] == place.key { return place.key }
            places.removeMin()
        }
        return nil
    }

    /// How many keys come before one, counted no further than a limit.
    func count(before key: Key, limit: Int) -> Int {
        var count = 0
        for other in keys.values where other < key {
            count += 1
            if count == limit { break }
        }
        return count
    }
}
