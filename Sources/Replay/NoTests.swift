/// A bot without any test.
package struct NoTests: Error, Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// There is no test file.
        case noFiles
        /// The settings of the bot take none of the test files.
        case noneTaken
        /// No case stands in the test files.
        case noCases
    }

    package let folder: String
    package let reason: Reason

    package init(folder: String, reason: Reason = .noFiles) {
        self.folder = folder
        self.reason = reason
    }

    package var message: String {
        switch reason {
        case .noFiles: "There are no tests in \(folder)."
        case .noneTaken: "`tests:` of chatbot.yaml leaves none of the tests in \(folder)."
        case .noCases: "The test files in \(folder) hold no case."
        }
    }

    package var hint: String {
        switch reason {
        case .noFiles:
            "Put a `.talk` file there, or the vendor's XML tests; `ringback call BOT --record FILE.talk` writes one."
        case .noneTaken:
            "`include` and `exclude` are paths from test/, where `*` stands for a part of a name and `**` for folders."
        case .noCases: "A case of a `.talk` file begins with `# name`, one of XML is a `<test-case>`."
        }
    }
}
