// Texts, comments and regular expressions: what holds no code.
extension JavaScriptScanner {
    /// A string ends with its line at the latest, so that a forgotten quote spoils one line; a backslash at the line's end carries it on.
    mutating func string(_ quote: UInt8) -> JavaScriptToken {
        var place = position + 1
        while place < end, bytes[place] != UInt8(ascii: "\n") {
            if bytes[place] == quote { return take(.string, to: place + 1, leaving: .value) }
            place = afterCharacter(place)
        }
        return take(.string, to: min(place, end), leaving: .value, isUnclosed: true)
    }

    /// Past a character, or a backslash with what it escapes.
    private func afterCharacter(_ place: Int) -> Int {
        guard bytes[place] == UInt8(ascii: "\\") else { return place + 1 }
        let isLineEnd =
            place + 2 < end && bytes[place + 1] == UInt8(ascii: "\r") && bytes[place + 2] == UInt8(ascii: "\n")
        return min(place + (isLineEnd ? 3 : 2), end)
    }

    /// From a back quote, or from the brace that ends a `${ }`, to the next `${` or the end of the template.
    mutating func template(_ closed: JavaScriptToken.Kind, open: JavaScriptToken.Kind) -> JavaScriptToken {
        var place = position + 1
        while place < end, bytes[place] != UInt8(ascii: "`") {
            if bytes[place] == UInt8(ascii: "$"), place + 1 < end, bytes[place + 1] == UInt8(ascii: "{") {
                braces.append(.substitution)
                return take(open, to: place + 2, leaving: .operation)
            }
            place = afterCharacter(place)
        }
        guard place < end else { return take(closed, to: end, leaving: .value, isUnclosed: true) }
        return take(closed, to: place + 1, leaving: .value)
    }

    // MARK: Comments

    /// What stands before a comment stands before what follows it, too.
    mutating func comment(to end: Int, isUnclosed: Bool = false) -> JavaScriptToken {
        take(.comment, to: end, leaving: before, isUnclosed: isUnclosed)
    }

    private mutating func blockComment() -> JavaScriptToken {
        var place = position + 2
        while place + 1 < end {
            if bytes[place] == UInt8(ascii: "*"), bytes[place + 1] == UInt8(ascii: "/") {
                return comment(to: place + 2)
            }
            place += 1
        }
        return comment(to: end, isUnclosed: true)
    }

    // MARK: Slashes

    mutating func slash() -> JavaScriptToken {
        switch peek(1) {
        case UInt8(ascii: "/"): return comment(to: endOfLine())
        case UInt8(ascii: "*"): return blockComment()
        default: break
        }
        let isDoubtful = before == .block || before == .object
        var token =
            if beginsExpression, let end = endOfExpression() {
                take(.expression, to: end, leaving: .value)
            } else {
                take(.sign, to: position + (peek(1) == UInt8(ascii: "=") ? 2 : 1), leaving: .operation)
            }
        token.isDoubtful = isDoubtful
        return token
    }

    /// Each looks on to the end of its line; after so many unclosed ones the rest of a line is taken for divisions.
    private static let mostUnclosedSlashes = 16

    /// Past `/…/flags`, or `nil` when it is not closed on its line. A slash inside of `[…]` does not end it.
    private mutating func endOfExpression() -> Int? {
        if position < unclosedSlashes.lineEnd, unclosedSlashes.count >= Self.mostUnclosedSlashes { return nil }
        var place = position + 1
        var isInClass = false
        while place < end, bytes[place] != UInt8(ascii: "\n") {
            switch bytes[place] {
            case UInt8(ascii: "\\") where place + 1 < end && bytes[place + 1] != UInt8(ascii: "\n"): place += 1
            case UInt8(ascii: "["): isInClass = true
            case UInt8(ascii: "]"): isInClass = false
            case UInt8(ascii: "/") where !isInClass: return endOfWord(place + 1)
            default: break
            }
            place += 1
        }
        unclosedSlashes = (place, unclosedSlashes.lineEnd == place ? unclosedSlashes.count + 1 : 1)
        return nil
    }
}
