/// What a piece of a phrase says of a call back.
indirect enum CallbackPart: Sendable, Hashable {
    case time(TimeExpression)
    /// That part of every day: "mornings".
    case often(TimeExpression)
    /// These days of every week; 1 is Monday.
    case days(Set<Int>)
    /// So long from now.
    case later(Length)
    /// When the working hours of that day begin, or end.
    case opening(TimeExpression)
    case closing(TimeExpression)
    case soon
    case anyTime
    case refused(CallbackPart)
    case about(CallbackPart)
    /// What was said before does not hold.
    case instead(CallbackPart)
    case all([CallbackPart])

    /// Both; days are put together.
    func joined(_ other: CallbackPart) -> CallbackPart {
        switch (self, other) {
        case (.days(let left), .days(let right)): .days(left.union(right))
        case (.all(let left), .all(let right)): .all(left + right)
        case (.all(let left), _): .all(left + [other])
        default: .all([self, other])
        }
    }

    /// As examples below rules write it: `days 1 2 3`, `not 2013-02-18 day`.
    func text(_ resolver: TimeResolver) -> String {
        switch self {
        case .time(let time): MeaningText(.time(time), resolver).text
        case .often(let time): "each " + CallbackClock(resolver).text(of: time)
        case .days(let days): "days " + days.sorted().map(String.init).joined(separator: " ")
        case .later(let length): "\(length.count) \(length.grain.name)"
        case .opening(let time): "opening " + MeaningText(.time(time), resolver).text
        case .closing(let time): "closing " + MeaningText(.time(time), resolver).text
        case .soon: "soon"
        case .anyTime: "any time"
        case .refused(let part): "not " + part.text(resolver)
        case .about(let part): "about " + part.text(resolver)
        case .instead(let part): "instead " + part.text(resolver)
        case .all(let parts): parts.map { $0.text(resolver) }.joined(separator: ", ")
        }
    }
}
