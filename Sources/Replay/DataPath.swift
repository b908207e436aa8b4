/// A way into response data, as `field=` of `<responseData>` writes it: `replies[0].buttons`, `$.replies[1]['text']`.
package struct DataPath: Sendable, Hashable {
    package enum Part: Sendable, Hashable {
        case name(String)
        case index(Int)
    }

    package let parts: [Part]

    /// `nil` when the path uses what is not supported: wildcards, filters, `..`.
    package init?(_ text: String) {
        var rest = Substring(text.trimmed)
        if rest.hasPrefix("$") { rest.removeFirst() }
        var parts: [Part] = []
        while let first = rest.first {
            if first == "." { rest.removeFirst() }
            let part = first == "[" ? Self.bracket(&rest) : Self.name(&rest)
            guard let part else { return nil }
            parts.append(part)
        }
        self.parts = parts
    }

    /// The part of `json` that the path leads to.
    package func value(in json: TestJSON) -> TestJSON? {
        var value = json
        for part in parts {
            switch (part, value) {
            case (.name(let name), .object(let fields)):
                guard let next = fields[name] else { return nil }
                value = next
            case (.index(let index), .array(let items)):
                guard items.indices.contains(index) else { return nil }
                value = items[index]
            default: return nil
            }
        }
        return value
    }

    private static func name(_ rest: inout Substring) -> Part? {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        guard !name.isEmpty else { return nil }
        rest = rest.dropFirst(name.count)
        return .name(String(name))
    }

    private static func bracket(_ rest: inout Substring) -> Part? {
        guard let end = rest.firstIndex(of: "]") else { return nil }
        let inside = rest[rest.index(after: rest.startIndex)..<end].trimmed
        rest = rest[rest.index(after: end)...]
        if let index = Int(inside) { return index >= 0 ? .index(index) : nil }
        guard let quote = inside.first, "'\"".contains(quote), inside.count > 2, inside.last == quote else {
            return nil
        }
        return .name(String(inside.dropFirst().dropLast()))
    }
}
