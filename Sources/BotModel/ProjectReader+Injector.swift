import ScriptSyntax
import SourceText

// `injector = {…}` of a require, and `{{$inject.x}}` in its path.
extension ProjectReader {
    /// Puts the values of a require into the bot's `$injector`; objects are merged, the last one counts.
    ///
    /// The platform gives them to the imported file alone; since files share one global object, here all see them.
    mutating func mergeInjector(of requirement: Requirement) {
        for parameter in ["provide", "injector"] {
            guard let value = requirement.tag.parameter(parameter)?.value, !value.text.trimmed.isEmpty else { continue }
            guard let tree = Self.tree(value.text), case .object = tree.kind else {
                diagnostics.append(.unreadableInjector(parameter, file: requirement.file, at: value.span))
                continue
            }
            let base = configuration.injectorTree ?? DataValue(kind: .object([]), span: tree.span)
            configuration.injectorTree = base.merged(with: tree)
        }
    }

    /// JSON, or what people write in its place: keys without quotes are read as YAML.
    private static func tree(_ text: String) -> DataValue? {
        let file = SourceFile(path: "", text: text)
        return JSONReader.read(file).0 ?? YAMLReader.read(file).0
    }

    /// The path with its `{{ }}` replaced; `nil` when one names nothing.
    mutating func substituted(_ requirement: Requirement) -> String? {
        var rest = requirement.value.text.trimmed.withoutQuotes[...]
        var path = ""
        while let (start, end) = Self.expression(in: rest) {
            path += rest[..<start]
            let expression = rest[rest.index(start, offsetBy: 2)..<end].trimmed
            guard let value = injected(expression) else {
                diagnostics.append(
                    .unknownInjection(expression, file: requirement.file, at: requirement.value.span))
                return nil
            }
            path += value
            rest = rest[rest.index(end, offsetBy: 2)...]
        }
        return path + rest
    }

    /// Where `{{` and `}}` begin.
    private static func expression(in text: Substring) -> (Substring.Index, Substring.Index)? {
        let bytes = text.utf8
        func find(_ byte: UInt8, from start: Substring.Index) -> Substring.Index? {
            var index = start
            while index < bytes.endIndex {
                let next = bytes.index(after: index)
                if bytes[index] == byte, next < bytes.endIndex, bytes[next] == byte { return index }
                index = next
            }
            return nil
        }
        guard let start = find(UInt8(ascii: "{"), from: text.startIndex) else { return nil }
        return find(UInt8(ascii: "}"), from: start).map { (start, $0) }
    }

    /// The text of `$inject.a.b` or `$injector.a.b`.
    private func injected(_ expression: String) -> String? {
        let names = expression.split(separator: ".").map(\.trimmed)
        guard let first = names.first, first == "$inject" || first == "$injector" else { return nil }
        return names.dropFirst().reduce(configuration.injectorTree) { $0?[$1] }?.text
    }
}

extension DataValue {
    /// The members of both; where both have an object of one key, those are merged too.
    func merged(with other: DataValue) -> DataValue {
        guard case .object(var members) = kind, case .object(let added) = other.kind else { return other }
        for member in added {
            if let index = members.lastIndex(where: { $0.key.text == member.key.text }) {
                members[index].value = members[index].value.merged(with: member.value)
            } else {
                members.append(member)
            }
        }
        return DataValue(kind: .object(members), span: span)
    }
}

extension String {
    /// A path that somebody put in quotes.
    fileprivate var withoutQuotes: String {
        guard count > 1, let first, first == last, first == "\"" || first == "'" else { return self }
        return String(dropFirst().dropLast())
    }
}
