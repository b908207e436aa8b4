import Foundation
import FuzzTrials
import MatchTwin
import Testing

/// The short relatives of `make fuzz`: what it found once, and a few hundred mutants of the fixtures.
struct FuzzTests {
    @Test func whatTheFuzzerFoundStaysMended() throws {
        for file in try Self.files("Tests/Fuzzing/Finds/script") { check(ScriptTrial.faults, file.bytes, file.name) }
        for file in try Self.files("Tests/Fuzzing/Finds/format") { check(FormatTrial.faults, file.bytes, file.name) }
        for file in try Self.files("Tests/Fuzzing/Finds/patterns") { check(PatternTrial.faults, file.bytes, file.name) }
        for file in try Self.files("Tests/Fuzzing/Finds/match") { check(MatchTrial.faults, file.bytes, file.name) }
    }

    @Test func mutantsOfScriptsKeepTheirPlaces() throws {
        let scripts = try Self.files("Tests/ScriptSyntaxTests/Fixtures") + Self.files("bots", extension: "sc")
        try tryMutants(of: scripts.map(\.bytes), words: Self.words(of: "script"), count: 400, by: ScriptTrial.faults)
    }

    @Test func mutantsOfScriptsAreFormattedForGood() throws {
        let scripts = try Self.files("Tests/ScriptSyntaxTests/Fixtures")
        try tryMutants(of: scripts.map(\.bytes), words: Self.words(of: "script"), count: 200, by: FormatTrial.faults)
    }

    @Test func mutantsOfPatternsKeepTheirPlaces() throws {
        let fixtures = try Self.files("Tests/PatternMatchingTests/Fixtures")
        let patterns = fixtures.flatMap { $0.bytes.split(separator: UInt8(ascii: "\n")) }
            .filter { $0.starts(with: "pattern ".utf8) }
            .map { Array($0.dropFirst(8)) }
        try tryMutants(of: patterns, words: Self.words(of: "patterns"), count: 600, by: PatternTrial.faults)
    }

    private func tryMutants(
        of seeds: [[UInt8]], words: [String], count: Int, by trial: ([UInt8]) -> [String]
    ) throws {
        try #require(!seeds.isEmpty && !words.isEmpty)
        var mutation = Mutation(seed: 5, words: words)
        for round in 0..<count {
            let seed = seeds[mutation.next(seeds.count)]
            let start = mutation.next(max(seed.count - 2000, 1))
            check(trial, mutation.mutant(of: Array(seed[start..<min(start + 2000, seed.count)])), "mutant \(round)")
        }
    }

    private func check(_ trial: ([UInt8]) -> [String], _ bytes: [UInt8], _ name: String) {
        let faults = trial(bytes)
        #expect(faults.isEmpty, "\(name), \(faults): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }

    private static func files(_ folder: String, extension wanted: String? = nil) throws -> [(
        name: String, bytes: [UInt8]
    )] {
        let directory = top.appending(path: folder)
        let names = FileManager.default.enumerator(atPath: directory.path)?.compactMap { $0 as? String } ?? []
        return try names.sorted().compactMap { name in
            let file = directory.appending(path: name)
            guard !file.hasDirectoryPath, wanted.map({ file.pathExtension == $0 }) ?? true,
                (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
            else { return nil }
            return (name, [UInt8](try Data(contentsOf: file)))
        }
    }

    /// The fuzzer's own dictionary, without its escapes of bytes.
    private static func words(of trial: String) throws -> [String] {
        let text = try String(contentsOf: top.appending(path: "Tests/Fuzzing/\(trial).dict"), encoding: .utf8)
        return text.split(separator: "\n").map { $0.dropFirst().dropLast() }.filter { !$0.contains("\\") }.map(
            String.init)
    }

    private static let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}
