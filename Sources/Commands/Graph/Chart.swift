import BotModel

/// What a picture of a bot shows: cards with states in rows, and links between them. The layout comes later.
///
/// A card is a theme, or a state of the root with all below it. Where there is more than people can read, deep states are folded into those above
/// them, then themes into one row, then states that nothing leads to but their own rules into one card.
struct Chart {
    struct Card {
        let title: String
        let isTheme: Bool
        var rows: [Row]
    }

    /// A state, or several that are folded into one row.
    struct Row {
        /// The state; of a folded theme its path.
        let path: StatePath
        let name: String
        let depth: Int
        var states: [BotState] = []
        /// How it is entered from anywhere: global rules, rules of themes, code outside of states.
        var entries: [BotTransition] = []
        /// Its own trigger is heard in the state above it.
        var isHeardAbove = false
        /// Where it leads is only known when the bot runs, or nowhere.
        var unknown: [BotTransition] = []
        /// From one of its states to the same or another.
        var inner: [BotTransition] = []
        /// How many of its states tests have visited; `nil` when nobody has looked.
        var visited: Int?

        var isFolded: Bool { states.count != 1 }
        var isModal: Bool { states.first.map { $0.path == path && $0.isModal } ?? false }
    }

    /// All transitions from one row to another.
    struct Link {
        let from: Int
        let to: Int
        var transitions: [BotTransition]
        /// Whether tests have gone one of them; `nil` when nobody has looked.
        var isVisited: Bool?

        /// The kind that most of them have.
        var kind: BotTransition.Kind {
            var best = (kind: BotTransition.Kind.go, count: 0)
            for kind in BotTransition.Kind.allCases {
                let count = transitions.count { $0.kind == kind }
                if count > best.count { best = (kind, count) }
            }
            return best.kind
        }
    }

    var cards: [Card] = []
    /// By the numbers of rows, counted through all cards.
    var links: [Link] = []
    /// How many states are not shown by a row of their own.
    var foldedStates = 0

    var rows: [Row] { cards.flatMap(\.rows) }
    /// Whether it is coloured by what tests have visited.
    var hasCoverage: Bool { rows.contains { $0.visited != nil } }
}

extension BotTransition {
    /// `go!: /Order, src/main.sc:12`
    func sentence(_ paths: ShownPath) -> String {
        let words = kind == .rule ? written : "\(kind.rawValue): \(written)"
        return "\(words.shortened), \(paths.of(file)):\(line)"
    }
}
