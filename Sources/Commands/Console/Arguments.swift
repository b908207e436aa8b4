import ArgumentParser
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
