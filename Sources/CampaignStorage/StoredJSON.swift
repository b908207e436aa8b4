import CampaignModel
import Foundation
import Synchronization

/// Policies and the like as JSON in a column: moments are microseconds, keys are sorted, so equal values are equal texts.
///
/// A campaign has few different policies and many numbers: what was read or written last is remembered.
package enum StoredJSON {
    package static func text<Value: Codable & Sendable & Hashable>(of value: Value) -> String {
        let key = AnyHashableSendable(value)
        if let known = texts.withLock({ $0[key] }) { return known }
        let text = (try? encoder().encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
        texts.withLock { remember(text, for: key, in: &$0) }
        return text
    }

    package static func value<Value: Codable & Sendable>(_ type: Value.Type, of text: String) -> Value? {
        let key = AnyHashableSendable(TypedText(type: ObjectIdentifier(type), text: text))
        if let known = values.withLock({ $0[key] }) as? Value { return known }
        guard let value = try? decoder().decode(type, from: Data(text.utf8)) else { return nil }
        values.withLock { remember(value, for: key, in: &$0) }
        return value
    }

    private struct TypedText: Hashable, Sendable {
        let type: ObjectIdentifier
        let text: String
    }

    private struct AnyHashableSendable: Hashable, @unchecked Sendable {
        private let base: AnyHashable

        init(_ base: some Hashable & Sendable) { self.base = AnyHashable(base) }
    }

    private static let texts = Mutex<[AnyHashableSendable: String]>([:])
    private static let values = Mutex<[AnyHashableSendable: any Sendable]>([:])

    private static func remember<Value>(
        _ value: Value, for key: AnyHashableSendable, in known: inout [AnyHashableSendable: Value]
    ) {
        if known.count >= 4096 { known.removeAll(keepingCapacity: true) }
        known[key] = value
    }

    private static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { moment, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(moment.microseconds)
        }
        return encoder
    }

    private static func decoder() -> JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            Date(microseconds: try decoder.singleValueContainer().decode(Int64.self))
        }
        return decoder
    }
}
