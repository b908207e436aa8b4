import JavaScript
import Testing

@Suite("Modules and promises")
struct ModuleTests {
    private func slot(_ files: [String: String], load: [String]) throws -> ScriptSlot {
        let slot = try ScriptSlot(limits: ScriptLimits(seconds: 0.5, memory: 32 << 20), host: echo)
        slot.setModules { name in
            files[name].map { .success($0) } ?? .failure(.init("there is no file \(name)"))
        }
        for name in load { try slot.loadModule(name, as: "m") }
        slot.seal()
        slot.begin()
        return slot
    }

    @Test func modulesShareWhatTheyImport() throws {
        let files = [
            "a.js": "import { list } from './lib/b.js'; list.push('a'); export default list;",
            "lib/b.js": "import * as again from '../lib/b.js'; export const list = ['b' + typeof again];",
            "c.js": "import list from './a.js'; list.push('c'); export { list };",
        ]
        let slot = try slot(files, load: ["a.js", "c.js", "a.js"])
        #expect(try slot.value("m.join()") == .string("bobject,a,c"))
        #expect(try slot.value("import('./lib/b.js').then(b => b.list.length)") == .number(3))
        slot.begin()
        #expect(try slot.value("m.push('turn')") == .number(4))
        slot.begin()
        #expect(try slot.value("m.length") == .number(3))
    }

    @Test func whatIsNotThereOrBrokenIsAnErrorAndTheSlotStaysUsable() throws {
        let files = [
            "a.js": "import './gone.js';", "b.js": "import './c.js';", "c.js": "\nlet = ;",
            "d.js": "await new Promise(() => {});",
            "e.js": "for (;;) {}", "f.js": "\nthrow new Error('no')", "good.js": "export default 7",
        ]
        let slot = try slot(files, load: [])
        let fresh = try ScriptSlot(limits: ScriptLimits(seconds: 0.2, memory: 32 << 20), host: echo)
        fresh.setModules { name in files[name].map { .success($0) } ?? .failure(.init("there is no file \(name)")) }
        let cases: [(String, ScriptFailure.Kind, String, String?, Int?)] = [
            ("a.js", .exception, "there is no file gone.js", nil, nil), ("b.js", .syntax, "", "c.js", 2),
            ("d.js", .exception, "waits for a promise", nil, nil), ("e.js", .time, "", "e.js", 1),
            ("f.js", .exception, "Error: no", "f.js", 2),
        ]
        for (name, kind, words, file, line) in cases {
            let failure = #expect(throws: ScriptFailure.self) { try fresh.loadModule(name, as: "x") }
            #expect(failure?.kind == kind, "\(name): \(String(describing: failure))")
            #expect(
                words.isEmpty || failure?.message.contains(words) == true, "\(name): \(String(describing: failure))")
            if let file { #expect(failure?.file == file && failure?.line == line, "\(String(describing: failure))") }
        }
        try fresh.loadModule("good.js", as: "good")
        fresh.seal()
        fresh.begin()
        #expect(try fresh.value("good") == .number(7))
        #expect(slot.isHealthy() && fresh.isHealthy())
    }

    @Test func blocksWait() throws {
        let slot = try slot([:], load: [])
        let block = try slot.compile(
            "const n = await Promise.resolve(6);\nreturn n * 7;", file: "a.sc", firstLine: 3, as: .waitingBlock)
        #expect(try slot.run(block) == .number(42))
        let thrown = slot.failure(of: "await null;\nnothing.there()", firstLine: 3, as: .waitingBlock)
        #expect(thrown?.line == 4 && thrown?.message.contains("nothing") == true)
        #expect(slot.failure(of: "for (;;) await null", as: .waitingBlock)?.kind == .time)
        #expect(slot.isHealthy())
        #expect(slot.failure(of: "}); (async function () {", as: .waitingBlock)?.kind == .syntax)
    }

    @Test func workOfTheHostCountsAndWaitingDoesNot() throws {
        let slow: ScriptSlot.Host = { name, _ in
            let clock = ContinuousClock()
            let end = clock.now.advanced(by: .milliseconds(20))
            while clock.now < end {}
            return name == "work" ? .computed(.null) : .value(.null)
        }
        let slot = try JavaScriptTests.slot(ScriptLimits(seconds: 0.1, memory: 32 << 20), host: slow)
        #expect(slot.failure(of: "for (var i = 0; i < 30; i++) __host('wait')") == nil)
        slot.begin()
        let clock = ContinuousClock()
        let begun = clock.now
        #expect(slot.failure(of: "for (;;) __host('work')")?.kind == .time)
        #expect(clock.now - begun < .seconds(3))
    }

    @Test func ourOwnFilesHaveNoTextAndStillHavePlaces() throws {
        let slot = try slot([:], load: [])
        let fresh = try JavaScriptTests.slot(prelude: "function ours(f) { return f(); }")
        #expect(try fresh.value("String(ours).includes('return')") == .boolean(false))
        let failure = fresh.failure(of: "ours(function () { nothing.there() })")
        #expect(failure?.frames.allSatisfy { $0.file == "bot/main.sc" } == true && failure?.frames.count == 2)
        #expect(slot.isHealthy())
    }
}
