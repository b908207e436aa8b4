import CampaignModel

/// `cps`: 1 + N / 100 is N calls a second, 1 - N / 100 is one call every N seconds (campaigns.md 6.2).
///
/// Counted in whole hundredths: 1.13 - 1 in binary is a little less than 0.13.
package struct TWINRate: Sendable, Hashable {
    /// At least 1.
    package let hundredths: Int

    /// - Parameter text: as JSON or a client writes it, two decimals at most; `nil`: it says no rate.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let digits = "0"..."9" as ClosedRange<Character>
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(digits.contains) }),
            let whole = Int(parts[0]), whole <= 1_000_000
        else { return nil }
        var decimals = parts.count == 2 ? parts[1] : ""
        while decimals.count > 2, decimals.last == "0" { decimals.removeLast() }
        guard decimals.count <= 2, let part = Int((decimals + "00").prefix(2)), whole * 100 + part > 0 else {
            return nil
        }
        hundredths = whole * 100 + part
    }

    /// The rate nearest to so many calls a second.
    package init(callsPerSecond rate: Double) {
        if rate >= 1 {
            hundredths = 100 + Int(min(rate, 1_000_000).rounded())
        } else {
            hundredths = rate > 0 ? max(1, 100 - Int(min(1 / rate, 99).rounded())) : 1
        }
    }

    /// 1, which says neither, is read as one call a second.
    package var callsPerSecond: Double {
        if hundredths == 100 { return 1 }
        return hundredths > 100 ? Double(hundredths - 100) : 1 / Double(100 - hundredths)
    }

    /// As JSON says it.
    package var value: PolicyValue { .number(Double(hundredths) / 100) }
}

extension AutoCallReader {
    mutating func readRate(_ fields: Fields) {
        guard let place = fields.required("cps", &findings) else { return }
        guard let rate = TWINRate(of: place.value) else {
            return findings.fault(
                place.pointer, .notANumber, "cps is \(place.value.described), which says no rate of calls.",
                "Write 1 + N/100 for N calls a second (3: 1.03), or 1 - N/100 for one call every N seconds (60: 0.4).")
        }
        if rate.hundredths == 100 {
            findings.warn(place.pointer, "cps 1 says no number of calls; it is read as 1 call a second.")
        }
        guard rate.callsPerSecond <= Double(context.fastestRate) else {
            return findings.fault(
                place.pointer, .tooLarge, "cps \(place.value.jsonText) is \(rate.hundredths - 100) calls a second.",
                "At most \(context.fastestRate) are possible here: \(TWINRate(callsPerSecond: Double(context.fastestRate)).value.jsonText)."
            )
        }
        draft.pacing.callsPerSecond = rate.callsPerSecond
        // Several spellings mean one rate; the one that was used goes back.
        draft.kept.append(.init("cps", place.value))
    }
}

extension TWINRate {
    /// Clients send numbers and texts.
    init?(of value: PolicyValue) {
        switch value {
        case .number: self.init(value.jsonText)
        case .string(let text): self.init(text)
        default: return nil
        }
    }
}
