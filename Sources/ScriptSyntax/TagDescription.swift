/// What the language says about one tag.
package final class TagDescription: Sendable {
    package enum Kind: String, Sendable { case declaration, trigger, reaction, action }

    package let name: String
    package let kind: Kind
    /// An empty value is a mistake.
    package let requiresValue: Bool
    /// The form with `!` exists: `q!:`, `go!:`.
    package let takesBang: Bool
    /// What may stand after `||` or, for blocks, as nested settings.
    package let takes: [TagParameter]
    /// The names of `takes`.
    package let parameters: [String]
    /// Whether the platform's own list is not public: then a parameter that is not in `takes` may be right as well.
    package let takesOthers: Bool
    /// The tags that may stand below, by kind and by name.
    package let nestedKinds: Set<Kind>
    package let nestedNames: Set<String>
    let valueStyle: ValueStyle
    let body: TagBody

    init(
        _ name: String, _ kind: Kind, value: ValueStyle = .plain, requiresValue: Bool = false, takesBang: Bool = false,
        parameters: [TagParameter] = [], body: TagBody = .tags, nestedKinds: Set<Kind> = [],
        nestedNames: Set<String> = [],
        takesOthers: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.requiresValue = requiresValue
        self.takesBang = takesBang
        takes = parameters
        self.parameters = parameters.map(\.name)
        self.nestedKinds = nestedKinds
        self.nestedNames = nestedNames
        self.takesOthers = takesOthers
        valueStyle = value
        self.body = body
    }

    /// The parameter of that name.
    package func parameter(_ name: String) -> TagParameter? { takes.first { $0.name == name } }

    /// Whether the language lets that tag stand directly below this one. Action tags count by their capital letter.
    package func mayHold(_ name: String) -> Bool {
        if nestedNames.contains(name) { return true }
        guard let nested = TagCatalog.description(of: name) else {
            return TagCatalog.isActionName(name) && nestedKinds.contains(.action)
        }
        return nestedKinds.contains(nested.kind)
    }
}

/// How the text after the colon is read.
enum ValueStyle: Sendable {
    /// One line; ` #` and ` //` begin a comment, `||` the parameters: `state:`, `go!:`.
    case plain
    /// As plain, without `//` comments: paths and addresses may contain them.
    case address
    /// As plain; lines go on while brackets are open, and `<…>` may contain anything: `q!:`.
    case pattern
    /// Several lines of text, in which only `||` has a meaning: `a:`.
    case text
    /// JavaScript, in which `||` means "or": `if:`.
    case expression
    /// A block of JavaScript: `script:`.
    case code
}

/// What kind of lines besides tags may stand below a tag.
enum TagBody: Sendable {
    /// Tags only.
    case tags
    /// `name = value`.
    case settings
    /// One value a line: `buttons:`.
    case lines
    /// `$Name = pattern`.
    case patterns
}
