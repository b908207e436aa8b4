/// A parameter that a tag takes: its name, what kind of value it holds, and whether the tag can do without it.
package struct TagParameter: Sendable, Hashable, ExpressibleByStringLiteral {
    package enum Kind: Sendable, Hashable {
        /// Any text, `{{ }}` included.
        case text
        /// `true` or `false`.
        case flag
        case number
        /// The path of a state.
        case state
        /// The paths of one or more states: `/A`, `["/A", "/B"]`.
        case states
    }

    package let name: String
    package let kind: Kind
    package let isRequired: Bool

    package init(_ name: String, _ kind: Kind = .text, isRequired: Bool = false) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
    }

    package init(stringLiteral name: String) { self.init(name) }

    package static func flag(_ name: String) -> TagParameter { TagParameter(name, .flag) }
    package static func number(_ name: String) -> TagParameter { TagParameter(name, .number) }
    package static func state(_ name: String) -> TagParameter { TagParameter(name, .state) }

    /// The same, but the tag needs it.
    package var required: TagParameter { TagParameter(name, kind, isRequired: true) }
}
