extension MeaningFunctions {
    /// Amounts whose units are parts of one another.
    static let units: [MeaningFunction] = [
        // together(7 feet, 10 inches): 94 inches
        function("together") { arguments, _ in
            guard let left = arguments.amount(0), let right = arguments.amount(1) else { return nil }
            return together(left, right).map(Meaning.amount)
        }
    ]

    /// What a unit is of, in whose measure, and how many of the least one of that measure it has.
    private struct Unit {
        let kind: String
        let isMetric: Bool
        let size: Double
    }

    private static let knownUnits: [String: Unit] = [
        "kilometre": Unit(kind: "length", isMetric: true, size: 1_000_000),
        "metre": Unit(kind: "length", isMetric: true, size: 1000),
        "centimetre": Unit(kind: "length", isMetric: true, size: 10),
        "millimetre": Unit(kind: "length", isMetric: true, size: 1),
        "mile": Unit(kind: "length", isMetric: false, size: 63_360),
        "yard": Unit(kind: "length", isMetric: false, size: 36),
        "foot": Unit(kind: "length", isMetric: false, size: 12),
        "inch": Unit(kind: "length", isMetric: false, size: 1),
        "pound": Unit(kind: "weight", isMetric: false, size: 16),
        "ounce": Unit(kind: "weight", isMetric: false, size: 1),
    ]

    /// How many of the least metric unit go into the least other one: millimetres of an inch.
    private static let metricSize = ["length": 25.4]

    /// Of one measure it is told in the smaller unit, of two in the metric one.
    private static func together(_ left: Amount, _ right: Amount) -> Amount? {
        guard let first = left.value, let second = right.value, let names = plain(left.unit, right.unit),
            let one = knownUnits[names.0], let two = knownUnits[names.1], one.kind == two.kind
        else { return nil }
        guard one.isMetric != two.isMetric else {
            guard one.size > two.size else { return nil }
            return Amount(value: rounded(first * (one.size / two.size) + second), unit: names.1)
        }
        guard let ratio = metricSize[one.kind] else { return nil }
        if one.isMetric { return Amount(value: rounded(first + second * two.size * ratio / one.size), unit: names.0) }
        return Amount(value: rounded(first * one.size * ratio / two.size + second), unit: names.1)
    }

    /// An `m` is a metre beside metres, a mile beside feet.
    private static func plain(_ left: String?, _ right: String?) -> (String, String)? {
        guard let left, let right else { return nil }
        return (left == "m" ? metreOrMile(beside: right) : left, right == "m" ? metreOrMile(beside: left) : right)
    }

    private static func metreOrMile(beside unit: String) -> String {
        knownUnits[unit]?.isMetric == false ? "mile" : "metre"
    }

    private static func rounded(_ number: Double) -> Double { (number * 1e9).rounded() / 1e9 }
}
