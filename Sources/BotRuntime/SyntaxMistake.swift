import Conversations
import ScriptSyntax
import SourceText

extension Diagnostic {
    /// A mistake in JavaScript, in words for people who write little of it.
    static func syntax(_ failure: TurnFailure, inBlock: Bool, in file: SourceFile) -> Diagnostic {
        let span = file.token(line: failure.line ?? 1, column: failure.column)
        let mistake = SyntaxMistake(
            engine: failure.message.replacing("SyntaxError: ", with: "", maxReplacements: 1),
            found: file.text(in: span),
            line: file.line(failure.line ?? 1), inBlock: inBlock)
        let diagnostic = Diagnostic(
            .error, failure.code, mistake.message, hint: failure.hint ?? mistake.hint, in: file, at: span)
        guard let (title, text) = mistake.fix else { return diagnostic }
        return diagnostic.fixed(title, replacing: span, by: text)
    }
}

/// What the engine says about a syntax error, and what was probably meant.
struct SyntaxMistake {
    private(set) var message: String
    private(set) var hint: String?
    private(set) var fix: (title: String, text: String)?

    /// - Parameters:
    ///   - engine: the engine's words.
    ///   - found: the word or mark at the place of the error.
    ///   - line: the whole line.
    ///   - inBlock: whether a tag at the beginning of the line is none.
    init(engine: String, found: String, line: String, inBlock: Bool) {
        (message, hint) = Self.words(for: engine, found: found)
        if engine == "unexpected character", Self.quotes.contains(found) {
            message = "`\(found)` is no quote of JavaScript."
            hint = "Write \"…\" or '…' around texts in scripts."
            fix = ("Write a straight quote", "\"")
        } else if inBlock, let tag = Self.tag(of: line) {
            hint =
                "`\(tag):` looks like a tag, and stands so far to the right that it is part of the script. "
                + "Move it to the left, to where `script:` begins."
        } else if engine == "expecting ';'", line.contains("await ") {
            hint = "`await` works in `async` functions only."
        } else if found == "=" {
            hint = "Write one `=` to give a value, and `===` to compare."
        }
    }

    private static let quotes: Set<String> = ["«", "»", "“", "”", "„", "‘", "’", "‚"]

    /// The tag that a line of a script seems to be.
    private static func tag(of line: String) -> String? {
        let word = line.drop { $0 == " " || $0 == "\t" }.prefix { $0.isLetter || $0 == "!" }
        let name = word.last == "!" ? word.dropLast() : word
        guard line[word.endIndex...].first == ":", TagCatalog.description(of: String(name)) != nil else { return nil }
        return String(word)
    }

    private static func words(for engine: String, found: String) -> (String, String?) {
        let here = found.isEmpty ? "the end of the line" : "`\(found)`"
        let missing = "Perhaps an operator, a comma, a quote or a bracket is missing before it."
        switch engine {
        case "expecting ';'":
            return ")]}".contains(found) && !found.isEmpty
                ? ("This \(here) closes nothing.", "Remove it, or open a bracket before it.")
                : ("JavaScript does not expect \(here) here.", missing)
        case _ where engine.hasPrefix("unexpected token in expression") && found == "else":
            return (
                "This `else` has no `if`.", "An `else` follows directly after the statement or the `}` of its `if`."
            )
        case _ where engine.hasPrefix("unexpected token in expression"):
            return ("Something is missing before \(here).", "A value, a name or a closing bracket belongs there.")
        case _ where engine.hasPrefix("Unexpected"), "expected '}' after template expression":
            return ("JavaScript does not expect \(here) here.", missing)
        case _ where engine.hasPrefix("expecting '"):
            return ("`\(engine.dropFirst(11).dropLast())` is missing before \(here).", nil)
        case _ where engine.hasPrefix("this `"), _ where engine.hasPrefix("`import`"):
            return (engine.prefix(1).uppercased() + engine.dropFirst() + ".", nil)
        case "unexpected character": return ("\(here) means nothing in JavaScript.", "Put texts in quotes.")
        default: return known[engine] ?? ("JavaScript: \(engine).", nil)
        }
    }

    private static let known: [String: (String, String?)] = [
        "there is no code here": ("An expression is missing here.", nil),
        "the code ends too early; something is missing here": (
            "The code ends too early: something is missing after this.", nil
        ),
        "unexpected end of string": (
            "This text is not closed.",
            "Its closing quote must stand on the same line; texts in `…` may have several lines."
        ),
        "invalid number literal": ("A name cannot begin with a digit, and a number holds no letters.", nil),
        "variable name expected": (
            "The name of a variable is missing here.", "Words of the language such as `class` or `new` cannot be names."
        ),
        "function name expected": (
            "The function has no name.", "Write `function name(…) { … }`, or `var name = function (…) { … };`."
        ),
        "missing initializer for variable": ("A `const` needs a value: `const name = …`.", nil),
        "invalid redefinition of lexical identifier": (
            "This name was declared before in the same block.", "Leave `let` or `const` away to give it a new value."
        ),
        "invalid assignment left-hand side": (
            "What stands to the left of this `=` cannot take a value.", "To compare two values, write `===`."
        ),
        "unexpected line terminator in regexp": ("This regular expression is not closed by a `/`.", nil),
        "unexpected end of regexp": ("This regular expression is not closed by a `/`.", nil),
        "unexpected end of comment": ("This comment is not closed by `*/`.", nil),
        "expecting field name": ("The name of a member is missing after the dot.", nil),
        "expected 'of' or 'in' in for control expression": (
            "The parts of this `for` are not separated as they must be.",
            "Write `for (var i = 0; i < n; i++)`, with semicolons."
        ),
        "expecting catch or finally": ("This `try` has no `catch`.", "Write `catch (error) { … }` after its `}`."),
        "the code closes a bracket that it has not opened": ("A bracket is closed that was not opened.", nil),
    ]
}
