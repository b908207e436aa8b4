import FoundationEssentials

/// A JSON value of a test, a reply, or what a bot has kept. It reads the loose form too (`{data: 'x'}`), as the vendor's tests have it.
package indirect enum TestJSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([TestJSON])
    case object([String: TestJSON])

    /// `nil` when the text is no JSON.
    package init?(_ text: String) {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        guard let value = try? decoder.decode(TestJSON.self, from: Data(text.utf8)) else { return nil }
        self = value
    }

    /// Strict JSON on one line, keys sorted.
    package var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return "null" }
        return String(decoding: data, as: UTF8.self)
    }

    /// Whether everything in `wanted` is here too; what it does not name is free, arrays go by position.
    package func contains(_ wanted: TestJSON) -> Bool {
        switch (self, wanted) {
        case (.object(let mine), .object(let wanted)):
            wanted.allSatisfy { key, value in mine[key]?.contains(value) == true }
        case (.array(let mine), .array(let wanted)):
            wanted.count <= mine.count && zip(mine, wanted).allSatisfy { $0.contains($1) }
        default: self == wanted
        }
    }
}

extension TestJSON: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([TestJSON].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: TestJSON].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value):
            // Whole numbers are written as such; beyond 2^53 a Double is not exact anyway.
            if let whole = Int64(exactly: value), abs(value) <= 9_007_199_254_740_992 {
                try container.encode(whole)
            } else {
                try container.encode(value)
            }
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}
