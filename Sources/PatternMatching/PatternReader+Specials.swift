extension PatternReader {
    /// What `$` begins: a named pattern, or one of the words of the language such as `$regexp<…>`.
    mutating func readNamed() -> Int {
        let start = position
        position += 1
        let name = readName()
        let nameEnd = position
        if peek == UInt8(ascii: "<") { return readSpecial(name, from: start) }
        switch name {
        case "oneWord": return add(.oneWord, from: start)
        case "nonEmptyGarbage": return add(.nonEmptyGarbage, from: start)
        case _ where Self.specials.contains(name): return readDistantArgument(of: name, from: start)
        default:
            let alias = readAlias()
            reportMember(of: alias ?? name)
            return add(.reference(NamedReference(name: name, alias: alias, start: start, end: nameEnd)), from: start)
        }
    }

    static let specials = ["regexp", "regex", "regexp_i", "morph", "weight", "repeat", "entity"]

    /// `$regexp <…>`: the blank does no harm, for the name alone means nothing.
    private mutating func readDistantArgument(of name: String, from start: Int) -> Int {
        let nameEnd = position
        let bracket = skippedBlanks(from: position)
        guard bracket < bytes.count, bytes[bracket] == UInt8(ascii: "<") else {
            report(.missingArgument(name), from: start, to: nameEnd)
            return add(.never, from: start)
        }
        report(.blankBeforeArgument(name), from: nameEnd, to: bracket)
        position = bracket
        return readSpecial(name, from: start)
    }

    private mutating func readSpecial(_ name: String, from start: Int) -> Int {
        let rawStart = position + 1
        let isExpression = name.hasPrefix("reg")
        guard let rawEnd = isExpression ? endOfExpression(from: rawStart) : endOfArgument(from: rawStart) else {
            report(.unterminated(name), from: start, to: rawStart)
            position = endOfUnterminated(from: rawStart)
            return add(.never, from: start)
        }
        position = rawEnd + 1
        guard skippedBlanks(from: rawStart) < rawEnd || !Self.specials.contains(name) else {
            report(.missingArgument(name), from: start, to: position)
            return add(name == "weight" ? .nothing : .never, from: start)
        }
        return add(special(name, from: start, argument: rawStart..<rawEnd), from: start)
    }

    func endOfArgument(from start: Int) -> Int? { bytes[start...].firstIndex(of: UInt8(ascii: ">")) }

    /// Where reading goes on after an argument without end: at a blank, so that the rest of the pattern is still read.
    private mutating func endOfUnterminated(from start: Int) -> Int {
        guard lookahead > 0 else { return bytes.count }
        lookahead -= bytes.count - start
        var end = start
        while end < bytes.count, !isBlank(at: end), !Set(")]}|".utf8).contains(bytes[end]) { end += 1 }
        return end
    }

    private mutating func special(_ name: String, from start: Int, argument: Range<Int>) -> PatternNode.Kind {
        let raw = text(argument.lowerBound, argument.upperBound)
        switch name {
        case "regexp", "regex", "regexp_i": return expression(raw, ignoresCase: name == "regexp_i", at: argument)
        case "weight": return weight(raw, from: start)
        case "repeat": return repetition(raw, at: argument)
        case "entity": return .entity(.dictionary(trimmed(raw)), alias: readAlias())
        case "morph":
            reportOnce(.unsupportedMorphology, from: start, to: position)
            return .never
        default:
            report(.unknownSpecial(name), from: start, to: argument.lowerBound - 1)
            return .never
        }
    }

    /// `$repeat<$Name>`; an alias may stand inside or after the angle brackets.
    private mutating func repetition(_ raw: String, at argument: Range<Int>) -> PatternNode.Kind {
        let end = position
        position = argument.lowerBound
        skipBlanks()
        guard var reference = repeatedReference(before: argument.upperBound) else {
            position = end
            report(.badRepetition(raw), from: argument.lowerBound, to: argument.upperBound)
            return .never
        }
        position = end
        reference.alias = reference.alias ?? readAlias()
        return .repetition(reference)
    }

    private mutating func repeatedReference(before end: Int) -> NamedReference? {
        let start = position
        guard peek == UInt8(ascii: "$"), startsName(at: start + 1) else { return nil }
        position += 1
        let name = readName()
        let nameEnd = position
        let alias = readAlias()
        skipBlanks()
        guard position == end, !Self.specials.contains(name), name != "oneWord", name != "nonEmptyGarbage" else {
            return nil
        }
        return NamedReference(name: name, alias: alias, start: start, end: nameEnd)
    }

    /// `[factor][(+|-)addend]`: without a sign the number multiplies, with one it is added.
    private mutating func weight(_ raw: String, from start: Int) -> PatternNode.Kind {
        let raw = trimmed(raw)
        let split = raw.firstIndex { $0 == "+" || $0 == "-" } ?? raw.endIndex
        let factor = raw[..<split].isEmpty ? 1 : number(raw[..<split])
        let addend = split == raw.endIndex ? 0 : number(raw[split...])
        guard !raw.isEmpty, let factor, let addend else {
            let pointed = String(raw.map { $0 == "," ? "." : $0 })
            report(.badWeight(raw, meant: number(pointed[...]) == nil ? nil : pointed), from: start, to: position)
            return .nothing
        }
        return .weight(PatternWeight(factor: factor, addend: addend))
    }

    private func number(_ text: Substring) -> Double? {
        let text = String(text.filter { $0 != " " })
        guard text.allSatisfy({ "+-.0123456789".contains($0) }), let number = Double(text), number.isFinite else {
            return nil
        }
        return number
    }

    private func trimmed(_ text: String) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
