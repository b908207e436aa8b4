import BotModel
import BotRuntime
import SourceText
import Testing

@Suite struct LoadDiagnosticsTests {
    @Test func scriptsThatCannotRunAreFoundBeforeAnyCall() throws {
        let script = """
            init: nothing.there();
            theme: /
                state: A
                    q!: *
                    a: «привет» {{ foo( }}
                    script:
                        var x = ;
            """
        let file = SourceFile(path: "main.sc", text: script)
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"], read: { _ in .text(file) })
        let found = try BotRuntime(bot: Linker.link(project).0).loadDiagnostics
        #expect(
            Set(found.map { "\($0.start.line) \($0.code)" }) == [
                "1 script/exception", "5 script/syntax", "7 script/syntax",
            ])
        let block = try #require(found.first { $0.start.line == 7 })
        #expect(block.start.column == 21 && file.text(in: block.span) == ";")
    }
}
