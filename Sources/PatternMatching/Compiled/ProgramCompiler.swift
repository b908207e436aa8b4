/// Turns trees into a program.
struct ProgramCompiler {
    let library: PatternLibrary
    private(set) var program = PatternProgram()
    private(set) var tests = WordTestCollector()
    /// The number in the program of a definition of the library.
    private var definitionNumbers: [Int: Int32] = [:]
    /// Definitions of the library that wait to be compiled, by their number in the program.
    private var waiting: [(library: Int, program: Int)] = []
    /// The numbers in the library of the program's definitions.
    private(set) var libraryNumbers: [Int] = []
    private var expressionNumbers: [String: Int32] = [:]
    private var entityNumbers: [EntityName: Int32] = [:]
    private var tree = PatternTree(source: "", nodes: [], root: 0)
    private var owner: Int32 = -1
    /// The number of the tree's first element in the library's numbering; -1 for a pattern of its own.
    private var libraryBase = -1

    init(library: PatternLibrary) { self.library = library }

    /// The number of the first element of a pattern.
    mutating func compile(_ pattern: PatternTree) -> Int32 {
        tree = pattern
        owner = -1
        libraryBase = -1
        let root = compile(pattern.root)
        while let next = waiting.popLast() { compileDefinition(next.library, as: next.program) }
        return root
    }

    private mutating func compileDefinition(_ number: Int, as programNumber: Int) {
        let definition = library.definitions[number]
        tree = definition.tree
        owner = Int32(programNumber)
        libraryBase = definition.base
        program.definitions[programNumber].first = Int32(program.nodes.count)
        program.definitions[programNumber].root = compile(definition.tree.root)
    }

    private mutating func compile(_ index: Int) -> Int32 {
        switch tree.nodes[index].kind {
        case .nothing: add(.nothing, index)
        case .never: add(.never, index)
        case .word, .part, .lemma, .grammar: add(.word(wordTest(index)!), index)
        case .oneWord: add(.oneWord, index)
        case .garbage: add(.star, index)
        case .nonEmptyGarbage: add(.filler, index)
        case .expression(let expression): add(.expression(number(of: expression)), index)
        case .entity(let entity, _): add(.entity(number(of: entity)), index)
        case .weight(let weight): addWeight(weight, index)
        case .reference: addReference(index) { .reference($0) }
        case .repetition: addReference(index) { .repetition($0) }
        case .sequence(let members): addSequence(members, index)
        case .choice(let members): addChoice(members, index)
        case .optional(let member): addOptional(compile(member), index)
        case .permutation(let members): addPermutation(members, index)
        case .valued(let member, _): addValued(member, index)
        }
    }

    private mutating func add(_ kind: ProgramNode.Kind, _ index: Int) -> Int32 {
        let origin = ProgramNode.Origin(definition: owner, node: Int32(index))
        program.nodes.append(ProgramNode(kind: kind, origin: origin))
        return Int32(program.nodes.count - 1)
    }

    private mutating func addWeight(_ weight: PatternWeight, _ index: Int) -> Int32 {
        program.weights.append(weight)
        return add(.weight(Int32(program.weights.count - 1)), index)
    }

    /// What several patterns ask is found once in a phrase.
    private mutating func number(of expression: RegularExpression) -> Int32 {
        let key = (expression.ignoresCase ? "i" : "c") + expression.source
        if let number = expressionNumbers[key] { return number }
        program.expressions.append(expression)
        expressionNumbers[key] = Int32(program.expressions.count - 1)
        return Int32(program.expressions.count - 1)
    }

    private mutating func number(of entity: EntityName) -> Int32 {
        if let number = entityNumbers[entity] { return number }
        program.entities.append(entity)
        entityNumbers[entity] = Int32(program.entities.count - 1)
        return Int32(program.entities.count - 1)
    }

    private mutating func group(_ members: [Int32]) -> ProgramNode.Members {
        program.members += members
        return ProgramNode.Members(first: Int32(program.members.count - members.count), count: Int32(members.count))
    }

    // MARK: Words

    /// The number of the test that a word of a pattern asks; nil for other elements.
    private mutating func wordTest(_ index: Int) -> Int32? {
        switch tree.nodes[index].kind {
        case .word(let word): tests.number(of: .word(word))
        case .part(let part): tests.number(of: .part(part))
        case .lemma(let lemma): tests.number(of: .lemma(lemma))
        case .grammar(let query): tests.number(of: .grammar(query))
        default: nil
        }
    }

    // MARK: Groups

