import ArgumentParser
import CampaignModel
import CivilTime
import FoundationEssentials

/// How commands read the values of their options; a value that means nothing is wrong usage, with what would be right.
enum Arguments {
    static func zone(_ text: String) throws -> Zone {
        do {
            return try Zone.named(text)
        } catch {
            throw Trouble(
                error.code == .damagedZoneData || error.code == .noZoneData ? .inputOutput : .usage,
                "--zone: \(error.message)", hint: error.hint)
        }
    }

    /// - Parameter zone: where a moment without an offset is meant.
    static func moment(_ text: String, option: String = "--at", in zone: Zone) throws -> Date {
        guard let moment = Date(iso: text, zone: zone) else {
            throw Trouble(
                .usage, "\(option): `\(text.shortened)` is no moment.",
                hint: "Write 2026-11-23T09:00:00Z, or with an offset: 2026-11-23T12:00:00+03:00.")
        }
        return moment
    }

    /// The moment that `--at` names, to the microsecond; without it the present one.
    static func now(_ at: String?) throws -> Date { (try at.map { try moment($0, in: .utc) } ?? Date()).asStored }

    /// A number as people write it, or a SIP address.
    static func checkPhone(_ text: String) throws {
        let digits = text.filter { $0.isASCII && $0.isNumber }.count
        let isNumber =
            (3...15).contains(digits) && text.drop { $0 == "+" }.allSatisfy { "0123456789 ()-.".contains($0) }
        guard !isNumber, !(text.hasPrefix("sip:") && text.utf8.count > 4) else { return }
        let what = text.trimmed.isEmpty ? "the number is empty" : "`\(text.shortened)` is no phone number"
        throw Trouble(
            .usage, "--number: \(what).", hint: "Write its 3 to 15 digits with the code of the country: +16500000000.")
    }

    static func seed(_ text: String) throws -> UInt64 {
        guard let seed = UInt64(text) else {
            throw ValidationError(
                "--seed: `\(text.shortened)` is no seed; write a whole number from 0 to \(UInt64.max).")
        }
        return seed
    }

    static func jsonObject(_ text: String, option: String) throws -> String {
        do {
            _ = try JSONDecoder().decode(AnyObject.self, from: Data(text.utf8))
            return text
        } catch {
            throw Trouble(
                .usage, "\(option): `\(text.shortened)` is no JSON object.",
                hint: #"Write one such as '{"name":"Anna"}', in single quotes so that the shell leaves it alone."#)
        }
    }

    /// Whether a text is one JSON value of any kind.
    static func isJSON(_ text: String) -> Bool {
        (try? JSONDecoder().decode(AnyValue.self, from: Data(text.utf8))) != nil
    }

    /// The decoder reads the whole text before it asks what is wanted of it.
    private struct AnyValue: Decodable {
        init(from decoder: any Decoder) throws {}
    }

    /// Any JSON object: its shape is looked at, its content is not.
    private struct AnyObject: Decodable {
        private struct Key: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init?(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws { _ = try decoder.container(keyedBy: Key.self) }
    }
}
