/// The absolute path of a state or theme: `/`, `/Order`, `/Order/Confirm`.
package struct StatePath: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The names from the root down; empty for the root.
    package let names: [String]

    package init(_ names: [String]) { self.names = names }

    /// Reads an absolute path; a missing first `/` and a trailing `/` are tolerated.
    package init(_ text: String) {
        names = text.split(separator: "/").map { $0.trimmed }
    }

    package static let root = StatePath([])

    package var description: String { "/" + names.joined(separator: "/") }
    package var depth: Int { names.count }
    package var parent: StatePath { StatePath(Array(names.dropLast())) }

    package func child(_ name: String) -> StatePath { StatePath(names + [name]) }

    /// Whether this is `other` or lies below it.
    package func isWithin(_ other: StatePath) -> Bool { names.starts(with: other.names) }

    package static func < (left: Self, right: Self) -> Bool { left.names.lexicographicallyPrecedes(right.names) }

    /// What a written path means in a state, as a directory path whose current directory is the state itself (dsl.md 1.8):
    /// `/X` from the root, `./C` a child, `..` the parent, and a bare `C` a child, else a child of the nearest ancestor that has it.
    ///
    /// - Parameter exists: whether there is a state or theme of that path.
    /// - Returns: `nil` when nothing of that name exists.
    package static func resolve(_ written: String, from current: StatePath, exists: (StatePath) -> Bool) -> StatePath? {
        let written = written.trimmed
        guard !written.isEmpty else { return nil }
        if written.hasPrefix("/") {
            let absolute = StatePath(written).normalised
            return exists(absolute) ? absolute : nil
        }
        let steps = written.split(separator: "/").map { $0.trimmed }
        if steps.first == "." || steps.first == ".." {
            let path = StatePath(current.names + steps).normalised
            return exists(path) ? path : nil
        }
        var ancestor = current
        while true {
            let candidate = StatePath(ancestor.names + steps).normalised
            if exists(candidate) { return candidate }
            guard ancestor != .root else { return nil }
            ancestor = ancestor.parent
        }
    }

    /// The path between the quotes of `"/Order"`; `nil` for one without quotes.
    package static func unquoted(_ written: String) -> String? {
        guard written.count > 2, let first = written.first, let last = written.last,
            [["\"", "\""], ["'", "'"], ["«", "»"], ["“", "”"], ["`", "`"]].contains([first, last])
        else { return nil }
        return String(written.dropFirst().dropLast()).trimmed
    }

    /// Without `.` and `..`; a step above the root stays at the root.
    var normalised: StatePath {
        var result: [String] = []
        for name in names where name != "." {
            if name == ".." { _ = result.popLast() } else { result.append(name) }
        }
        return StatePath(result)
    }
}

extension StringProtocol {
    /// Without the white space at both ends.
    package var trimmed: String {
        let text = String(self)
        if text.utf8.isTrimmed { return text }
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(text[first...last])
    }
}

extension String.UTF8View {
    /// Whether its ends are surely no white space, told by their bytes: visible ASCII, or Cyrillic and its neighbours.
    fileprivate var isTrimmed: Bool {
        guard let first, let last else { return true }
        let visible: ClosedRange<UInt8> = 0x21...0x7E
        let leads: ClosedRange<UInt8> = 0xD0...0xD4
        guard visible.contains(first) || leads.contains(first) else { return false }
        return visible.contains(last) || dropLast().last.map(leads.contains) == true
    }
}