    private mutating func addSequence(_ members: [Int], _ index: Int) -> Int32 {
        let compiled = members.map { compile($0) }
        guard compiled.count != 1 else { return compiled[0] }
        return add(.sequence(group(compiled)), index)
    }

    /// Alternatives of one word that stand side by side become one test.
    private mutating func addChoice(_ members: [Int], _ index: Int) -> Int32 {
        var compiled: [Int32] = []
        var words: [(member: Int, test: Int32)] = []
        func flush(_ compiler: inout ProgramCompiler) {
            guard let first = words.first else { return }
            let isOne = words.count == 1
            let test = isOne ? first.test : compiler.tests.number(ofAny: words.map(\.test))
            compiled.append(compiler.add(.word(test), isOne ? first.member : index))
            words = []
        }
        for member in members {
            if let plain = plainWord(member), let test = wordTest(plain) {
                words.append((plain, test))
            } else {
                flush(&self)
                compiled.append(compile(member))
            }
        }
        flush(&self)
        guard compiled.count != 1 else { return compiled[0] }
        return add(.choice(group(compiled)), index)
    }

    /// The one element of a sequence of one.
    private func plainWord(_ index: Int) -> Int? {
        guard case .sequence(let members) = tree.nodes[index].kind else { return index }
        return members.count == 1 ? plainWord(members[0]) : nil
    }

    private mutating func addOptional(_ member: Int32, _ index: Int) -> Int32 { add(.optional(member), index) }

    /// Stars in `{}` are no members that take turns: they say where other words may stand.
    private mutating func addPermutation(_ members: [Int], _ index: Int) -> Int32 {
        let isStar = members.map { member in if case .garbage = tree.nodes[member].kind { true } else { false } }
        let others = zip(members, isStar).filter { !$1 }.map(\.0)
        guard !others.isEmpty else { return compile(members[0]) }
        let gaps: ProgramNode.Gaps =
            isStar.first == true || isStar.last == true ? .around : isStar.contains(true) ? .between : .none
        let compiled = compileOnce(others)
        if compiled.count == 1, gaps != .around { return compiled[0] }
        return add(.permutation(group(compiled), gaps), index)
    }

    /// Members that are written the same are one element.
    private mutating func compileOnce(_ members: [Int]) -> [Int32] {
        var elements: [(text: Substring, element: Int32)] = []
        return members.map { member in
            let text = tree.text(of: tree.nodes[member])
            if let same = elements.first(where: { !text.isEmpty && $0.text.utf8.elementsEqual(text.utf8) }) {
                return same.element
            }
            let element = compile(member)
            elements.append((text, element))
            return element
        }
    }

    /// A value is not meant when the optional element that has it is absent: `[big]:L` is `[big:L]`.
    private mutating func addValued(_ member: Int, _ index: Int) -> Int32 {
        guard case .optional(let inner) = tree.nodes[member].kind else {
            let compiled = compile(member)
            return add(.valued(compiled), index)
        }
        return addOptional(addValued(inner, index), member)
    }

    // MARK: Named patterns

    private mutating func addReference(_ index: Int, _ kind: (Int32) -> ProgramNode.Kind) -> Int32 {
        let target =
            libraryBase >= 0
            ? library.targets[libraryBase + index]
            : tree.nodes[index].kind.referredName.flatMap { library.number(of: $0) } ?? -1
        guard target >= 0 else { return add(.never, index) }
        return add(kind(number(ofDefinition: target)), index)
    }

    private mutating func number(ofDefinition target: Int) -> Int32 {
        if let number = definitionNumbers[target] { return number }
        let number = program.definitions.count
        definitionNumbers[target] = Int32(number)
        program.definitions.append(ProgramDefinition(root: -1))
        libraryNumbers.append(target)
        waiting.append((target, number))
        return Int32(number)
    }
}

extension ProgramCompiler {
    /// The program with what only the whole of it tells: which words are required, and which definitions want a table.
    ///
    /// - Returns: with it, for each root the tests that must be passed, the rarest first.
    mutating func finish(roots: [Int32]) -> (program: PatternProgram, requirements: [[Int32]]) {
        let numbers = Dictionary(uniqueKeysWithValues: libraryNumbers.enumerated().map { ($1, $0) })
        let leads = libraryNumbers.map { library.leads[$0].compactMap { numbers[$0] } }
        TablePlanner.plan(&program, leads: leads)
        var requirements = RequirementFinder(program: program, tests: tests)
        requirements.find(order: StrongComponents(program.mentions).fromTheEnd)
        program = requirements.program
        tests = requirements.tests
        return (program, roots.map { requirements.requirements(of: $0) })
    }
}
