import SourceText

/// A tag whose nested lines are still being read. A class, for it grows in place while others look at it.
final class OpenTag {
    let name: PlacedText
    let description: TagDescription?
    let isBang: Bool
    let value: PlacedText?
    let code: ScriptCode?
    let parameters: [ScriptParameter]
    let span: SourceSpan
    let indent: Int
    /// The indent with narrower and wider tabs.
    let otherIndents: (narrow: Int, wide: Int)
    var items: [ScriptItem] = []
    /// A comment does not count: whether anything was found below the tag.
    var isEmpty = true
    /// Lost its indentation: what belongs to it stands in its own column.
    var isFlat = false

    init(
        _ head: TagHead, value: PlacedText?, code: ScriptCode?, parameters: [ScriptParameter], end: Int,
        _ line: ScriptLine
    ) {
        name = head.name
        description = head.description
        isBang = head.isBang
        self.value = value
        self.code = code
        self.parameters = parameters
        span = SourceSpan(line.textStart, end)
        indent = line.indent
        otherIndents = line.indentsOfOtherTabs
    }

    var finished: ScriptTag {
        ScriptTag(
            name: name, isBang: isBang, value: value, code: code, parameters: parameters, items: items, span: span,
            indent: indent)
    }

    /// What lines besides tags may stand below. Action tags of the bot itself and unknown tags take settings.
    var body: TagBody { description?.body ?? .settings }
}

/// The tags from the margin of the file down to the line that is being read.
struct OpenTags {
    private var tags: [OpenTag] = []
    private var items: [ScriptItem] = []

    var innermost: OpenTag? { tags.last }
    var depth: Int { tags.count }
    /// The tag around the innermost one.
    var around: OpenTag? { tags.count > 1 ? tags[tags.count - 2] : nil }

    mutating func open(_ tag: OpenTag) {
        if !tags.isEmpty { tags[tags.count - 1].isEmpty = false }
        tags.append(tag)
    }

    /// Puts something below the innermost tag.
    mutating func add(_ item: ScriptItem) {
        guard !tags.isEmpty else { return items.append(item) }
        tags[tags.count - 1].items.append(item)
        if case .comment = item { return }
        tags[tags.count - 1].isEmpty = false
    }

    func markFlat() { tags[tags.count - 1].isFlat = true }

    mutating func closeInnermost() {
        guard let tag = tags.popLast() else { return }
        if tags.count < ScriptParser.deepestNesting { add(.tag(tag.finished)) }
    }

    /// Closes every tag that a line with this indent cannot belong to.
    mutating func close(to indent: Int) {
        while let tag = tags.last, tag.indent >= indent { closeInnermost() }
    }

    mutating func closeAll() -> [ScriptItem] {
        close(to: 0)
        return items
    }

    /// Whether a line would belong elsewhere if tabs were narrower or wider than 4 columns.
    func dependOnTabs(_ line: ScriptLine) -> Bool {
        let (narrow, wide) = line.indentsOfOtherTabs
        return tags.suffix(ScriptParser.deepestNesting).contains { tag in
            let order = (line.indent - tag.indent).signum()
            return order != (narrow - tag.otherIndents.narrow).signum()
                || order != (wide - tag.otherIndents.wide).signum()
        }
    }

    /// The tag that a line with this indent stands below, without closing anything.
    func owner(of indent: Int) -> OpenTag? { tags.last { $0.indent < indent } }

    /// The innermost tag in exactly this column, if every tag further in has ended.
    func sibling(at indent: Int) -> OpenTag? {
        guard let tag = tags.last(where: { $0.indent <= indent }), tag.indent == indent else { return nil }
        return tag
    }
}
