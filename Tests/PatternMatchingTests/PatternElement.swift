@testable import PatternMatching

/// What a pattern can be made of, as authors write it: dsl.md 3.1, with what belongs to it by 3.2 to 3.7.
enum PatternElement: String, CaseIterable {
    case word = "a word"
    case hyphenated = "a word with a hyphen"
    case number = "a number"
    case sign = "a sign, `+`"
    case emoji = "an emoji"
    case contraction = "a contraction, `don't`"
    case mixed = "a word of two scripts"
    case punctuation = "punctuation between blanks"
    case beginning = "`put*`"
    case ending = "`*put`"
    case middle = "`*put*`"
    case edges = "`p*t`"
    case lemma = "`~word`"
    case grammar = "`$morph<…>`"
    case star = "`*`"
    case oneWord = "`$oneWord`"
    case nonEmptyGarbage = "`$nonEmptyGarbage`"
    case strokes = "`(a|b)`"
    case slashes = "`(a/b)`"
    case phrases = "alternatives of several words"
    case optional = "`[a]`"
    case optionalChoice = "`[a|b]`"
    case permutation2 = "`{ }` of 2"
    case permutation3 = "`{ }` of 3"
    case permutation4 = "`{ }` of 4"
    case permutation5 = "`{ }` of 5"
    case permutation6 = "`{ }` of 6"
    case permutationWithOptional = "`{[a] b}`"
    case permutationWithStar = "`{a * b}`"
    case expression = "`$regexp<…>`"
    case caselessExpression = "`$regexp_i<…>`"
    case reference = "`$Name`"
    case renamedReference = "`$Name::Alias`"
    case recursion = "a named pattern that mentions itself"
    case converter = "a named pattern with a converter"
    case repetition = "`$repeat<$Name>`"
    case renamedRepetition = "`$repeat<$Name>::Alias`"
    case dictionary = "`$entity<Dict>`"
    case renamedDictionary = "`$entity<Dict>::Alias`"
    case entity = "`@entity`"
    case renamedEntity = "`@entity::Alias`"
    case factor = "`$weight<1.5>`"
    case addition = "`$weight<+0.5>`"
    case subtraction = "`$weight<-0.5>`"
    case factorWithAddition = "`$weight<1.5+0.5>`"
    case valuedWord = "`word:value`"
    case valuedGroup = "`(a|b):value`"

    func isKnown(to language: String) -> Bool {
        switch self {
        case .contraction: language == "english"
        case .mixed: language == "russian"
        default: true
        }
    }

    typealias Definitions = [String: (tree: PatternTree, converter: String?)]

    /// The elements of a pattern and of the named ones that it leads to.
    static func elements(of tree: PatternTree, in definitions: Definitions) -> Set<PatternElement> {
        var found: Set<PatternElement> = []
        var trees = [tree]
        var names: Set<String> = []
        while let tree = trees.popLast() {
            found.formUnion(tree.elements)
            let mentioned = tree.namedReferences.map(\.name)
            for name in mentioned where names.insert(name).inserted {
                guard let definition = definitions[name] else { continue }
                if definition.converter != nil { found.insert(.converter) }
                if definition.tree.namedReferences.contains(where: { $0.name == name }) { found.insert(.recursion) }
                trees.append(definition.tree)
            }
        }
        return found
    }
}
