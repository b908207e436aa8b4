extension MeaningFunctions {
    /// What callers say of a call back.
    static let callbacks: [MeaningFunction] = [
        // days(1, 5): every Monday to Friday; days(1): every Monday
        callback("days") { arguments in
            guard let first = ranged(arguments.whole(0), 1...7) else { return nil }
            guard let last = arguments.whole(1) else { return .days([first]) }
            guard (1...7).contains(last) else { return nil }
            return .days(Set((first...(last < first ? last + 7 : last)).map { ($0 - 1) % 7 + 1 }))
        },
        // often(daily(0, 12)): in the mornings, rather than in the coming one
        callback("often") { arguments in arguments.time(0).map(CallbackPart.often) },
        // refuse(x): not then
        callback("refuse") { arguments in arguments.callback(0).map(CallbackPart.refused) },
        // about(x): roughly then
        callback("about") { arguments in arguments.callback(0).map(CallbackPart.about) },
        // instead(x): then, and not when was said before
        callback("instead") { arguments in arguments.callback(0).map(CallbackPart.instead) },
        // allOf(a, b, …): all that is said by several parts
        callback("allOf") { arguments in
            let parts = arguments.indices.compactMap { arguments.callback($0) }
            guard let first = parts.first else { return nil }
            return parts.dropFirst().reduce(first) { $0.joined($1) }
        },
        // opening(x): when the working hours of that day begin; closing(x): when they end
        callback("opening") { arguments in arguments.time(0).map(CallbackPart.opening) },
        callback("closing") { arguments in arguments.time(0).map(CallbackPart.closing) },
        callback("soon") { _ in .soon },
        callback("anyTime") { _ in .anyTime },
        // sameTime(x): when the clock of that day, or of this weekday in that week, shows what it shows now
        time("sameTime") { arguments, context in
            guard let time = arguments.time(0), !time.isOpen else { return nil }
            let now = Wall.floor(context.resolver.now, to: .minute)
            let clock = TimeExpression(.clock(second: Wall.positive(now, 86_400), isTwelveHours: false), .minute)
            guard time.grain > .day else { return TimeExpression(.both(time, clock), .minute) }
            let weekday = TimeExpression(.weekday(Wall.weekday(of: Wall.day(of: now))), .day)
            return TimeExpression(.both(time, TimeExpression(.both(weekday, clock), .minute)), .minute)
        },
        // hasDay(x): whether a time names its day, and not only a part of any day
        function("hasDay") { arguments, _ in truth(arguments.time(0)?.hasDay == true) },
    ]

    private static func callback(
        _ name: String, _ body: @escaping @Sendable ([Meaning]) -> CallbackPart?
    ) -> MeaningFunction {
        function(name) { arguments, _ in body(arguments).map(Meaning.callback) }
    }
}

extension Meaning {
    /// What it says of a call back; `nil` when it is neither a time nor a length.
    var callback: CallbackPart? {
        switch self {
        case .callback(let part): part
        case .time(let time): .time(time)
        case .length(let length): .later(length)
        default: nil
        }
    }
}

extension [Meaning] {
    fileprivate func callback(_ index: Int) -> CallbackPart? { index < count ? self[index].callback : nil }
}

extension TimeExpression {
    /// Whether it names a day, and not only a part of any day.
    var hasDay: Bool {
        switch kind {
        case .clock, .daily: false
        case .both(let outer, let inner): outer.hasDay || inner.hasDay
        case .interval(let from, let to, _): from.hasDay || to.hasDay
        case .after(let inner), .before(let inner), .moved(let inner, _), .slice(let inner, _, _, _),
            .rounded(let inner, _):
            inner.hasDay
        case .shifted(let inner, _, let grain, _): grain >= .day || inner.hasDay
        default: true
        }
    }
}
