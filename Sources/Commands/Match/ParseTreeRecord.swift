import PatternMatching

extension ParseNode {
    /// The node as scripts see it in `$parseTree` (dsl.md 4.1), before converters: children stand in an array under their name, and the first of
    /// each name, nearest first, is `_Name` in the root.
    var record: JSONValue { .object(fields + shortcuts) }

    var hasConverter: Bool { converter != nil || children.contains(where: \.hasConverter) }

    private var fields: [(String, JSONValue)] {
        var fields: [(String, JSONValue)] = [
            ("tag", .string(tag)), ("pattern", .string(pattern)), ("text", .string(text)),
            ("words", .array(words.map(JSONValue.string))),
        ]
        if let value { fields.append(("value", .string(value))) }
        var names: [String] = []
        for child in children where !names.contains(child.tag) { names.append(child.tag) }
        return fields
            + names.map { name in
                (name, .array(children.filter { $0.tag == name }.map { .object($0.fields) }))
            }
    }

    private var shortcuts: [(String, JSONValue)] {
        var shortcuts: [(String, JSONValue)] = []
        var level = children
        while !level.isEmpty {
            for node in level where !shortcuts.contains(where: { $0.0 == "_" + node.tag }) {
                shortcuts.append(("_" + node.tag, .string(node.value ?? node.text)))
            }
            level = level.flatMap(\.children)
        }
        return shortcuts + (value.map { [("_Root", .string($0))] } ?? [])
    }
}
