/// A meaning as examples below rules write it: `2013-02-18 day`, `42`, `2 hour`.
struct MeaningText {
    let text: String

    init(_ meaning: Meaning, _ resolver: TimeResolver) {
        switch meaning {
        case .nothing: text = "nothing"
        case .number(let number): text = number.jsonText
        case .text(let words): text = words
        case .grain(let grain): text = grain.name
        case .length(let length): text = "\(length.count) \(length.grain.name)"
        case .amount(let amount): text = Self.text(of: amount)
        case .callback(let part): text = part.text(resolver)
        case .record(let record):
            text = record.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        case .time(let time): text = resolver.value(of: time).map { Self.text(of: $0.best) } ?? "no time"
        }
    }

    static func text(of amount: Amount) -> String {
        let numbers =
            switch (amount.value, amount.from, amount.to) {
            case (let value?, _, _): value.jsonText
            case (_, let from, let to): "\(from?.jsonText ?? "") .. \(to?.jsonText ?? "")".trimmingBlanks.description
            }
        return ([numbers, amount.unit ?? ""] + (amount.product.map { ["of", $0] } ?? [])).filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    static func text(of reading: TimeReading) -> String {
        switch reading {
        case .moment(let moment): text(of: moment)
        case .interval(let from?, let to?): "\(text(of: from)) .. \(text(of: to))"
        case .interval(let from?, nil): "after \(text(of: from))"
        case .interval(_, let to): "before \(to.map(text) ?? "")"
        }
    }

    /// As short as its grain allows: `2013-02`, `2013-02-18`, `2013-02-18T17:00`.
    private static func text(of moment: TimeReading.Moment) -> String {
        let all = moment.text
        let kept =
            switch moment.grain {
            case .year: 4
            case .quarter, .month: 7
            case .week, .day: 10
            case .hour, .minute: 16
            case .second: 19
            }
        return "\(all.prefix(kept + (all.hasPrefix("-") ? 1 : 0))) \(moment.grain.name)"
    }
}

extension EntityValue {
    /// The value in a few words: `2013-02-18 day`, `2 hour`, `3 cup of sugar`.
    package var summary: String {
        switch self {
        case .number(let number): number.jsonText
        case .text(let text): text
        case .card(let number, let issuer): "\(number) \(issuer)"
        case .address(let value, let domain): "\(value) at \(domain)"
        case .time(let time): MeaningText.text(of: time.best) + (time.holiday.map { ", \($0)" } ?? "")
        case .duration(let count, let grain, _): "\(count) \(grain.name)"
        case .amount(let value, let unit, let product):
            MeaningText.text(of: Amount(value: value, unit: unit, product: product))
        case .range(let from, let to, let unit, let product):
            MeaningText.text(of: Amount(from: from, to: to, unit: unit, product: product))
        }
    }
}
