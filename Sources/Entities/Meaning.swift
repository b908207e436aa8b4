/// What a rule has understood.
enum Meaning: Sendable, Hashable {
    /// Nothing that could be told, such as the meaning of "the".
    case nothing
    case number(Double)
    case text(String)
    case grain(Grain)
    case time(TimeExpression)
    case length(Length)
    case amount(Amount)
    /// What has two texts, such as an address and its domain.
    case record([String: String])
    /// What is said of a call back, beside plain times.
    case callback(CallbackPart)

    var number: Double? { if case .number(let number) = self { number } else { nil } }

    var whole: Int? { number.flatMap { Int(exactly: $0) } }

    var text: String? { if case .text(let text) = self { text } else { nil } }

    var time: TimeExpression? { if case .time(let time) = self { time } else { nil } }

    var isTrue: Bool {
        switch self {
        case .nothing: false
        case .number(let number): number != 0
        default: true
        }
    }
}

/// How long something takes: so many of a grain.
struct Length: Sendable, Hashable {
    var count: Int
    var grain: Grain

    /// A number that is not whole is told in finer grains: an hour and a half is 90 minutes.
    init?(_ number: Double, _ grain: Grain) {
        guard number.isFinite, abs(number) < 1e12 else { return nil }
        var (number, grain) = (number, grain)
        while number != number.rounded(), grain != .second {
            let parts = grain.parts
            number *= Double(parts.count)
            grain = parts.grain
        }
        guard abs(number) * Double(grain.seconds) < Self.mostSeconds else { return nil }
        (count, self.grain) = (Int(number.rounded()), grain)
    }

    /// Some 300,000 years: nobody means more, and nothing that is reckoned with it overflows.
    private static let mostSeconds = 1e13

    private init(count: Int, grain: Grain) { (self.count, self.grain) = (count, grain) }

    /// The same in a finer grain.
    private func told(in wanted: Grain) -> Length {
        var length = self
        while length.grain > wanted {
            let parts = length.grain.parts
            // A week has no months and a month no weeks.
            guard parts.grain >= wanted || wanted < .day else { break }
            length = Length(count: length.count * parts.count, grain: parts.grain)
        }
        return length
    }

    /// Two lengths one after the other, in the finer grain of the two.
    static func + (left: Length, right: Length) -> Length? {
        let finer = min(left.grain, right.grain)
        var (first, second) = (left.told(in: finer), right.told(in: finer))
        if first.grain != second.grain { (first, second) = (first.told(in: .day), second.told(in: .day)) }
        guard first.grain == second.grain else { return nil }
        return Length(Double(first.count + second.count), first.grain)
    }

    var seconds: Int { count * grain.seconds }
}

/// So much of something: a number with a unit, or what lies between two.
struct Amount: Sendable, Hashable {
    var value: Double?
    var from: Double?
    var to: Double?
    var unit: String?
    /// What it is of: two cups of sugar.
    var product: String?
}
