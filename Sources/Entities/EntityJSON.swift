import CivilTime
import SourceText

/// Values in the shapes of Duckling's JSON.
extension EntityValue {
    package var json: String {
        switch self {
        case .number(let number): JSONObject([("value", number.jsonText), ("type", "\"value\"")]).text
        case .text(let text): JSONObject([("value", JSONText.quoted(text))]).text
        case .card(let number, let issuer):
            JSONObject([("value", JSONText.quoted(number)), ("issuer", JSONText.quoted(issuer))]).text
        case .address(let value, let domain):
            JSONObject([("domain", JSONText.quoted(domain)), ("value", JSONText.quoted(value)), ("type", "\"value\"")])
                .text
        case .time(let time): time.json
        case .duration(let count, let grain, let seconds): Self.duration(count, grain, seconds)
        case .amount(let value, let unit, let product): Self.amount(value, unit, product, hasType: true)
        case .range(let from, let to, let unit, let product):
            JSONObject([
                ("from", from.map { Self.amount($0, unit, product, hasType: false) }),
                ("to", to.map { Self.amount($0, unit, product, hasType: false) }), ("type", "\"interval\""),
            ]).text
        }
    }

    private static func duration(_ count: Int, _ grain: Grain, _ seconds: Int) -> String {
        JSONObject([
            ("value", String(count)), (grain.name, String(count)), ("type", "\"value\""),
            ("unit", JSONText.quoted(grain.name)),
            ("normalized", JSONObject([("value", String(seconds)), ("unit", "\"second\"")]).text),
        ]).text
    }

    private static func amount(_ value: Double, _ unit: String?, _ product: String?, hasType: Bool) -> String {
        JSONObject([
            ("value", value.jsonText), ("type", hasType ? "\"value\"" : nil), ("product", product.map(JSONText.quoted)),
            ("unit", unit.map(JSONText.quoted)),
        ]).text
    }
}

extension TimeValue {
    package var json: String {
        let list = values.map { JSONObject($0.members).text }.joined(separator: ",")
        return JSONObject([("values", "[\(list)]")] + best.members + [("holidayBeta", holiday.map(JSONText.quoted))])
            .text
    }
}

extension TimeReading {
    fileprivate var members: [(String, String?)] {
        switch self {
        case .moment(let moment): moment.members + [("type", "\"value\"")]
        case .interval(let from, let to):
            [
                ("from", from.map { JSONObject($0.members).text }), ("to", to.map { JSONObject($0.members).text }),
                ("type", "\"interval\""),
            ]
        }
    }
}

extension TimeReading.Moment {
    /// `2013-02-12T04:30:00.000-02:00`
    package var text: String {
        let minutes = abs(offset) / 60
        let zone = (offset < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
        return
            "\(year)-\(two(local.month))-\(two(local.day))T\(two(local.hour)):\(two(local.minute)):\(two(local.second)).000\(zone)"
    }

    fileprivate var members: [(String, String?)] {
        [("value", JSONText.quoted(text)), ("grain", JSONText.quoted(grain.name))]
    }

    private var year: String {
        let digits = String(abs(local.year))
        return (local.year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

/// Members in their order; those without a value are left out.
struct JSONObject {
    let text: String

    init(_ members: [(String, String?)]) {
        let list = members.compactMap { name, value in value.map { "\(JSONText.quoted(name)):\($0)" } }
        text = "{" + list.joined(separator: ",") + "}"
    }
}

extension Double {
    /// A whole number without a point, and no more digits than were said.
    var jsonText: String {
        if let whole = Int(exactly: self) { return String(whole) }
        let rounded = (self * 1e12).rounded() / 1e12
        return String(abs(self) < 1000 && rounded != 0 ? rounded : self)
    }
}
