import SourceText

extension PatternReader {
    /// What can be wrong in a pattern's text.
    enum Mistake {
        case empty
        case tooLong(Int)
        case tooDeep
        case tooManyMembers(Int)
        case unclosed(UInt8, UInt8)
        case unopened(UInt8)
        case emptyLemma
        case unknownSpecial(String)
        case missingArgument(String)
        case blankBeforeArgument(String)
        case unterminated(String)
        case badExpression(String, character: Int)
        case badWeight(String)
        case badRepetition(String)
        case unsupportedMorphology
        case more(isError: Bool)
    }

    mutating func report(_ mistake: Mistake, from start: Int, to end: Int) {
        let told = Self.told(mistake, from: start, to: end)
        if mistakes.count < Self.mostMistakes { return mistakes.append(told) }
        if mistakes.count > Self.mostMistakes {
            guard told.isError, mistakes.last?.isError == false else { return }
            mistakes.removeLast()
        }
        mistakes.append(Self.told(.more(isError: told.isError), from: start, to: end))
    }

    /// For what one pattern may do many times.
    mutating func reportOnce(_ mistake: Mistake, from start: Int, to end: Int) {
        let told = Self.told(mistake, from: start, to: end)
        if !mistakes.contains(where: { $0.code == told.code }) { report(mistake, from: start, to: end) }
    }

    private static func told(_ mistake: Mistake, from start: Int, to end: Int) -> PatternMistake {
        let (isError, code, message, hint) = words(for: mistake)
        return PatternMistake(
            isError: isError, code: "pattern/" + code, message: message, hint: hint, start: start, end: end,
            fix: fix(of: mistake))
    }

    /// What is surely meant in place of the blamed bytes.
    private static func fix(of mistake: Mistake) -> PatternMistake.Fix? {
        switch mistake {
        case .blankBeforeArgument(let name): PatternMistake.Fix(title: "Write `$\(name)<…>`", replacement: "")
        case .unknownSpecial(let name):
            Spelling.nearest(to: name, among: specials).map {
                PatternMistake.Fix(title: "Write `$\($0)<…>`", replacement: "$\($0)")
            }
        default: nil
        }
    }

    private static func words(for mistake: Mistake) -> (isError: Bool, code: String, message: String, hint: String?) {
        switch mistake {
        case .empty:
            (
                false, "empty", "The pattern is empty, so it matches only when nothing is said.",
                "Write `*` to match anything."
            )
        case .tooLong(let length):
            (
                true, "too-long", "The pattern is \(length) bytes long; up to \(longest) are read.",
                "Move its parts into named patterns."
            )
        case .tooDeep:
            (
                true, "too-deep", "Brackets are nested more than \(deepest) deep.",
                "Move the inner part into a named pattern."
            )
        case .tooManyMembers(let count):
            (
                true, "too-many-members",
                "The `{}` has \(count) members; up to \(mostMembers) can be tried in any order.",
                "Use fewer members, or group those whose order is known with `( )`."
            )
        case .unclosed(let opener, let closer):
            (
                false, "unbalanced",
                "This `\(character(opener))` is never closed; it is read as if it ended with what is around it.",
                "Add `\(character(closer))` where the group ends."
            )
        case .unopened(let closer):
            (
                false, "unbalanced", "This `\(character(closer))` closes nothing, so it is ignored.",
                "Remove it, or add the opening bracket."
            )
        case .emptyLemma:
            (
                false, "empty-lemma", "A dictionary word is expected right after `~`.",
                "Write for example `~call`, without a blank."
            )
        case .unknownSpecial(let name): unknownSpecial(name)
        case .missingArgument(let name):
            (true, "missing-argument", "`$\(name)` needs an argument in angle brackets.", "Write `$\(name)<…>`.")
        case .blankBeforeArgument(let name):
            (
                false, "blank-before-argument",
                "There is a blank between `$\(name)` and its argument; it is read without.", "Write `$\(name)<…>`."
            )
        case .more(let isError):
            (isError, "more", "There is more wrong with this pattern.", "Mend what is told first and check again.")
        case .unterminated(let name):
            (
                true, "unterminated", "`$\(name)<` is never closed.",
                "End it with `>`, followed by a blank, a bracket or the end of the pattern."
            )
        case .badExpression(let message, let character):
            (
                true, "regexp", "The regular expression cannot be read at its character \(character): \(message).",
                "Correct it there; a special character that is meant literally needs a `\\` before it."
            )
        case .badWeight(let raw):
            (
                true, "weight", "`\(raw)` is no weight.",
                "Write a factor (`1.05`), an addition with its sign (`+0.2`, `-1`), or both (`1.5+0.2`)."
            )
        case .badRepetition(let raw):
            (
                true, "repeat", "Only a named pattern can be repeated, but `$repeat<…>` holds `\(raw)`.",
                "Declare it under `patterns:` and write `$repeat<$Name>`."
            )
        case .unsupportedMorphology:
            (
                false, "unsupported",
                "`$morph<…>` needs grammatical analysis of words, which is not available, so it never matches.",
                "List the words instead: `(first|second)`, or use `~word` for the forms of one word."
            )
        }
    }

    private static func unknownSpecial(_ name: String) -> (isError: Bool, code: String, message: String, hint: String?)
    {
        let near = Spelling.nearest(to: name, among: specials)
        let list = specials.map { "`$\($0)<>`" }.joined(separator: ", ")
        return (
            true, "unknown-special", "There is no `$\(name)<…>` in the pattern language.",
            near.map { "Did you mean `$\($0)<…>`?" } ?? "Known are \(list)."
        )
    }

    private static func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }
}
