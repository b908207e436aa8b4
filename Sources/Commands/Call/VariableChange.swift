import FoundationEssentials
import Replay
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
        guard let old = TestJSON(before), let new = TestJSON(after) else {
            return [VariableChange(name: name, before: before, after: after)]
        }
        return between(old, new, name)
    }

    private static func between(_ old: TestJSON?, _ new: TestJSON?, _ name: String) -> [VariableChange] {
        switch (old, new) {
        case _ where old == new: []
        case (.object(let old), .object(let new)):
            Set(old.keys).union(new.keys).sorted().flatMap { between(old[$0], new[$0], name + member($0)) }
        case (.array(let old), .array(let new)):
            (0..<max(old.count, new.count)).flatMap { index in
                between(old.at(index), new.at(index), "\(name)[\(index)]")
            }
        default: [VariableChange(name: name, before: old?.text, after: new?.text)]
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

extension Array {
    fileprivate func at(_ index: Int) -> Element? { index < count ? self[index] : nil }
}
