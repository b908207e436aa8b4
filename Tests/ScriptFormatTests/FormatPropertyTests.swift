import Foundation
import ScriptFormat
import ScriptSyntax
import SourceText
import Testing

/// Whatever the script is: formatting again changes nothing, and the tree says what it said.
struct FormatPropertyTests {
    private let rounds = Int(ProcessInfo.processInfo.environment["ROUNDS"] ?? "") ?? 1500

    @Test func scriptsOfTheProject() throws {
        for file in try FormatFixtures.allScripts() { check(file.text) }
    }

    @Test(arguments: [
        "theme: /\n     state: A\n\u{FEFF}  \n         a: two\n",
        "buttons:\n    \"Yes\" -> /A\n   \u{FEFF} {text: \"More\"}\n",
        "theme: /\n  \u{200B}state: A\n     a: two \u{200B}\n",
    ])
    func charactersWithoutRoomInAnIndent(_ script: String) { check(script) }

    @Test func changedScripts() throws {
        let scripts = try FormatFixtures.allScripts().map { Array($0.text.unicodeScalars) }
        var chance = SeededChance(seed: 17)
        for _ in 0..<rounds {
            var text = scripts.randomElement(using: &chance) ?? []
            for _ in 0..<Int.random(in: 1...6, using: &chance) { change(&text, using: &chance) }
            check(String(String.UnicodeScalarView(text)))
        }
    }

    @Test func shuffledLines() throws {
        let lines = try FormatFixtures.allScripts().flatMap { $0.text.split(separator: "\n") }
        var chance = SeededChance(seed: 19)
        for _ in 0..<rounds {
            let text = (0..<Int.random(in: 1...20, using: &chance)).map { _ in
                let margin = String(repeating: " ", count: Int.random(in: 0...12, using: &chance))
                return margin + (lines.randomElement(using: &chance) ?? "").drop { $0 == " " }
            }
            check(text.joined(separator: "\n"))
        }
    }

    @Test func garbage() {
        var chance = SeededChance(seed: 23)
        for _ in 0..<rounds {
            let count = Int.random(in: 0...40, using: &chance)
            check((0..<count).map { _ in Self.scraps.randomElement(using: &chance) ?? "" }.joined())
        }
    }

    private func change(_ text: inout [Unicode.Scalar], using chance: inout SeededChance) {
        let place = Int.random(in: 0...text.count, using: &chance)
        switch Int.random(in: 0..<3, using: &chance) {
        case 0: text.insert(contentsOf: (Self.scraps.randomElement(using: &chance) ?? "").unicodeScalars, at: place)
        case 1: text.removeSubrange(place..<min(text.count, place + Int.random(in: 0...8, using: &chance)))
        default: text.insert(contentsOf: "\n  ".unicodeScalars, at: place)
        }
    }

    private static let scraps = [
        "\n", "\r\n", "\r", " ", "  ", "    ", "\t", "\u{A0}", "\u{FEFF}", "#", "//", "/*", "*/", "/", "||", "|", "=",
        ",", ";", "\"", "'", "`", "${", "\\", "{", "}", "{{", "}}", "[", "]", "(", ")", "<", ">", ":", "!", "->", "@",
        "@InputText", "$", "$A = ", "я", "\n    ", "\n        ", "\n# ", "theme: /", "state: A", "q!:", "a:", "if:",
        "else", "else if", "script:", "init:", "patterns:", "require:", "buttons:", "InputText:", "prompt = ",
        "converter = function() {", "injector = {", "word", "1", "\u{0}",
    ]

    /// Half line ends, template literals that are not closed, and characters without room beside code: here the formatter may give up.
    private func isOdd(_ text: String) -> Bool {
        let hasHalfLineEnd = text.replacing("\r\n", with: "").utf8.contains(UInt8(ascii: "\r"))
        let hasHidden = text.contains("script") && text.unicodeScalars.contains { Self.withoutRoom.contains($0) }
        return hasHalfLineEnd || hasHidden || text.utf8.count { $0 == UInt8(ascii: "`") } % 2 == 1
    }

    private static let withoutRoom: Set<Unicode.Scalar> = ["\u{200B}", "\u{2060}", "\u{FEFF}"]

    private func check(_ text: String) {
        let file = SourceFile(path: "test.sc", text: text)
        let result = ScriptFormatter.format(file)
        let again = ScriptFormatter.format(SourceFile(path: "test.sc", text: result.text))
        #expect(again.text == result.text, "\(text.debugDescription)")
        let faults = result.diagnostics.filter { $0.code == Diagnostic.unsafeLayoutCode }
        if !isOdd(text) { #expect(faults.map(\.message) == [], "\(text.debugDescription)") }
        let (before, after) = (ScriptParser.parse(file).0, ScriptParser.parse(again.source).0)
        #expect(ScriptTreeComparison.firstDifference(before, after)?.text == nil, "\(text.debugDescription)")
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
