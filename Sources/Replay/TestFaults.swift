import SourceText

/// What keeps test files from being played, for `check`: XML that is none, lines of a `.talk` that nobody can read.
package enum TestFaults {
    /// - Parameter takes: whether a test is looked at at all, by its path from the folder.
    package static func all(in folder: TestFolder, where takes: (String) -> Bool) -> [Diagnostic] {
        folder.testFiles.filter(takes).flatMap { name -> [Diagnostic] in
            guard case .success(let file)? = folder.file(name, as: "test/" + name) else { return [] }
            return faults(in: file)
        }
    }

    /// The bot itself runs, so these are warnings.
    private static func faults(in file: SourceFile) -> [Diagnostic] {
        let read = file.path.hasSuffix(".talk") ? TalkReader.read(file) : XMLTestReader.read(file)
        return read.diagnostics.map { diagnostic in
            var warning = diagnostic
            warning.severity = .warning
            return warning
        }
    }
}
