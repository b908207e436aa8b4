/// Names that come from libraries whose text is not read: declared lists of system modules, and everything of libraries
/// that are not at hand.
package struct LibraryNames: Sendable, Hashable {
    /// Named patterns, without `$`. They match nothing until their bodies are there.
    package internal(set) var patterns: Set<String> = []
    /// Functions and variables of scripts.
    package internal(set) var scriptNames: Set<String> = []
    package internal(set) var states: Set<StatePath> = []
    /// Libraries that the bot requires and that are not at hand: an unknown name may be theirs.
    package internal(set) var missingModules: Set<String> = []

    package init() {}

    /// Whether an unknown name may come from a library that is not at hand.
    package var areOpen: Bool { !missingModules.isEmpty || isCut }
    /// A script is nested too deep, so that what is further in was left out.
    package internal(set) var isCut = false
}
