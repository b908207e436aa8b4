import PatternMatching

/// Everything that may stand in a rule, as numbers: words, beginnings of words, sets of words, regular expressions and other rules.
struct SymbolTable: Sendable {
    private(set) var count = 0
    private var names: [String: Int32] = [:]
    /// For the number of a word those symbols that it is.
    private(set) var symbolsOfWord: [[Int32]] = []
    private var wordNumbers: [String: Int32] = [:]
    /// By the hash of its letters.
    private(set) var words = FlatTable()
    private(set) var prefixes = FlatTable()
    private(set) var symbolsOfPrefix: [[Int32]] = []
    private var prefixNumbers: [String: Int32] = [:]
    private(set) var expressions: [(symbol: Int32, expression: PrefixExpression)] = []
    private var expressionNumbers: [String: Int32] = [:]
    private var classes: [[Int32]: Int32] = [:]
    private(set) var ruleNames: [Int32: String] = [:]
    /// For each first byte the expressions that may begin with it.
    private(set) var expressionsByByte: [[Int32]] = []
    /// For each expression a sign without which it fits nowhere.
    private(set) var neededSigns: [UInt8?] = []

    private mutating func next() -> Int32 {
        defer { count += 1 }
        return Int32(count)
    }

    func named(_ name: String) -> Int32? { names[name] }

    mutating func rule(_ name: String) -> Int32 {
        if let symbol = names[name] { return symbol }
        let symbol = next()
        names[name] = symbol
        ruleNames[symbol] = name
        return symbol
    }

    /// The symbol of one word, or of one sign.
    mutating func word(_ text: Substring) -> Int32 { wordSet([String(text)], prefixes: []) }

    /// The symbol of any of these words and beginnings of words.
    mutating func wordSet(_ texts: [String], prefixes beginnings: [String]) -> Int32 {
        let numbers = Set(texts).map { wordNumber($0) }.sorted()
        let starts = Set(beginnings).map { prefixNumber($0) }.sorted()
        let key = numbers + [-1] + starts
        if let symbol = classes[key] { return symbol }
        let symbol = next()
        classes[key] = symbol
        for number in numbers { symbolsOfWord[Int(number)].append(symbol) }
        for number in starts { symbolsOfPrefix[Int(number)].append(symbol) }
        return symbol
    }

    private mutating func wordNumber(_ text: String) -> Int32 {
        if let number = wordNumbers[text] { return number }
        let number = Int32(symbolsOfWord.count)
        wordNumbers[text] = number
        symbolsOfWord.append([])
        words.set(Self.hash(text), to: number)
        return number
    }

    private mutating func prefixNumber(_ text: String) -> Int32 {
        if let number = prefixNumbers[text] { return number }
        let number = Int32(symbolsOfPrefix.count)
        prefixNumbers[text] = number
        symbolsOfPrefix.append([])
        prefixes.set(Self.hash(text), to: number)
        return number
    }

    private static func hash(_ text: String) -> UInt64 {
        text.unicodeScalars.reduce(PhraseTokens.seed) { PhraseTokens.hash($0, $1.value) }
    }

    /// - Returns: `nil` when it cannot be read.
    mutating func expression(_ source: String) -> Int32? {
        if let symbol = expressionNumbers[source] { return symbol }
        guard let expression = PrefixExpression(source) else { return nil }
        let symbol = next()
        expressionNumbers[source] = symbol
        expressions.append((symbol, expression))
        return symbol
    }

    mutating func finish() {
        neededSigns = expressions.map(\.expression.neededSign)
        expressionsByByte = (0..<256).map { byte in
            expressions.indices.filter { expressions[$0].expression.mayBegin(with: UInt8(byte)) }.map(Int32.init)
        }
    }
}
