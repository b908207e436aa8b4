/// Numbers by number: a table that is filled once and then asked millions of times.
struct FlatTable: Sendable {
    private var keys: [UInt64]
    private var values: [Int32]
    private var mask: Int
    private(set) var count = 0

    init() {
        keys = Array(repeating: 0, count: 16)
        values = Array(repeating: -1, count: 16)
        mask = 15
    }

    /// -1 where there is none.
    @inline(__always)
    func value(of key: UInt64) -> Int32 {
        var index = Self.spread(key) & mask
        while true {
            let value = values[index]
            if value < 0 || keys[index] == key { return value }
            index = (index + 1) & mask
        }
    }

    mutating func set(_ key: UInt64, to value: Int32) {
        precondition(value >= 0, "a table of numbers from 0 on was given \(value)")
        if count * 2 >= keys.count { grow() }
        var index = Self.spread(key) & mask
        while values[index] >= 0, keys[index] != key { index = (index + 1) & mask }
        if values[index] < 0 { count += 1 }
        keys[index] = key
        values[index] = value
    }

    private mutating func grow() {
        let old = zip(keys, values).filter { $0.1 >= 0 }
        mask = keys.count * 2 - 1
        keys = Array(repeating: 0, count: mask + 1)
        values = Array(repeating: -1, count: mask + 1)
        count = 0
        for (key, value) in old { set(key, to: value) }
    }

    @inline(__always)
    private static func spread(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }
}
