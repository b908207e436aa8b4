/// The names that stand in a piece of JavaScript, outside of strings, comments and regular expressions, each with its neighbours.
///
/// It knows tokens and no grammar; what a name means is the engine's to say. Linear in the code, whatever it holds.
struct CodeTokens {
    /// What stands beside a name, as far as it matters for finding a use.
    enum Neighbour: UInt8 {
        /// `.` or `?.`, but not `...`.
        case dot
        /// `=` and `+=`, but not `==` or `=>`.
        case assignment
        /// `++` or `--`.
        case step
        case colon, comma
        /// `in` or `of`.
        case loop
        /// `var`, `let`, `const`, `function`, `class`.
        case declaration
        case other
    }

    struct Name {
        let range: Range<Int>
        let before: Neighbour
        var after = Neighbour.other
    }

    private(set) var names: [Name] = []
    /// The first bracket that closes nothing, or another kind of bracket than was opened.
    private(set) var strayBracket: Int?
    /// The brackets that nothing has closed, outermost first.
    private(set) var openBrackets: [Int] = []
    let code: [UInt8]
    var position = 0
    /// Of the token before `position`.
    private var last = Neighbour.other
    /// Whether the last token ends a value, so that a slash after it divides.
    var endsValue = false
    private var lastIsName = false
    /// For each open `${`, how many brackets are open in it.
    var templates: [Int] = []

    init(_ code: [UInt8]) {
        self.code = code
        while position < code.count { step() }
    }

    func text(of name: Name) -> String { String(decoding: code[name.range], as: UTF8.self) }

    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...: true
        default: false
        }
    }

    func byte(_ distance: Int = 0) -> UInt8 {
        position + distance < code.count ? code[position + distance] : 0
    }

    private mutating func step() {
        switch byte() {
        case 0...32: position += 1
        case UInt8(ascii: "/"): slash()
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            quoted(by: byte())
            passed(.other, endsValue: true)
        case UInt8(ascii: "`"): template()
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            while Self.isNameByte(byte()) || byte() == UInt8(ascii: ".") { position += 1 }
            passed(.other, endsValue: true)
        case let byte where Self.isNameByte(byte): word()
        default: mark()
        }
    }

    /// Notes the token that ends here as neighbour of the name before and of what follows.
    mutating func passed(_ kind: Neighbour, endsValue: Bool) {
        if lastIsName { names[names.count - 1].after = kind }
        lastIsName = false
        last = kind
        self.endsValue = endsValue
    }

    private mutating func word() {
        let start = position
        while Self.isNameByte(byte()) { position += 1 }
        let text = String(decoding: code[start..<position], as: UTF8.self)
        let kind: Neighbour =
            switch text {
            case "in", "of": .loop
            case "var", "let", "const", "function", "class": .declaration
            default: .other
            }
        let before = last
        passed(kind, endsValue: before == .dot || !Self.beforeValues.contains(text))
        names.append(Name(range: start..<position, before: before))
        lastIsName = true
    }

    /// Words after which a value begins, so a slash there begins a regular expression.
    private static let beforeValues: Set = [
        "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "do", "else", "instanceof", "await",
        "yield",
    ]

    private mutating func mark() {
        let first = byte()
        let second = byte(1)
        switch first {
        case UInt8(ascii: "."):
            let dots = second == first && byte(2) == first
            advance(dots ? 3 : 1, dots ? .other : .dot)
        case UInt8(ascii: "?") where second == UInt8(ascii: ".") && !(48...57).contains(byte(2)): advance(2, .dot)
        case UInt8(ascii: ":"): advance(1, .colon)
        case UInt8(ascii: ","): advance(1, .comma)
        case UInt8(ascii: "+") where second == first, UInt8(ascii: "-") where second == first: advance(2, .step)
        case UInt8(ascii: "="):
            if second == UInt8(ascii: ">") { return advance(2, .other) }
            let isComparison = second == first
            advance(isComparison ? (byte(2) == first ? 3 : 2) : 1, isComparison ? .other : .assignment)
        case UInt8(ascii: "{"): open()
        case UInt8(ascii: "}"): close()
        case UInt8(ascii: "("), UInt8(ascii: "["):
            openBrackets.append(position)
            advance(1, .other)
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
            closeBracket(opening: first == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "["))
            advance(1, .other, endsValue: true)
        default: operation()
        }
    }

    mutating func advance(_ count: Int, _ kind: Neighbour, endsValue: Bool = false) {
        position = min(position + count, code.count)
        passed(kind, endsValue: endsValue)
    }

    /// `+`, `&&=`, `<=`, …: an assignment when it ends in `=` and compares nothing.
    mutating func operation() {
        let compares = [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!")].contains(byte())
        let isShift = compares && byte(1) == byte() && byte() != UInt8(ascii: "!")
        var length = 1
        while length < 3, byte(length) == byte() { length += 1 }
        guard byte(length) == UInt8(ascii: "=") else { return advance(length, .other) }
        guard compares, !isShift else { return advance(length + 1, .assignment) }
        advance(byte(length + 1) == UInt8(ascii: "=") ? length + 2 : length + 1, .other)
    }

    /// The first bracket that does not fit to the innermost open one is the stray one.
    private mutating func closeBracket(opening: UInt8) {
        guard strayBracket == nil else { return }
        if let last = openBrackets.last, code[last] == opening {
            openBrackets.removeLast()
        } else {
            strayBracket = position
        }
    }

    private mutating func open() {
        openBrackets.append(position)
        if !templates.isEmpty { templates[templates.count - 1] += 1 }
        advance(1, .other)
    }

    private mutating func close() {
        guard let depth = templates.last else {
            closeBracket(opening: UInt8(ascii: "{"))
            return advance(1, .other, endsValue: true)
        }
        if depth > 0 {
            closeBracket(opening: UInt8(ascii: "{"))
            templates[templates.count - 1] = depth - 1
            return advance(1, .other, endsValue: true)
        }
        templates.removeLast()
        template()
    }
}
