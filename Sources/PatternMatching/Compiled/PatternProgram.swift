/// Patterns made ready to be matched: the elements of all of them in one array, without names and texts.
struct PatternProgram: Sendable {
    var nodes: ContiguousArray<ProgramNode> = []
    /// The members of sequences, choices and permutations, each group's side by side.
    var members: ContiguousArray<Int32> = []
    var definitions: [ProgramDefinition] = []
    var expressions: [RegularExpression] = []
    var entities: [EntityName] = []
    var weights: [PatternWeight] = []

    func members(_ group: ProgramNode.Members) -> ArraySlice<Int32> {
        ArraySlice(members[Int(group.first)..<Int(group.first + group.count)])
    }
}

/// An element as the matcher sees it.
struct ProgramNode: Sendable {
    var kind: Kind
    /// A test that some word must pass for the element to match, -1 when there is none.
    var required: Int32 = -1
    /// What it was made of, for parse trees and explanations.
    var origin: Origin

    struct Members: Sendable {
        var first: Int32
        var count: Int32
    }

    /// The place of an element in a tree: of the pattern itself, or of a named one.
    struct Origin: Sendable, Hashable {
        /// The number of the definition, -1 for the pattern itself.
        var definition: Int32
        var node: Int32
    }

    /// Where words may stand between the members of `{}`, said by the stars in it.
    enum Gaps: UInt8, Sendable { case none, between, around }

    enum Kind: Sendable {
        case nothing
        case never
        /// One word that passes a test; for a group of alternatives, `origin` is the group.
        case word(Int32)
        case oneWord
        /// `*`
        case star
        /// `$nonEmptyGarbage`
        case filler
        case expression(Int32)
        case entity(Int32)
        case weight(Int32)
        case sequence(Members)
        case choice(Members)
        case optional(Int32)
        case permutation(Members, Gaps)
        case valued(Int32)
        case reference(Int32)
        case repetition(Int32)
    }
}

/// A named pattern in a program.
struct ProgramDefinition: Sendable {
    /// Its elements stand side by side, from this one to the root.
    var first: Int32 = 0
    var root: Int32
    /// The test that some word must pass, as of the root.
    var required: Int32 = -1
    /// The definitions whose ends are looked up in a table for each word of a phrase rather than found anew wherever they
    /// are mentioned: those that mention themselves, those of `$repeat<>`, and very large ones. In an order in which each
    /// needs only those before it for the same word.
    var tables: [Int32] = []
    var isTable = false
}
