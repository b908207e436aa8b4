import FoundationEssentials
import SourceText

/// A value of `$session` or `$client` that a turn has changed.
package struct VariableChange: Sendable, Hashable {
    /// As a script would write it: `$session.order.items[2]`.
    package var name: String
    /// JSON; `nil` where there was, or is, none.
    package var before: String?
    package var after: String?

    package init(name: String, before: String?, after: String?) {
        self.name = name
        self.before = before
        self.after = after
    }

    /// What differs between two JSON texts, innermost values only, in the order of their names.
    package static func all(of name: String, from before: String, to after: String) -> [VariableChange] {
        guard before != after else { return [] }
        guard let old = VariableValue(json: before), let new = VariableValue(json: after) else {
            return [VariableChange(name: name, before: before, after: after)]
        }
        return between(old, new, name)
    }

    private static func between(_ old: VariableValue?, _ new: VariableValue?, _ name: String) -> [VariableChange] {
        switch (old, new) {
        case _ where old == new: []
        case (.object(let old), .object(let new)):
            Set(old.keys).union(new.keys).sorted().flatMap { between(old[$0], new[$0], name + member($0)) }
        case (.array(let old), .array(let new)):
            (0..<max(old.count, new.count)).flatMap { index in
                between(old.at(index), new.at(index), "\(name)[\(index)]")
            }
        default: [VariableChange(name: name, before: old?.json, after: new?.json)]
        }
    }

    /// `.city`, or `["two words"]`.
    private static func member(_ key: String) -> String {
        let isName = key.first.map { !$0.isNumber } ?? false
        guard isName, key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }) else {
            return "[\(JSONText.quoted(key))]"
        }
        return "." + key
    }
}

/// A JSON value that can be compared.
private enum VariableValue: Hashable, Decodable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case array([VariableValue])
    case object([String: VariableValue])

    init?(json: String) {
        guard let value = try? JSONDecoder().decode(VariableValue.self, from: Data(json.utf8)) else { return nil }
        self = value
    }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let array = try? value.decode([VariableValue].self) {
            self = .array(array)
        } else {
            self = .object(try value.decode([String: VariableValue].self))
        }
    }

    var json: String {
        switch self {
        case .null: "null"
        case .flag(let flag): "\(flag)"
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
        case .text(let text): JSONText.quoted(text)
        case .array(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }.map { JSONText.quoted($0.key) + ":" + $0.value.json }
                .joined(separator: ",") + "}"
        }
    }
}

extension Array {
    fileprivate func at(_ index: Int) -> Element? { index < count ? self[index] : nil }
}
