import ScriptSyntax
import SourceText

/// Compares what two trees say, whatever the places of their parts.
///
/// Names, texts, parameters with their quotes, comments and the order of all must be the same. Of code and JSON the blanks
/// at the ends of lines do not count, save inside strings; of a button those around its arrow.
package enum ScriptTreeComparison {
    /// The first thing that the second tree says in another way, for a message; `nil` when they say the same.
    package static func firstDifference(_ first: ScriptTree, _ second: ScriptTree) -> (text: String, span: SourceSpan)?
    {
        let left = statements(of: first)
        let right = statements(of: second)
        for (index, statement) in left.enumerated() {
            guard index < right.count else { return ("\(statement.name) would be missing.", statement.span) }
            if statement.says != right[index].says || statement.depth != right[index].depth {
                return ("\(statement.name) would be read in another way.", statement.span)
            }
        }
        guard right.count > left.count else { return nil }
        return ("\(right[left.count].name) would be new.", left.last?.span ?? SourceSpan(0, 0))
    }

    private static func statements(of tree: ScriptTree) -> [Statement] {
        var list = StatementList()
        for item in tree.items { list.add(item, depth: 0) }
        return list.statements
    }
}

/// One item of a tree as a list of words.
private struct Statement {
    let depth: Int
    let name: String
    let says: [String]
    let span: SourceSpan
}

private struct StatementList {
    var statements: [Statement] = []

    mutating func add(_ item: ScriptItem, depth: Int) {
        switch item {
        case .tag(let tag): add(tag, depth: depth)
        case .pattern(let pattern):
            let says = ["pattern", pattern.name.text, pattern.body.text] + pattern.parameters.flatMap(says)
            statements.append(
                Statement(depth: depth, name: "the pattern `$\(pattern.name.text)`", says: says, span: pattern.span))
        case .setting(let setting):
            let name = "the setting `\(setting.key.text)`"
            statements.append(
                Statement(depth: depth, name: name, says: ["setting"] + says(setting), span: setting.key.span))
        case .line(let text):
            let line = String(decoding: ButtonLine.spaced(Array(dataLines(text.text).utf8)[...]), as: UTF8.self)
            statements.append(Statement(depth: depth, name: "this line", says: ["line", line], span: text.span))
        case .comment(let text):
            let says = ["comment", trimmedLines(text.text)]
            statements.append(Statement(depth: depth, name: "this comment", says: says, span: text.span))
        }
    }

    private mutating func add(_ tag: ScriptTag, depth: Int) {
        let name = tag.name.text + (tag.isBang ? "!" : "")
        let value = tag.value.map { ["value", $0.text] } ?? []
        let code = tag.code.map { ["code", codeLines($0.text)] } ?? []
        let says = ["tag", name] + value + code + tag.parameters.flatMap(says)
        statements.append(Statement(depth: depth, name: "`\(name):`", says: says, span: tag.span))
        for item in tag.items { add(item, depth: depth + 1) }
    }

    private func says(_ parameter: ScriptParameter) -> [String] {
        let text = parameter.value.text
        return [
            parameter.key.text, parameter.isQuoted ? "quoted" : "bare", parameter.isLaidOut ? dataLines(text) : text,
        ]
    }

    /// Each line without its margin, save where a template literal may make it count.
    private func dataLines(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\n")), !text.utf8.contains(UInt8(ascii: "`")) else { return text }
        return trimmedLines(text)
    }

    private func trimmedLines(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\n")) else { return text }
        return lines(text).map { String(decoding: $0.trimmedStart.trimmedEnd, as: UTF8.self) }.joined(separator: "\n")
    }

    private func codeLines(_ text: String) -> String {
        let strings = StringsOverLines(text)
        let words = lines(text).enumerated().map { index, line in
            let begun = index > 0 && strings.coverStart(ofLine: index) ? line : line.trimmedStart
            return String(decoding: strings.coverEnd(ofLine: index) ? begun : begun.trimmedEnd, as: UTF8.self)
        }
        return words.joined(separator: "\n")
    }

    private func lines(_ text: String) -> [ArraySlice<UInt8>] {
        Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }
}

extension ArraySlice<UInt8> {
    fileprivate var trimmedStart: ArraySlice<UInt8> {
        var rest = self
        while let first = rest.first {
            if first.isBlankByte {
                rest.removeFirst()
            } else if rest.starts(with: [0xC2, 0xA0]) {
                rest.removeFirst(2)
            } else {
                break
            }
        }
        return rest
    }

    fileprivate var trimmedEnd: ArraySlice<UInt8> {
        guard let last = lastIndex(where: { !$0.isBlankByte }) else { return prefix(0) }
        return self[...last]
    }
}

extension UInt8 {
    fileprivate var isBlankByte: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
