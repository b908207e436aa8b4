import ScriptSyntax
import SourceText
import Testing

/// Whatever the text is: the parser gives a tree, its pieces are the text, and every place lies in the file.
struct LosslessTests {
    @Test func piecesOfFixturesAreTheText() throws {
        for chunk in try TreeChunk.all() { check(chunk.script) }
        for file in try FixtureFolder.files(in: "errors", extension: "sc") { check(file.text) }
    }

    @Test func piecesOfChangedFixturesAreTheText() throws {
        let scripts = try TreeChunk.all().map(\.script)
        var chance = SeededChance(seed: 7)
        for _ in 0..<2000 {
            var text = Array(scripts[Int.random(in: 0..<scripts.count, using: &chance)].unicodeScalars)
            for _ in 0..<Int.random(in: 1...6, using: &chance) { change(&text, using: &chance) }
            check(String(String.UnicodeScalarView(text)))
        }
    }

    @Test func piecesOfGarbageAreTheText() {
        var chance = SeededChance(seed: 11)
        for _ in 0..<2000 {
            let count = Int.random(in: 0...40, using: &chance)
            check((0..<count).map { _ in Self.scraps.randomElement(using: &chance) ?? "" }.joined())
        }
    }

    /// Whole lines moved in and out: what the tree is built from.
    @Test func piecesOfShuffledLinesAreTheText() throws {
        let lines = try TreeChunk.all().flatMap { $0.script.split(separator: "\n") }
        var chance = SeededChance(seed: 13)
        for _ in 0..<1000 {
            let count = Int.random(in: 1...20, using: &chance)
            let text = (0..<count).map { _ in
                String(repeating: " ", count: Int.random(in: 0...12, using: &chance))
                    + (lines.randomElement(using: &chance) ?? "")
            }
            check(text.joined(separator: "\n"))
        }
    }

    private func change(_ text: inout [Unicode.Scalar], using chance: inout SeededChance) {
        let place = Int.random(in: 0...text.count, using: &chance)
        switch Int.random(in: 0..<3, using: &chance) {
        case 0: text.insert(contentsOf: (Self.scraps.randomElement(using: &chance) ?? "").unicodeScalars, at: place)
        case 1: text.removeSubrange(place..<min(text.count, place + Int.random(in: 0...8, using: &chance)))
        default: if place < text.count { text[place] = Self.scraps[0].unicodeScalars.first ?? " " }
        }
    }

    private static let scraps = [
        "\n", "\r\n", "\r", " ", "    ", "\t", "\u{A0}", "\u{FEFF}", "#", "//", "||", "|", "=", ",", ";", "\"", "'",
        "\\", "\\u",
        "{", "}", "{{", "}}", "[", "]", "(", ")", "<", ">", ":", "!", "@", "@InputText", "$", "$A = ", "я", "🙂",
        "theme: /",
        "state: A", "q!:", "a:", "if:", "else", "else if", "script:", "init:", "patterns:", "require:", "buttons:",
        "InputText:", "prompt = ", "converter = function() {", "injector = {", "word", "1", "\u{0}",
    ]

    private func check(_ text: String) {
        let file = SourceFile(path: "test.sc", text: text)
        let (tree, diagnostics) = ScriptParser.parse(file)
        var end = 0
        for piece in tree.pieces {
            guard piece.span.start == end, !piece.span.isEmpty else {
                Issue.record("a gap at \(end) in \(text.debugDescription)")
                return
            }
            end = piece.span.end
        }
        #expect(end == file.bytes.count, "\(text.debugDescription)")
        #expect(diagnostics.allSatisfy { lies($0.span, in: file) }, "\(text.debugDescription)")
        #expect(tree.items.allSatisfy { lies($0, in: file) }, "\(text.debugDescription)")
    }

    private func lies(_ span: SourceSpan, in file: SourceFile) -> Bool {
        0 <= span.start && span.start <= span.end && span.end <= file.bytes.count
    }

    private func lies(_ text: PlacedText, in file: SourceFile) -> Bool {
        let lines = text.text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
        return lies(text.span, in: file) && text.lineStarts.allSatisfy { lies(SourceSpan($0, $0), in: file) }
            && (text.lineStarts.count <= lines || text.lineStarts.count == 1)
    }

    private func lies(_ item: ScriptItem, in file: SourceFile) -> Bool {
        switch item {
        case .tag(let tag):
            let texts = [tag.name] + [tag.value].compactMap(\.self) + tag.parameters.flatMap { [$0.key, $0.value] }
            let code = tag.code.map { lies($0.span, in: file) && $0.firstLine <= file.lineStarts.count + 1 } ?? true
            return lies(tag.span, in: file) && code && texts.allSatisfy { lies($0, in: file) }
                && tag.items.allSatisfy { lies($0, in: file) }
        case .pattern(let pattern): return lies(pattern.span, in: file) && lies(pattern.body, in: file)
        case .setting(let setting): return lies(setting.key, in: file) && lies(setting.value, in: file)
        case .line(let text), .comment(let text): return lies(text, in: file)
        }
    }
}

/// A small generator with a seed (SplitMix64), so that a failure can be seen again.
struct SeededChance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
