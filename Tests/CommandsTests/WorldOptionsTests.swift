import BotModel
import Foundation
import SourceText
import Testing
import WebRequests

@testable import Commands

/// What the user and `chatbot.yaml` let scripts reach, and where `$env` and `$secrets` come from.
@Suite struct WorldOptionsTests {
    private func web(_ yaml: String, _ world: World = World()) -> (any WebRequesting)? {
        let configuration = BotConfiguration.read(
            SourceFile(path: "chatbot.yaml", text: "entryPoint: main.sc\n" + yaml)
        ).0
        let project = Project(
            name: "a", folder: "", sourceFolder: "", entryPoints: [], configuration: configuration,
            read: { _ in .missing })
        return world.services(of: Linker.link(project).0).web
    }

    @Test func requestsAreOffUnlessSomebodyAllowsThem() {
        #expect(!(web("") is CurlWeb))
        #expect(!(web("ringback:\n  http: false\n") is CurlWeb))
        #expect((web("ringback:\n  http: true\n") as? CurlWeb)?.asksInside == false)
        #expect((web("ringback:\n  httpInside: true\n") as? CurlWeb)?.asksInside == true)
        #expect((web("", World(allowsHttp: true)) as? CurlWeb)?.asksInside == false)
        #expect((web("", World(allowsInside: true)) as? CurlWeb)?.asksInside == true)
    }

    @Test func secretsMayComeFromVariables() {
        #expect(WorldOptions.secrets(["RINGBACK_SECRET_A": "1", "RINGBACK_SECRET_": "2", "HOME": "/"]) == ["A": "1"])
    }

    @Test func aFileOfValues() throws {
        let process = try RingbackProcess()
        let file = try process.write(
            "values.env", "# note\n\nA=1\n export B = two words \nC=\"q = 'x' \"\nD=\nE='$A'\r\nF=a#b\n")
        #expect(
            try EnvironmentFile.values(of: file) == [
                "A": "1", "B": "two words", "C": "q = 'x' ", "D": "", "E": "$A", "F": "a#b",
            ])
        for (text, line) in [("A=1\nB\n", 2), ("=1\n", 1), ("A B=1\n", 1)] {
            let bad = try process.write("bad.env", text)
            #expect(throws: Trouble.self) { try EnvironmentFile.values(of: bad) }
            do { _ = try EnvironmentFile.values(of: bad) } catch { #expect("\(error)".contains("line \(line) of")) }
        }
        #expect(throws: Trouble.self) { try EnvironmentFile.values(of: process.path("none.env")) }
    }

    @Test func aCallWithValues() throws {
        let process = try RingbackProcess()
        let bot = try process.write(
            "bot.sc",
            "theme: /\n    state: A\n        q!: hi\n        a: {{ $env.get(\"HOST\") }} {{ $secrets.get(\"HOST\", \"-\") }}\n        script: log($http.get(\"http://127.0.0.1:9/\").error);\n        a: {{ $secrets.get(\"NONE\") }}\n"
        )
        let values = try process.write("values.env", "HOST=shop.example\n")
        let outcome = try process.run(["call", bot, "--json", "--env-file", values, "--allow-http"], input: "hi\n")
        #expect(outcome.output.contains("shop.example shop.example"))
        #expect(outcome.output.contains("leads to this machine or its own network"))
        #expect(outcome.output.contains("there is no secret `NONE`"))
        let closed = try process.run(["call", bot, "--json"], input: "hi\n")
        #expect(closed.output.contains("\"type\":\"note\"") && closed.output.contains("Requests to servers are off"))
    }
}
