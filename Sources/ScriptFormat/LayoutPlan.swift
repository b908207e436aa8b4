import ScriptSyntax
import SourceText

/// Decides for each line of a script where it goes, going down the tree.
struct LayoutPlan {
    static let step = 4

    let tree: ScriptTree
    let table: LineTable
    /// One entry a line; `nil` for blank lines and for lines that the parser did not understand.
    var lines: [LinePlan?]
    /// The last line that has been planned.
    var furthest = -1
    /// Where the last tag goes, if it has code: a comment deeper than that would be read as part of the code.
    var columnOfCode: Int?
    /// A line inside a text of JavaScript that may end its script where the tag goes.
    var textInTheWay: SourceSpan?

    init(_ tree: ScriptTree, _ table: LineTable) {
        self.tree = tree
        self.table = table
        lines = Array(repeating: nil, count: table.lines.count)
        plan(tree.items, depth: 0)
    }

    /// The first line that is no part of the language, which has a mistake of its own or stands below one.
    var firstUnread: SourceSpan? {
        lines.indices.first { lines[$0] == nil && !table[$0].isBlank }
            .map { SourceSpan(table[$0].textStart, table[$0].textEnd) }
    }

    /// The parser's limit of nesting keeps the recursion shallow.
    private mutating func plan(_ items: [ScriptItem], depth: Int) {
        var comments: [PlacedText] = []
        var sibling: ScriptItem?
        for item in items {
            if case .comment(let comment) = item {
                comments.append(comment)
                continue
            }
            let column = self.column(of: item)
            let waiting = plan(comments, depth, besideColumn: column, after: sibling)
            let head = self.head(of: item)
            plan(item, depth: depth)
            if item.isStateOrTheme, sibling != nil { wantBlankLine(before: waiting + [head]) }
            furthest = max(furthest, head)
            if case .tag(let tag) = item { plan(tag.items, depth: depth + 1) }
            sibling = item
            comments = []
        }
        _ = plan(comments, depth, besideColumn: sibling.map(column(of:)), after: sibling)
    }

    private mutating func plan(_ item: ScriptItem, depth: Int) {
        let head = self.head(of: item)
        lines[head] = LinePlan(.column(depth * Self.step))
        lines[head]?.isAnchor = true
        columnOfCode = nil
        switch item {
        case .tag(let tag):
            columnOfCode = tag.code.map { _ in depth * Self.step }
            if let code = tag.code { return planCode(code, below: head, depth: depth) }
            planRegion(after: head, to: tag.span.end, depth, text: tag.valueTexts)
        case .pattern(let pattern):
            planRegion(after: head, to: pattern.span.end, depth, text: [pattern.body] + pattern.parameters.texts)
        case .setting(let setting):
            let end = setting.value.span.end
            if setting.isData { return planData(from: head, to: end, depth) }
            planRegion(after: head, to: end, depth, text: [setting.value])
        case .line(let line):
            lines[head]?.content = .valueLine
            planData(from: head, to: line.span.end, depth)
        case .comment: break
        }
    }

    // MARK: Blank lines

    /// One blank line before a state or theme, above the comments that stand over it; none where one is among them.
    private mutating func wantBlankLine(before candidates: [Int]) {
        guard candidates.allSatisfy({ table[$0].blanksBefore == 0 }), let first = candidates.first else { return }
        lines[first]?.wantsBlankLine = true
    }

    // MARK: Places

    func head(of item: ScriptItem) -> Int { table.index(of: item.start) }

    private func column(of item: ScriptItem) -> Int { table[head(of: item)].column }
}

extension ScriptItem {
    fileprivate var start: Int {
        switch self {
        case .tag(let tag): tag.span.start
        case .pattern(let pattern): pattern.span.start
        case .setting(let setting): setting.key.span.start
        case .line(let text), .comment(let text): text.span.start
        }
    }

    fileprivate var isStateOrTheme: Bool {
        if case .tag(let tag) = self { tag.name.text == "state" || tag.name.text == "theme" } else { false }
    }
}

extension ScriptTag {
    fileprivate var valueTexts: [PlacedText] { [value].compactMap(\.self) + parameters.texts }
}

extension [ScriptParameter] {
    /// The values in which blanks at the beginning of a line are said.
    fileprivate var texts: [PlacedText] { filter { !$0.isLaidOut }.map(\.value) }
}

extension ScriptParameter {
    /// A value in which margins mean nothing: JSON or a function.
    var isLaidOut: Bool {
        !isQuoted && (isData || key.text == "converter" || value.text.hasPrefix("function"))
    }

    /// JSON, in which blanks at the beginning of a line mean nothing.
    var isData: Bool {
        let first = value.text.utf8.first
        return !isQuoted && (first == UInt8(ascii: "{") || first == UInt8(ascii: "["))
    }
}
