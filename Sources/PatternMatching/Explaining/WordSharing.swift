/// Which patterns ask for which words, themselves or by named patterns: for every test those that ask it.
struct WordSharing: Sendable {
    /// Whose elements ask for a word: a pattern by its number, or a definition as -1 less its number.
    private typealias Owner = Int32

    private var ownersOfTest: [[Owner]]
    private var ownersOfExpression: [[Owner]]
    /// For each definition who mentions it.
    private var ownersOfDefinition: [[Owner]]
    private let patternCount: Int

    init(_ program: PatternProgram, roots: [Int32], testCount: Int) {
        ownersOfTest = Array(repeating: [], count: testCount)
        ownersOfExpression = Array(repeating: [], count: program.expressions.count)
        ownersOfDefinition = Array(repeating: [], count: program.definitions.count)
        patternCount = roots.count
        var pattern = 0
        for (number, node) in program.nodes.enumerated() {
            // The last element of a pattern is its root.
            while node.origin.definition < 0, pattern + 1 < roots.count, roots[pattern] < number { pattern += 1 }
            let owner = node.origin.definition < 0 ? Owner(pattern) : -1 - node.origin.definition
            switch node.kind {
            case .word(let test): Self.add(owner, to: &ownersOfTest[Int(test)])
            case .reference(let definition), .repetition(let definition):
                Self.add(owner, to: &ownersOfDefinition[Int(definition)])
            case .expression(let number): Self.add(owner, to: &ownersOfExpression[Int(number)])
            default: continue
            }
        }
    }

    private static func add(_ owner: Owner, to owners: inout [Owner]) {
        if owners.last != owner { owners.append(owner) }
    }

    /// Of a longer phrase the words behind these are not looked at.
    private static let mostWords = 200

    /// The patterns that ask for words of a phrase, with the letters of these words; patterns by growing number.
    func lettersShared(with heard: HeardWords, _ slips: Slips, letters: [Int32]) -> [(
        pattern: Int, letters: Int
    )] {
        var asked = [[Int32]](repeating: [], count: min(letters.count, Self.mostWords))
        for test in heard.tests {
            var passage = heard.firstPassage(of: test)
            while passage >= 0 {
                let passed = heard.passages[Int(passage)]
                if passed.word < asked.count { asked[Int(passed.word)].append(test) }
                passage = passed.next
            }
        }
        for (test, passages) in slips.misspelt.passages {
            for passage in passages where passage.word < asked.count { asked[Int(passage.word)].append(test) }
        }
        for (expression, passages) in slips.unfit.passages {
            for word in Set(passages.flatMap(\.words)) where word < asked.count {
                asked[Int(word)].append(-1 - expression)
            }
        }
        var count = SharedLetters(patterns: patternCount, definitions: ownersOfDefinition.count)
        for (word, asked) in asked.enumerated() { add(asked, word, Int(letters[word]), to: &count) }
        return count.letters.enumerated().filter { $0.element > 0 }.map { ($0.offset, $0.element) }
    }

    private struct SharedLetters {
        var letters: [Int]
        /// The last word for which a pattern or a definition was met.
        var patterns: [Int]
        var definitions: [Int]

        init(patterns: Int, definitions: Int) {
            letters = Array(repeating: 0, count: patterns)
            self.patterns = Array(repeating: -1, count: patterns)
            self.definitions = Array(repeating: -1, count: definitions)
        }
    }

    /// - Parameter asked: tests by their numbers, and expressions as -1 less theirs.
    private func add(_ asked: [Int32], _ word: Int, _ letters: Int, to count: inout SharedLetters) {
        var open = asked.flatMap { $0 >= 0 ? ownersOfTest[Int($0)] : ownersOfExpression[Int(-1 - $0)] }
        while let owner = open.popLast() {
            if owner >= 0 {
                guard count.patterns[Int(owner)] != word else { continue }
                count.patterns[Int(owner)] = word
                count.letters[Int(owner)] += letters
            } else {
                let definition = Int(-1 - owner)
                guard count.definitions[definition] != word else { continue }
                count.definitions[definition] = word
                open += ownersOfDefinition[definition]
            }
        }
    }
}
