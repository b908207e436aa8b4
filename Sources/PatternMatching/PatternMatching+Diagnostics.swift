import SourceText

// Every sentence this room says to authors.
extension PatternReader.Mistake {
    // MARK: The whole pattern

    static let empty = Self(
        .warning, "pattern/empty", "The pattern is empty, so it matches only when nothing is said.",
        hint: "Write `*` to match anything.")

    static func tooLong(_ length: Int) -> Self {
        Self(
            .error, "pattern/too-long",
            "The pattern is \(length) bytes long; up to \(PatternReader.longest) are read.",
            hint: "Move its parts into named patterns.")
    }

    static func more(_ severity: Severity) -> Self {
        Self(
            severity, "pattern/more", "There is more wrong with this pattern.",
            hint: "Mend what is told first and check again.")
    }

    // MARK: Brackets and alternatives

    static let tooDeep = Self(
        .error, "pattern/too-deep", "Brackets are nested more than \(PatternReader.deepest) deep.",
        hint: "Move the inner part into a named pattern.")

    static func tooManyMembers(_ count: Int) -> Self {
        Self(
            .error, "pattern/too-many-members",
            "The `{}` has \(count) members; up to \(PatternReader.mostMembers) can be tried in any order.",
            hint: "Use fewer members, or group those whose order is known with `( )`.")
    }

    static func unclosed(_ opener: UInt8, _ closer: UInt8) -> Self {
        Self(
            .warning, "pattern/unbalanced",
            "This `\(character(opener))` is never closed; it is read as if it ended with what is around it.",
            hint: "Add `\(character(closer))` where the group ends.")
    }

    static func unopened(_ closer: UInt8) -> Self {
        Self(
            .warning, "pattern/unbalanced", "This `\(character(closer))` closes nothing, so it is ignored.",
            hint: "Remove it, or add the opening bracket.")
    }

    static let emptyGroup = Self(
        .warning, "pattern/empty-group", "There is nothing between these brackets, so they ask for nothing.",
        hint: "Write what belongs between them, or remove them.")

    /// - Parameter isDoubled: two separators in a row, of which one is surely too much.
    static func emptyAlternative(_ separator: UInt8, isDoubled: Bool) -> Self {
        let sign = character(separator)
        return Self(
            .warning, "pattern/empty-alternative",
            "An alternative beside this `\(sign)` is empty, so all the others may be left out as well.",
            hint: "Remove the `\(sign)`; if the words may be left out, put them in `[ ]`.",
            fix: isDoubled ? PatternMistake.Fix(title: "Remove the `\(sign)`", replacement: "") : nil)
    }

    static func command(_ command: String) -> Self {
        Self(
            .warning, "pattern/command",
            "`/` parts alternatives, so `\(command)` matches the word after it, and also when nothing is said.",
            hint: "Write the command as `$regex<\(command)>`.",
            fix: PatternMistake.Fix(title: "Write `$regex<\(command)>`", replacement: "$regex<\(command)>"))
    }

    static func bareAlternatives(_ separator: UInt8) -> Self {
        let sign = character(separator)
        return Self(
            .warning, "pattern/bare-alternatives",
            "This `\(sign)` parts all of the `{ }`: either what stands before it is said, or what stands after it.",
            hint: "Put the alternatives in brackets of their own: `{a (b\(sign)c)}`.")
    }

    static func bracketInWord(_ first: String, _ last: String) -> Self {
        Self(
            .warning, "pattern/bracket-in-word",
            "Brackets part words, so `\(first)` and `\(last)` are two words here.",
            hint: "Write every form in full, like `(color/colour)`.")
    }

    // MARK: Words

    /// - Parameter isBeforeGroup: `~(call/ring)`, where each word needs one.
    static func emptyLemma(isBeforeGroup: Bool) -> Self {
        Self(
            .warning, "pattern/empty-lemma", "A dictionary word is expected right after `~`.",
            hint: isBeforeGroup
                ? "Write it before each of the words: `(~call/~ring)`." : "Write for example `~call`, without a blank.")
    }

    static let starredLemma = Self(
        .warning, "pattern/starred-lemma",
        "`~` stands for all forms of the word already; the star beside it is ignored.",
        hint: "Remove the star; or remove the `~` if any word with these letters is meant.")

    static func bareExpression(_ sign: UInt8) -> Self {
        Self(
            .warning, "pattern/bare-expression",
            "`\(character(sign))` has no such meaning here: outside of `$regexp<…>` a pattern is made of words.",
            hint: "Put what is meant as a regular expression into `$regexp<…>`, like `$regexp<\\d+>`.")
    }

