import Foundation
import Testing

/// Every `Fixtures/*.match` file. A line is one of
///
///     # comment
///     $Name = body                    a named pattern for what follows; `converter f` may end the line after a tab
///     forms go goes went=VERB,past    what is known of a word and its forms, for `~go` and `$morph<VERB>` in what follows
///     entity City new york=NY, rome   phrases (lower case) that `@City` and `$entity<City>` find in what follows, with values
///     pattern * call [me] *           the pattern for the lines after it
///     yes phrase  name=value          it matches; two blanks before each thing that the parse tree must hold
///     score 0.84                      the score of the phrase above, to two digits
///     no phrase                       it does not match
///     bad code                        the pattern above has this mistake (all are listed, in order)
///
/// `name=value` names a node by the first of its tag found below the root: its value, else its text. `=value` is the root's.
/// Of a node there are also `name.text`, `name.words`, `name.converter`, and `name.count` nodes of that name beside it.
///
/// `english.match` and `russian.match` go through all elements of the language, as authors write them; a test sees that none is left out.
@Suite struct MatchFixtureTests {
    @Test(arguments: files()) func fixture(file: String) throws {
        _ = try Self.checked(file)
    }

    @Test(arguments: ["english", "russian"]) func everyElementIsShown(language: String) throws {
        let shown = try Self.checked(language + ".match").shown
        for element in PatternElement.allCases where element.isKnown(to: language) {
            for line in MatchFixture.Line.allCases {
                #expect(shown[line]?.contains(element) == true, "no line `\(line)` for \(element.rawValue)")
            }
        }
    }

    private static func checked(_ file: String) throws -> MatchFixture {
        var fixture = MatchFixture(file: file)
        let lines = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() { fixture.read(String(line), number: number + 1) }
        fixture.endPattern()
        return fixture
    }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

    static func files() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".match") }.sorted()
    }
}
