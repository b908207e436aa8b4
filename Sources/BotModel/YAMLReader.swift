import ScriptSyntax
import SourceText
import Yams

/// Reads YAML with places, in bounded time and memory whatever its anchors and nesting are.
struct YAMLReader {
    private let file: SourceFile
    private var diagnostics: [Diagnostic] = []
    private var columns: ColumnFinder
    private var values = 0
    private var isTooLarge = false
    /// Without anchors there are never more values than bytes.
    private var mostValues: Int { file.bytes.count + 100_000 }

    /// - Returns: the document (null for an empty one), or `nil` when it cannot be read, and everything wrong with it.
    static func read(_ file: SourceFile) -> (DataValue?, [Diagnostic]) {
        var reader = YAMLReader(file)
        let value = reader.readDocument()
        return (value, reader.diagnostics)
    }

    private init(_ file: SourceFile) {
        self.file = file
        columns = ColumnFinder(file)
    }

    private mutating func readDocument() -> DataValue? {
        guard !hasCostlyKeys else {
            diagnostics.append(.yamlTooLarge(file))
            return nil
        }
        do {
            let whole = SourceSpan(0, file.bytes.count)
            let value = try compose().map { convert($0, depth: 0) } ?? DataValue(kind: .null, span: whole)
            guard isTooLarge else { return value }
            diagnostics.append(.yamlTooLarge(file))
        } catch {
            diagnostics.append(fault(error))
        }
        return nil
    }

    // MARK: Composing

    /// Put in front of a key that another one of the same name replaces; such keys are dropped afterwards.
    private static let dropped: Character = "\u{E000}"
    private static let mostDuplicates = 12

    /// The tree of the file. Where a key stands twice in one mapping the last one counts, as on the platform.
    private mutating func compose() throws -> Node? {
        // libyaml stumbles over a byte order mark.
        var text = file.text.hasPrefix("\u{FEFF}") ? String(file.text.unicodeScalars.dropFirst()) : file.text
        for round in 1...(file.bytes.count > 100_000 ? 2 : Self.mostDuplicates) {
            do {
                return try Yams.compose(yaml: text, .basic)
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                guard let place = Self.index(of: context.mark, in: text), let name = names.first else {
                    throw YamlError.duplicatedKeysInMapping(duplicates: names, context: context)
                }
                diagnostics.append(
                    .duplicateKey(name, file: file, at: columns.span(context.mark, length: name.utf8.count)))
                let isQuoted = text[place] == "\"" || text[place] == "'"
                text.insert(
                    contentsOf: String(repeating: Self.dropped, count: round),
                    at: isQuoted ? text.index(after: place) : place)
            }
        }
        return try Yams.compose(yaml: text, .basic)
    }

    private static func index(of mark: Mark, in text: String) -> String.Index? {
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        for _ in 1..<max(mark.line, 1) {
            guard let end = scalars[index...].firstIndex(of: "\n") else { return nil }
            index = scalars.index(after: end)
        }
        return scalars.index(index, offsetBy: max(mark.column, 1) - 1, limitedBy: scalars.endIndex)
            .flatMap { $0 < scalars.endIndex ? $0 : nil }
    }

    /// Keys that are lists or aliases are compared by everything they stand for, which anchors can make endless.
    private var hasCostlyKeys: Bool {
        var aliases = 0
        var complexKeys = 0
        let bytes = file.bytes
        func startsNode(_ index: Int) -> Bool { index == 0 || " \n\t[{,".utf8.contains(bytes[index - 1]) }
        for (index, byte) in bytes.enumerated() where index + 1 < bytes.count {
            let next = bytes[index + 1]
            switch byte {
            case UInt8(ascii: "*") where next > 0x20 && startsNode(index): aliases += 1
            case UInt8(ascii: "?") where next <= 0x20 && startsNode(index): complexKeys += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if next == UInt8(ascii: ":") { complexKeys += 1 }
            default: break
            }
        }
        return aliases > 8 && complexKeys > 0
    }

    // MARK: Converting

    private mutating func convert(_ node: Node, depth: Int) -> DataValue {
        values += 1
        let start = columns.offset(node.mark)
        guard depth <= DataValue.deepest, values <= mostValues, !isTooLarge else {
            isTooLarge = true
            return DataValue(kind: .null, span: SourceSpan(start, start))
        }
        switch node {
        case .mapping(let mapping):
            return DataValue(kind: .object(members(of: mapping, depth: depth)), span: SourceSpan(start, start + 1))
        case .sequence(let sequence):
            let elements = sequence.map { convert($0, depth: depth + 1) }
            return DataValue(kind: .list(elements), span: SourceSpan(start, start + 1))
        case .scalar(let scalar):
            return DataValue(
                kind: kind(of: node, scalar), span: span(of: scalar, from: start), written: scalar.string)
        case .alias:
            return DataValue(kind: .null, span: SourceSpan(start, start))
        }
    }