    static func timeAsValue(_ hours: String, _ minutes: String) -> Self {
        Self(
            .warning, "pattern/time-as-value",
            "`\(hours):\(minutes)` is read as the word `\(hours)` with the value `\(minutes)`.",
            hint: "A time that is said is two words; write `\(hours) \(minutes)`.",
            fix: PatternMistake.Fix(title: "Write `\(hours) \(minutes)`", replacement: "\(hours) \(minutes)"))
    }

    // MARK: Names

    static let emptyEntity = Self(
        .warning, "pattern/empty-entity", "The name of an entity is expected right after `@`.",
        hint: "Write for example `@City`, without a blank. The sign `@` itself is never a word of what is said.")

    static let emptyAlias = Self(
        .warning, "pattern/empty-alias", "A name is expected after `::`.",
        hint: "Write for example `$City::Home`, or remove the colons.")

    static func misplacedAlias(_ name: String) -> Self {
        Self(
            .warning, "pattern/misplaced-alias",
            "Only `$Name`, `@entity`, `$entity<…>` and `$repeat<…>` can have another name; `::\(name)` is ignored here.",
            hint: "Declare what stands before it under `patterns:`, like `$\(name) = …`, and write `$\(name)` here.")
    }

    static func member(_ member: String, of name: String) -> Self {
        Self(
            .warning, "pattern/member", "`.\(member)` is read as one more word that must be said.",
            hint:
                "What was matched is read by scripts: `$parseTree._\(name)`. For the word itself put a blank before it."
        )
    }

    // MARK: Words of the language

    static func unknownSpecial(_ name: String) -> Self {
        let near = Spelling.nearest(to: name, among: PatternReader.specials)
        let list = PatternReader.specials.map { "`$\($0)<>`" }.joined(separator: ", ")
        return Self(
            .error, "pattern/unknown-special", "There is no `$\(name)<…>` in the pattern language.",
            hint: near.map { "Did you mean `$\($0)<…>`?" } ?? "Known are \(list).",
            fix: near.map { PatternMistake.Fix(title: "Write `$\($0)<…>`", replacement: "$\($0)") })
    }

    static func missingArgument(_ name: String) -> Self {
        Self(
            .error, "pattern/missing-argument", "`$\(name)` needs an argument in angle brackets.",
            hint: "Write `$\(name)<…>`.")
    }

    static func blankBeforeArgument(_ name: String) -> Self {
        Self(
            .warning, "pattern/blank-before-argument",
            "There is a blank between `$\(name)` and its argument; it is read without.", hint: "Write `$\(name)<…>`.",
            fix: PatternMistake.Fix(title: "Write `$\(name)<…>`", replacement: ""))
    }

    static func unterminated(_ name: String) -> Self {
        Self(
            .error, "pattern/unterminated", "`$\(name)<` is never closed.",
            hint: "End it with `>`, followed by a blank, a bracket or the end of the pattern.")
    }

    static func badExpression(_ message: String, character: Int) -> Self {
        Self(
            .error, "pattern/regexp",
            "The regular expression cannot be read at its character \(character): \(message).",
            hint: "Correct it there; a special character that is meant literally needs a `\\` before it.")
    }

    static func blankInExpression(_ meant: String) -> Self {
        Self(
            .warning, "pattern/blank-in-expression",
            "This regular expression asks for a blank at its edge, but it is given whole words only, so it never matches.",
            hint: "Remove the blanks inside the angle brackets.",
            fix: PatternMistake.Fix(title: "Remove the blanks", replacement: meant))
    }

    /// - Parameter meant: the same with a point for its comma, when it is a weight then.
    static func badWeight(_ raw: String, meant: String?) -> Self {
        Self(
            .error, "pattern/weight", "`\(raw)` is no weight.",
            hint: "Write a factor (`1.05`), an addition with its sign (`+0.2`, `-1`), or both (`1.5+0.2`).",
            fix: meant.map { PatternMistake.Fix(title: "Write `\($0)`", replacement: "$weight<\($0)>") })
    }

    static func badRepetition(_ raw: String) -> Self {
        Self(
            .error, "pattern/repeat", "Only a named pattern can be repeated, but `$repeat<…>` holds `\(raw)`.",
            hint: "Declare it under `patterns:` and write `$repeat<$Name>`.")
    }

    static let unsupportedMorphology = Self(
        .warning, "pattern/unsupported",
        "`$morph<…>` needs grammatical analysis of words, which is not available, so it never matches.",
        hint: "List the words instead: `(first|second)`, or use `~word` for the forms of one word.")

    private static func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }
}
