import Foundation
import Testing

@testable import Commands

/// `ringback format` as its users meet it.
@Suite struct FormatCommandTests {
    private let untidy = "theme: /\n  state: A\n    q!:  a\n    a:Hello\n"
    private let tidy = "theme: /\n    state: A\n        q!: a\n        a: Hello\n"

    @Test func filesBelowAFolderAreRewritten() throws {
        let ringback = try RingbackProcess()
        for folder in ["src/deep", "node_modules", ".git"] {
            try FileManager.default.createDirectory(atPath: ringback.path(folder), withIntermediateDirectories: true)
        }
        for name in ["src/main.sc", "src/deep/b.sc", "node_modules/c.sc", ".git/d.sc", "src/e.js"] {
            try ringback.write(name, untidy)
        }
        try ringback.write("src/tidy.sc", tidy)
        let format = try ringback.run(["format", "."])
        #expect(format.status == 0)
        #expect(format.lines == ["./src/deep/b.sc", "./src/main.sc"])
        #expect(format.messages == "2 files changed, 1 file already in the style.\n")
        #expect(try text("src/main.sc", ringback) == tidy)
        #expect(try text("src/deep/b.sc", ringback) == tidy)
        for name in ["node_modules/c.sc", ".git/d.sc", "src/e.js"] { #expect(try text(name, ringback) == untidy) }
        let again = try ringback.run(["format", "."])
        #expect(again.status == 0)
        #expect(again.output.isEmpty)
    }

    @Test func checkChangesNothing() throws {
        let ringback = try RingbackProcess()
        try ringback.write("main.sc", untidy)
        let check = try ringback.run(["format", "--check", "main.sc"])
        #expect(check.status == 1)
        #expect(check.output == "main.sc\n")
        #expect(try text("main.sc", ringback) == untidy)
        try ringback.write("main.sc", tidy)
        #expect(try ringback.run(["format", "--check", "main.sc"]).status == 0)
    }

    @Test func theDifferenceIsWhatPatchTakes() throws {
        let ringback = try RingbackProcess()
        try ringback.write("main.sc", "theme: /\n    state: A\n\n\n        q!:a\n        a: Hello")
        let check = try ringback.run(["format", "--check", "--diff", "main.sc"])
        #expect(check.status == 1)
        #expect(
            check.output == """
                --- main.sc
                +++ main.sc
                @@ -1,6 +1,5 @@
                 theme: /
                     state: A
                 
                -
                -        q!:a
                -        a: Hello
                \\ No newline at end of file
                +        q!: a
                +        a: Hello

                """)
        #expect(try ringback.run(["format", "--diff", "main.sc"]).status == 0)
    }

    @Test func aLinkOutOfTheFolderIsNotFollowed() throws {
        let ringback = try RingbackProcess()
        let outside = try ringback.write("outside.sc", untidy)
        let folder = ringback.path("inside")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder + "/link.sc", withDestinationPath: outside)
        try untidy.write(toFile: folder + "/own.sc", atomically: true, encoding: .utf8)
        _ = try ringback.run(["format", folder])
        #expect(try String(contentsOfFile: outside, encoding: .utf8) == untidy)
        #expect(try String(contentsOfFile: folder + "/own.sc", encoding: .utf8) != untidy)
    }

    @Test func permissionsAndLinksStay() throws {
        let ringback = try RingbackProcess()
        let file = try ringback.write("main.sc", untidy)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        try FileManager.default.createSymbolicLink(atPath: ringback.path("link.sc"), withDestinationPath: "main.sc")
        #expect(try ringback.run(["format", "link.sc"]).status == 0)
        #expect(try text("main.sc", ringback) == tidy)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: ringback.path("link.sc")) == "main.sc")
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? NSNumber == 0o640)
    }

    @Test func standardInputGoesToStandardOutput() throws {
        let ringback = try RingbackProcess()
        let format = try ringback.run(["format", "-"], input: untidy)
        #expect(format.status == 0)
        #expect(format.output == tidy)
        #expect(try ringback.run(["format", "-", "--check"], input: untidy).output == "stdin\n")
        #expect(try ringback.run(["format", "-", "--check"], input: tidy).status == 0)
        #expect(try ringback.run(["format", "-", "main.sc"]).status == 64)
    }

    @Test func recordsForPrograms() throws {
        let ringback = try RingbackProcess()
        try ringback.write("a.sc", untidy)
        try ringback.write("b.sc", tidy)
        try ringback.write("c.sc", "theme: /\n\tstate: A\n    q!: a\n")
        let format = try ringback.run(["format", "--json", "--check", "a.sc", "b.sc", "c.sc"])
        #expect(format.status == 1)
        #expect(format.lines.first == #"{"file":"a.sc","changed":true}"#)
        #expect(format.lines.dropFirst().first == #"{"file":"b.sc","changed":false}"#)
        #expect(format.lines.count == 3)
    }

    @Test func aFileInDoubtIsLeftAndExplained() throws {
        let ringback = try RingbackProcess()
        let script = "theme: /\n    state: A\n   a: x\n"
        try ringback.write("main.sc", script)
        let format = try ringback.run(["format", "main.sc"])
        #expect(format.status == 1)
        #expect(format.output.isEmpty)
        #expect(format.messages.contains("main.sc:3:4: warning[format/doubtful-nesting]"))
        #expect(try text("main.sc", ringback) == script)
    }

    @Test func whatIsNoTextIsLeft() throws {
        let ringback = try RingbackProcess()
        let latin = Data("theme: /\n  state: Caf\u{E9}".unicodeScalars.map { UInt8($0.value) })
        try ringback.write("a.sc", latin)
        try ringback.write("b.sc", untidy)
        let format = try ringback.run(["format", "."])
        #expect(format.status == 65)
        #expect(format.messages.contains("not UTF-8"))
        #expect(try Data(contentsOf: URL(filePath: ringback.path("a.sc"))) == latin)
        #expect(try text("b.sc", ringback) == tidy)
    }

    @Test(arguments: [["nowhere"], ["notes.txt"], ["empty"]])
    func whatIsNotThereIsSaid(_ paths: [String]) throws {
        let ringback = try RingbackProcess()
        try ringback.write("notes.txt", "x")
        try FileManager.default.createDirectory(atPath: ringback.path("empty"), withIntermediateDirectories: true)
        let format = try ringback.run(["format"] + paths)
        #expect(format.status == 65)
        #expect(format.messages.contains("`\(paths[0])`"))
    }

    private func text(_ name: String, _ ringback: RingbackProcess) throws -> String {
        try String(contentsOfFile: ringback.path(name), encoding: .utf8)
    }
}
