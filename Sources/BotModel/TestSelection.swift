extension BotConfiguration {
    /// Which files of `test/` are the bot's tests: the patterns of `tests.include` and `tests.exclude`.
    ///
    /// ```
    /// tests:
    ///   include: ["**/*.xml"]      # empty: all
    ///   exclude: [old/*.xml]       # `*` stands for anything in a name, `**` for any folders
    /// ```
    package struct TestSelection: Sendable, Hashable {
        package var include: [String] = []
        package var exclude: [String] = []
        package var isCaseSensitive = true

        package init() {}

        /// Whether a file is run, by its path from `test/`.
        package func takes(_ path: String) -> Bool {
            (include.isEmpty || include.contains { covers($0, path) }) && !exclude.contains { covers($0, path) }
        }

        /// A folder stands for all that is in it.
        private func covers(_ pattern: String, _ path: String) -> Bool {
            let pattern = pattern.hasSuffix("/") ? pattern + "**" : pattern
            return isCaseSensitive
                ? ProjectPath.matches(path, pattern) : ProjectPath.matches(path.lowercased(), pattern.lowercased())
        }
    }
}
