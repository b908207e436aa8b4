import ScriptSyntax
import SourceText

/// Values of a kind; where another one stands, that is told and nothing is read. What is missing or null is no fault.
extension CatalogReader {
    private mutating func list(
        _ key: String, of entry: String, in value: DataValue, _ file: SourceFile
    ) -> [DataValue] {
        guard let found = value[key], !found.isNull else { return [] }
        if case .list(let elements) = found.kind { return elements }
        refuse(found, key, of: entry, wanted: "a list in `[ ]`", file)
        return []
    }

    mutating func objects(
        _ key: String, of entry: String, in value: DataValue, _ file: SourceFile
    ) -> [DataValue] {
        list(key, of: entry, in: value, file).filter { element in
            if case .object = element.kind { return true }
            refuse(element, key, of: entry, wanted: "a list of objects in `{ }`", file)
            return false
        }
    }

    mutating func oneOrMore(
        _ key: String, of entry: String, in value: DataValue, _ file: SourceFile
    ) -> [PlacedText] {
        if let text = value[key]?.placed { return [text] }
        return texts(key, of: entry, in: value, file)
    }

    /// Texts, or objects with `text`.
    mutating func texts(
        _ key: String, of entry: String, in value: DataValue, _ file: SourceFile
    ) -> [PlacedText] {
        list(key, of: entry, in: value, file).compactMap { element in
            if let text = element.placed ?? element["text"]?.placed { return text }
            refuse(element, key, of: entry, wanted: "a list of texts", file)
            return nil
        }
    }

    mutating func flag(_ key: String, of entry: String, in value: DataValue, _ file: SourceFile) -> Bool? {
        guard let found = value[key], !found.isNull else { return nil }
        if found.flag == nil { refuse(found, key, of: entry, wanted: "`true` or `false`", file) }
        return found.flag
    }

    /// The name of an entry, which has to be there.
    mutating func name(_ key: String, of entry: String, in value: DataValue, _ file: SourceFile) -> PlacedText? {
        if let found = value[key], !found.isNull { return text(key, of: entry, in: value, file) }
        add(.namelessEntry(entry, key: key, file: file, at: value.span.start), "no \(key) \(entry)")
        return nil
    }

    mutating func text(_ key: String, of entry: String, in value: DataValue, _ file: SourceFile) -> PlacedText? {
        if let found = value[key], case .text = found.kind { return found.placed }
        refuse(value[key] ?? value, key, of: entry, wanted: "a text in quotes", isMissing: value[key] == nil, file)
        return nil
    }

    private mutating func refuse(
        _ value: DataValue, _ key: String, of entry: String, wanted: String, isMissing: Bool = false,
        _ file: SourceFile
    ) {
        let found = isMissing ? DataValue(kind: .null, span: value.span) : value
        add(.wrongExport(key, of: entry, wanted: wanted, found: found, file: file), "\(key) \(entry)")
    }
}
