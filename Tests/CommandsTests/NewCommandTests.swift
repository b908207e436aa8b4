import Foundation
import Testing

/// A new bot is whole, and nothing that exists is touched.
@Suite struct NewCommandTests {
    @Test func aNewBotHasNoFaultsAndPassesItsOwnTest() throws {
        let ringback = try RingbackProcess()
        let made = try ringback.run(["new", "bots/pizza"])
        #expect(made.status == 0)
        for file in made.lines.dropFirst() {
            #expect(FileManager.default.fileExists(atPath: ringback.path(file.trimmingCharacters(in: .whitespaces))))
        }
        let check = try ringback.run(["check", "bots/pizza"])
        #expect(check.status == 0 && !check.output.contains("warning"), "\(check.output)")
        let test = try ringback.run(["test", "bots/pizza"])
        #expect(test.status == 0 && test.output.contains("4 passed, 0 failed"), "\(test.output)")
        #expect(try ringback.run(["format", "bots/pizza", "--check"]).status == 0)
    }

    @Test func aFolderThatExistsIsLeftAlone() throws {
        let ringback = try RingbackProcess()
        try ringback.write("pizza/mine.txt", "mine")
        let refused = try ringback.run(["new", "pizza"])
        #expect(refused.status == 65)
        #expect(refused.messages.contains("`pizza` is there already."))
        #expect(try FileManager.default.contentsOfDirectory(atPath: ringback.path("pizza")) == ["mine.txt"])
    }

    @Test(arguments: ["", "my bot", "-pizza", "..", "a\"b", "/", String(repeating: "x", count: 101)])
    func aBadNameIsWrongUsage(_ name: String) throws {
        let ringback = try RingbackProcess()
        #expect(try ringback.run(["new", "--", name]).status == 64)
        let left = try FileManager.default.contentsOfDirectory(atPath: ringback.folder.path)
        #expect(Set(left) == ["input", "output", "messages"])
    }

    @Test func whatIsToBeRunNextIsWrittenForAShell() throws {
        let made = try RingbackProcess().run(["new", "my bots/pizza"])
        #expect(made.status == 0)
        #expect(
            made.messages.contains(
                "`ringback call 'my bots/pizza'`, replay its test with `ringback test 'my bots/pizza'`"),
            "\(made.messages)")
    }

    @Test func namesOfOtherAlphabetsAndNumbersAreGood() throws {
        let ringback = try RingbackProcess()
        for name in ["пицца", "1.0"] {
            #expect(try ringback.run(["new", name]).status == 0)
            #expect(try ringback.run(["test", name]).status == 0)
        }
    }
}
