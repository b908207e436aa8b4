import CampaignModel
import CivilTime
import FoundationEssentials

/// A line that begins with `!`: `! redial …`, `! hangUp`, `! none`, `! error CODE`.
struct DirectiveLine {
    static let names = ["redial", "hangUp", "none", "error"]

    let expectation: Expectation

    init(_ line: TalkLine) throws(TalkMistake) {
        let words = line.text.dropFirst().split(whereSeparator: \.isWhitespace)
        let values = words.dropFirst()
        switch words.first {
        case "redial" where values.elementsEqual(["refused"]): expectation = .refusedRedial
        case "redial":
            var redial = RedialWords(values)
            expectation = .redial(try redial.redial())
        case "hangUp" where values.isEmpty: expectation = .hangUp
        case "none" where values.isEmpty: expectation = .noDirective
        case "error" where values.count <= 1: expectation = .failure(code: values.first.map(String.init))
        case let name?:
            if Self.names.contains(String(name)), let extra = name == "error" ? values.dropFirst().first : values.first
            {
                throw .extraWord(extra, after: String(name))
            }
            throw .unknownDirective(name)
        case nil: throw .emptyDirective
        }
    }
}

/// The words after `! redial`, read from left to right.
private struct RedialWords {
    private var words: ArraySlice<Substring>

    init(_ words: ArraySlice<Substring>) { self.words = words }

    mutating func redial() throws(TalkMistake) -> ExpectedRedial {
        var fields: [ExpectedRedial.Field] = []
        while let word = words.popFirst() { fields += try field(word) }
        return ExpectedRedial(fields)
    }

    private mutating func field(_ name: Substring) throws(TalkMistake) -> [ExpectedRedial.Field] {
        switch name {
        case "start": return [.start(try moment(of: name))]
        case "finish": return [.finish(try moment(of: name))]
        case "attempts": return [.attempts(try number(of: name))]
        case "priority": return [.priority(try number(of: name))]
        case "every": return [.every(try minutes(of: name))]
        case "days": return [.days(Set(try days(try value(of: name))))]
        case "time": return try times(of: name)
        default: throw .unknownRedialField(name)
        }
    }

    private mutating func value(of name: Substring) throws(TalkMistake) -> Substring {
        guard let value = words.popFirst() else { throw .missingValue(name) }
        return value
    }

    private mutating func moment(of name: Substring) throws(TalkMistake) -> ExpectedMoment {
        let value = try value(of: name)
        if "+-".contains(value.prefix(1)), let seconds = TimeLength.seconds(of: value.dropFirst(), bareUnit: .infinity),
            seconds.isFinite
        {
            return .after(value.hasPrefix("-") ? -seconds : seconds)
        }
        if let minutes = ClockTime.minutes(of: value), minutes < 1440 { return .clock(minutes) }
        guard Date(iso: String(value), zone: .utc) != nil else { throw .badRedialMoment(value, field: name) }
        return .instant(String(value))
    }

    private mutating func number(of name: Substring) throws(TalkMistake) -> Int {
        let value = try value(of: name)
        guard let number = Int(value), number >= 0 else { throw .badRedialNumber(value, field: name) }
        return number
    }

    private mutating func minutes(of name: Substring) throws(TalkMistake) -> Int {
        let value = try value(of: name)
        guard let seconds = TimeLength.seconds(of: value, bareUnit: 60), seconds < 1e9,
            seconds / 60 == (seconds / 60).rounded()
        else {
            throw .badInterval(value)
        }
        return Int(seconds / 60)
    }

    private func days(_ value: Substring) throws(TalkMistake) -> [Weekday] {
        var days: [Weekday] = []
        for part in value.split(separator: ",", omittingEmptySubsequences: false) {
            guard let day = Weekday(rawValue: part.lowercased()) else { throw .badDay(part.isEmpty ? value : part) }
            days.append(day)
        }
        return days
    }

    /// `mon 10:00-11:30,12:00-13:00 tue,wed 9:00-10:00`, or intervals without a day (`default` may stand there).
    private mutating func times(of name: Substring) throws(TalkMistake) -> [ExpectedRedial.Field] {
        var fields: [ExpectedRedial.Field] = []
        while let next = words.first, fields.isEmpty || looksLikeTimes(next) {
            words.removeFirst()
            guard next.contains(where: \.isLetter) else {
                fields.append(.time(nil, try intervals(next)))
                continue
            }
            let days: [Weekday?] = next == "default" ? [nil] : try days(next)
            let intervals = try intervals(try value(of: next))
            fields += days.map { .time($0, intervals) }
        }
        guard !fields.isEmpty else { throw .missingValue(name) }
        return fields
    }

    private func looksLikeTimes(_ word: Substring) -> Bool {
        guard let first = word.split(separator: ",").first else { return false }
        return word == "default" || word.first?.isNumber == true || Weekday(rawValue: first.lowercased()) != nil
    }

    private func intervals(_ value: Substring) throws(TalkMistake) -> [DayInterval] {
        var intervals: [DayInterval] = []
        for part in value.split(separator: ",", omittingEmptySubsequences: false) {
            let bounds = part.split(separator: "-", omittingEmptySubsequences: false).map(ClockTime.minutes)
            guard bounds.count == 2, let from = bounds[0], let to = bounds[1] else { throw .badTimes(value) }
            intervals.append(DayInterval(from: from, to: to))
        }
        return intervals
    }
}
