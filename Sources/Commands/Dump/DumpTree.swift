import ArgumentParser
import ScriptSyntax
import SourceText

/// The tags of a file as a tree.
struct DumpTree: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tree", abstract: "The tags of a script file, nested as they stand.",
        discussion: """
            EXAMPLE
              ringback dump tree bots/callback/src/main.sc
            """)

    @OptionGroup var arguments: ScriptArguments

    func run() throws {
        let streams = Streams()
        let (tree, _) = ScriptParser.parse(try ScriptText.read(arguments.file))
        // A list of what is still to print instead of calls within calls: scripts nest as deep as they like.
        var open = tree.items.reversed().map { (item: $0, depth: 0) }
        while let (item, depth) = open.popLast(), !streams.out.isClosed {
            let row = TreeRow(item, depth: depth, in: tree.source)
            streams.out.line(arguments.json ? row.json.text : row.text)
            if case .tag(let tag) = item { open += tag.items.reversed().map { ($0, depth + 1) } }
        }
        try streams.checkWritten()
    }
}

/// One item of the tree, without what is nested in it.
private struct TreeRow {
    private let depth: Int
    private let kind: String
    private let name: String?
    private let value: String?
    private let parameters: [ScriptParameter]
    private let place: SourcePosition

    init(_ item: ScriptItem, depth: Int, in source: SourceFile) {
        self.depth = depth
        var parameters: [ScriptParameter] = []
        let span: SourceSpan
        switch item {
        case .tag(let tag):
            (kind, name) = ("tag", tag.name.text + (tag.isBang ? "!" : ""))
            value = tag.value?.text ?? tag.code?.text
            parameters = tag.parameters
            span = tag.span
        case .pattern(let pattern):
            (kind, name, value) = ("pattern", pattern.name.text, pattern.body.text)
            parameters = pattern.parameters
            span = pattern.span
        case .setting(let setting):
            (kind, name, value) = ("setting", setting.key.text, setting.value.text)
            span = setting.key.span
        case .line(let line): (kind, name, value, span) = ("line", nil, line.text, line.span)
        case .comment(let comment): (kind, name, value, span) = ("comment", nil, comment.text, comment.span)
        }
        self.parameters = parameters
        place = source.position(at: span.start)
    }

    /// Beyond this depth the margin grows no more; the depth stands there as a number.
    private static let deepestMargin = 40

    var text: String {
        let margin =
            depth <= Self.deepestMargin
            ? String(repeating: "  ", count: depth)
            : String(repeating: "  ", count: Self.deepestMargin) + "(depth \(depth)) "
        let quoted = value.map(JSONText.quoted)
        let words =
            switch kind {
            case "pattern": "$\(name ?? "") = \(quoted ?? "")"
            case "setting": "\(name ?? "") = \(quoted ?? "")"
            default: [name ?? kind, quoted].compactMap(\.self).joined(separator: " ")
            }
        let list = parameters.map { " \($0.key.text)=\(JSONText.quoted($0.value.text))" }.joined()
        return margin + words + list
    }

    var json: JSONValue {
        var fields: [(String, JSONValue)] = [("depth", .integer(depth)), ("kind", .string(kind))]
        if let name { fields.append(("name", .string(name))) }
        if let value { fields.append(("value", .string(value))) }
        if !parameters.isEmpty {
            let members = parameters.map { ($0.key.text, JSONValue.string($0.value.text)) }
            fields.append(("parameters", .object(members)))
        }
        fields += [("line", .integer(place.line)), ("column", .integer(place.column))]
        return .object(fields)
    }
}
