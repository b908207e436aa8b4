import PatternMatching

/// Everything that may stand in a rule, as numbers: words, beginnings of words, sets of words, regular expressions and other rules.
struct SymbolTable: Sendable {
    private(set) var count = 0
    private var names: [String: Int32] = [:]
    /// Whole words, and beginnings of words.
    private(set) var words = Spellings()
    private(set) var prefixes = Spellings()
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
        let numbers = Set(texts).map { words.number(of: $0) }.sorted()
        let starts = Set(beginnings).map { prefixes.number(of: $0) }.sorted()
        let key = numbers + [-1] + starts
        if let symbol = classes[key] { return symbol }
        let symbol = next()
        classes[key] = symbol
        for number in numbers { words.add(symbol, to: number) }
        for number in starts { prefixes.add(symbol, to: number) }
        return symbol
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

/// Texts of one kind, and the symbols that each of them is.
struct Spellings: Sendable {
    /// By number.
    private(set) var symbols: [[Int32]] = []
    /// The numbers, by the hash of the letters.
    private(set) var table = FlatTable()
    private var numbers: [String: Int32] = [:]

    mutating func number(of text: String) -> Int32 {
        if let number = numbers[text] { return number }
        let number = Int32(symbols.count)
        numbers[text] = number
        symbols.append([])
        table.set(text.unicodeScalars.reduce(PhraseTokens.seed) { PhraseTokens.hash($0, $1.value) }, to: number)
        return number
    }

    mutating func add(_ symbol: Int32, to number: Int32) { symbols[Int(number)].append(symbol) }
}
