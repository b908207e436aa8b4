/// An element of a pattern, or of a definition by its number in the library.
struct SampledElement {
    var tree: PatternTree
    var definition = -1
    var node: Int

    /// How much is said that need not be said.
    enum Manner {
        /// As little as possible.
        case short
        case varied
        /// As varied, but nothing for `*`.
        case plain
        /// A word for every `*`.
        case wordy
    }
}