    /// The members of a mapping, those of `<<: *base` first unless it has them itself.
    private mutating func members(of mapping: Node.Mapping, depth: Int) -> [DataMember] {
        var own: [DataMember] = []
        var inherited: [DataMember] = []
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard name.first != Self.dropped else { continue }
            let value = convert(value, depth: depth + 1)
            if name == "<<" {
                inherited += value.members + value.elements.flatMap(\.members)
                continue
            }
            let span = columns.span(key.mark, length: name.utf8.count)
            own.append(DataMember(key: PlacedText(text: name, span: span), value: value))
        }
        guard !inherited.isEmpty else { return own }
        var known = Set(own.map(\.key.text))
        return inherited.filter { known.insert($0.key.text).inserted } + own
    }

    private func kind(of node: Node, _ scalar: Node.Scalar) -> DataValue.Kind {
        guard scalar.style == .plain || scalar.style == .any else { return .text(scalar.string) }
        let text = scalar.string
        if let first = text.utf8.first, (0x2B...0x39).contains(first) {
            if let whole = node.int { return .number(String(whole)) }
            // Without a point it is a text: a date, or a number with leading zeros.
            guard text.contains("."), let number = node.float, number.isFinite else { return .text(text) }
            return .number(String(number))
        }
        guard text.utf8.count <= 5 else { return .text(text) }
        if node.null != nil { return .null }
        return node.bool.map { .flag($0) } ?? .text(text)
    }

    private func span(of scalar: Node.Scalar, from start: Int) -> SourceSpan {
        let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
        let isLong = scalar.style == .literal || scalar.style == .folded
        let length = isLong ? 1 : scalar.string.utf8.count + (isQuoted ? 2 : 0)
        return SourceSpan(start, min(start + max(length, 1), file.bytes.count))
    }

    private mutating func fault(_ error: any Error) -> Diagnostic {
        guard let yaml = error as? YamlError else { return .unreadableYAML(file, line: 1, problem: "\(error)") }
        switch yaml {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return .unreadableYAML(file, line: mark.line, problem: problem)
        case .reader(let problem, let offset, _, _):
            let line = file.position(at: offset ?? 0).line
            return .unreadableYAML(file, line: line, problem: problem)
        case .duplicatedKeysInMapping(_, let context):
            return .unreadableYAML(file, line: context.mark.line, problem: "many keys stand more than once")
        default:
            return .unreadableYAML(file, line: 1, problem: "it cannot be understood")
        }
    }
}

/// Turns lines and columns, which count scalars, into bytes; long lines are measured only once.
private struct ColumnFinder {
    private let file: SourceFile
    private var measured: [Int: [Int32]] = [:]

    init(_ file: SourceFile) { self.file = file }

    mutating func span(_ mark: Mark?, length: Int) -> SourceSpan {
        let start = offset(mark)
        return SourceSpan(start, min(start + length, file.bytes.count))
    }

    mutating func offset(_ mark: Mark?) -> Int {
        guard let mark, mark.line >= 1, mark.line <= file.lineStarts.count else { return 0 }
        let hasMark = mark.line == 1 && file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let start = file.lineStarts[mark.line - 1] + (hasMark ? 3 : 0)
        let end = mark.line < file.lineStarts.count ? file.lineStarts[mark.line] : file.bytes.count
        guard end - start > 256 else {
            return Self.starts(file.bytes[start..<end], mark.column).map { start + $0 } ?? end
        }
        let starts = measured[mark.line] ?? Self.starts(file.bytes[start..<end])
        measured[mark.line] = starts
        return mark.column - 1 < starts.count ? start + Int(starts[max(mark.column - 1, 0)]) : end
    }

    private static func starts(_ line: ArraySlice<UInt8>) -> [Int32] {
        line.indices.filter { line[$0] & 0xC0 != 0x80 }.map { Int32($0 - line.startIndex) }
    }

    private static func starts(_ line: ArraySlice<UInt8>, _ column: Int) -> Int? {
        var left = column
        for index in line.indices where line[index] & 0xC0 != 0x80 {
            left -= 1
            if left <= 0 { return index - line.startIndex }
        }
        return nil
    }
}
