import Foundation

/// A `.tmLanguage.json` file: the part of the format that our grammar uses.
struct TextMateGrammar: Decodable {
    let scopeName: String
    let fileTypes: [String]?
    let patterns: [TextMateRule]
    let injections: [String: TextMateRule]?
    let repository: [String: TextMateRule]?

    static func read(_ file: URL) throws -> TextMateGrammar {
        try JSONDecoder().decode(TextMateGrammar.self, from: Data(contentsOf: file))
    }

    /// Every rule of the grammar, however deep.
    var allRules: [TextMateRule] {
        let roots = patterns + Array((injections ?? [:]).values) + Array((repository ?? [:]).values)
        return roots.flatMap(\.withRulesInside)
    }
}

/// One rule: a match, a region (`begin` with `end` or `while`), a list of rules, or the name of one.
final class TextMateRule: Decodable {
    let name: String?
    let contentName: String?
    let match: String?
    let begin: String?
    let end: String?
    let `while`: String?
    let include: String?
    let captures: [String: TextMateRule]?
    let beginCaptures: [String: TextMateRule]?
    let endCaptures: [String: TextMateRule]?
    let patterns: [TextMateRule]?

    var withRulesInside: [TextMateRule] {
        let captured = [captures, beginCaptures, endCaptures].flatMap { ($0 ?? [:]).values }
        return [self] + ((patterns ?? []) + captured).flatMap(\.withRulesInside)
    }

    var regexps: [String] { [match, begin, end, `while`].compactMap { $0 } }
    var scopes: [String] {
        [name, contentName].compactMap { $0 }.flatMap { $0.split(separator: " ").map(String.init) }
    }
}
