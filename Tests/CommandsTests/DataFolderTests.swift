import Foundation
import Testing

@testable import Commands

/// Where language data is found.
@Suite struct DataFolderTests {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path

    private func make(_ folder: String) throws {
        try FileManager.default.createDirectory(atPath: root + folder, withIntermediateDirectories: true)
    }

    @Test func theEnvironmentComesFirstThenTheSharedFolderThenTheCheckout() throws {
        defer { try? FileManager.default.removeItem(atPath: root) }
        try make("/checkout/.build/release")
        let executable = root + "/checkout/.build/release/ringback"
        let folder = DataFolder(environment: [:], executable: executable)
        #expect(folder.grammars?.hasPrefix(root) != true)

        try make("/checkout/Grammars/modules")
        try Data().write(to: URL(fileURLWithPath: root + "/checkout/Package.swift"))
        #expect(folder.grammars == root + "/checkout/Grammars")

        try make("/checkout/.build/share/ringback/Grammars/modules")
        #expect(folder.grammars == root + "/checkout/.build/share/ringback/Grammars")

        try make("/data/modules")
        let named = DataFolder(environment: ["RINGBACK_DATA": root + "/data"], executable: executable)
        #expect(named.grammars == root + "/data")

        try make("/data/.deps/words")
        #expect(named.words == root + "/data/.deps/words")
        try make("/data/words")
        #expect(named.words == root + "/data/words")
    }

    @Test func aModuleIsANameAndAFolder() throws {
        var options = BotOptions()
        options.modules = ["common"]
        #expect(throws: Trouble.self) { try options.libraries() }
        options.modules = ["common=/nowhere/at/all"]
        #expect(throws: Trouble.self) { try options.libraries() }
        options.modules = ["common=/tmp"]
        #expect(try options.libraries().folders == ["common": "/tmp"])
    }
}
