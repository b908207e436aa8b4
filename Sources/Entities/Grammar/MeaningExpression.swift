/// What a rule makes of its parts: `coming(weekday($Weekday))`, `$Number >= 1 and $Number <= 12`.
indirect enum MeaningExpression: Sendable {
    case constant(Meaning)
    /// The meaning of a named part, as written; `bind` turns it into a place.
    case variable(String)
    /// The meaning of the part at that place of the rule.
    case part(Int)
    /// The words of the part at that place.
    case words(Int)
    /// A group of the regular expression at that place.
    case group(part: Int, Int)
    /// The words of such a group.
    case groupWords(part: Int, Int)
    case call(MeaningFunction, [MeaningExpression])
    case operation(Operation, MeaningExpression, MeaningExpression)

    enum Operation: Sendable { case or, and, less, lessOrEqual, equal, unequal, plus, minus, times, divided }
}

/// A function of the algebra; `nil` when there is no such thing, and the rule does not hold.
struct MeaningFunction: Sendable {
    let name: String
    let body: @Sendable ([Meaning], MeaningContext) -> Meaning?
}

/// Reads the text of a meaning.
struct MeaningReader {
    private let characters: [Character]
    private var position = 0
    private let functions: [String: MeaningFunction]

    struct Mistake: Error { let message: String }

    init(_ text: String, functions: [String: MeaningFunction]) {
        characters = Array(text)
        self.functions = functions
    }

    mutating func read() throws(Mistake) -> MeaningExpression {
        let expression = try readOr()
        skipBlanks()
        guard position == characters.count else {
            throw Mistake(message: "`\(String(characters[position...]))` is not understood here.")
        }
        return expression
    }

    private mutating func readOr() throws(Mistake) -> MeaningExpression {
        var left = try readAnd()
        while takes(word: "or") { left = .operation(.or, left, try readAnd()) }
        return left
    }

    private mutating func readAnd() throws(Mistake) -> MeaningExpression {
        var left = try readComparison()
        while takes(word: "and") { left = .operation(.and, left, try readComparison()) }
        return left
    }

    private mutating func readComparison() throws(Mistake) -> MeaningExpression {
        let left = try readSum()
        if takes("<=") { return .operation(.lessOrEqual, left, try readSum()) }
        if takes(">=") { return .operation(.lessOrEqual, try readSum(), left) }
        if takes("==") { return .operation(.equal, left, try readSum()) }
        if takes("!=") { return .operation(.unequal, left, try readSum()) }
        if takes("<") { return .operation(.less, left, try readSum()) }
        if takes(">") { return .operation(.less, try readSum(), left) }
        return left
    }

    private mutating func readSum() throws(Mistake) -> MeaningExpression {
        var left = try readProduct()
        while true {
            if takes("+") {
                left = .operation(.plus, left, try readProduct())
            } else if takes("-") {
                left = .operation(.minus, left, try readProduct())
            } else {
                return left
            }
        }
    }

    private mutating func readProduct() throws(Mistake) -> MeaningExpression {
        var left = try readOne()
        while true {
            if takes("*") {
                left = .operation(.times, left, try readOne())
            } else if takes("/") {
                left = .operation(.divided, left, try readOne())
            } else {
                return left
            }
        }
    }

    private mutating func readOne() throws(Mistake) -> MeaningExpression {
        skipBlanks()
        guard position < characters.count else { throw Mistake(message: "Something is missing at the end.") }
        let character = characters[position]
        if takes("(") {
            let inner = try readOr()
            guard takes(")") else { throw Mistake(message: "A bracket `)` is missing.") }
            return inner
        }
        if takes("-") { return .operation(.minus, .constant(.number(0)), try readOne()) }
        if takes("$") { return .variable(takeName()) }
        if character == "'" || character == "\"" { return try readText(until: character) }
        if character.isNumber { return readNumber() }
        return try readCall()
    }

    private mutating func readText(until quote: Character) throws(Mistake) -> MeaningExpression {
        let start = position + 1
        guard let end = characters[start...].firstIndex(of: quote) else {
            throw Mistake(message: "A quote `\(quote)` is missing.")
        }
        position = end + 1
        return .constant(.text(String(characters[start..<end])))
    }

    private mutating func readNumber() -> MeaningExpression {
        let start = position
        while position < characters.count, characters[position].isNumber || characters[position] == "." {
            position += 1
        }
        return .constant(.number(Double(String(characters[start..<position])) ?? 0))
    }

    private mutating func readCall() throws(Mistake) -> MeaningExpression {
        let name = takeName()
        guard takes("(") else {
            if let grain = Grain(name: name) { return .constant(.grain(grain)) }
            throw Mistake(message: "`\(name)` is neither a grain nor a function with its brackets.")
        }
        guard let function = functions[name] else { throw Mistake(message: "There is no function `\(name)`.") }
        var arguments: [MeaningExpression] = []
        while !takes(")") {
            arguments.append(try readOr())
            guard takes(",") || isNext(")") else { throw Mistake(message: "A `,` or `)` is missing.") }
        }
        return .call(function, arguments)
    }

    // MARK: Characters

    private mutating func skipBlanks() {
        while position < characters.count, characters[position].isWhitespace { position += 1 }
    }

    private mutating func isNext(_ text: String) -> Bool {
        skipBlanks()
        return characters[position...].starts(with: text)
    }

    private mutating func takes(_ text: String) -> Bool {
        guard isNext(text) else { return false }
        position += text.count
        return true
    }

    private mutating func takes(word: String) -> Bool {
        guard isNext(word) else { return false }
        let end = position + word.count
        guard end >= characters.count || !(characters[end].isLetter || characters[end] == "_") else { return false }
        position = end
        return true
    }

    private mutating func takeName() -> String {
        let start = position
        while position < characters.count,
            characters[position].isLetter || characters[position].isNumber || characters[position] == "_"
        {
            position += 1
        }
        return String(characters[start..<position])
    }
}
