#if Postgres
    import CampaignStorage
    import Foundation
    import PostgresStorage
    import Synchronization

    /// A PostgreSQL server that the tests start themselves; it ends with the process, however that ends.
    final class PostgresServer: Sendable {
        struct Trouble: Error, CustomStringConvertible {
            let description: String
        }

        /// The server that all tests share, each with a schema of its own.
        static let shared = Result { try PostgresServer() }

        private let folder: String
        private let commands: FileHandle
        private let answers: FileHandle
        private let schemas = Mutex(0)

        init() throws {
            let (process, input, output) = (Process(), Pipe(), Pipe())
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/PostgresServer.sh"
            // A session of its own: what interrupts the tests lets the script clean up.
            process.arguments = ["setsid", "bash", script]
            (process.standardInput, process.standardOutput) = (input, output)
            process.standardError = FileHandle.nullDevice
            try process.run()
            (commands, answers) = (input.fileHandleForWriting, output.fileHandleForReading)
            folder = try Self.answer(answers)
        }

        deinit { try? commands.close() }

        /// Stops the server and starts it again.
        func restart() throws {
            try commands.write(contentsOf: Data("restart\n".utf8))
            _ = try Self.answer(answers)
        }

        /// The address of an empty schema.
        func freshSchema() throws -> String {
            let name = schemas.withLock { count in
                count += 1
                return "t\(count)"
            }
            try run("CREATE SCHEMA \(name)")
            return address("&options=-csearch_path%3D\(name)")
        }

        func address(_ more: String = "") -> String { "postgres://test@/postgres?host=\(folder)" + more }

        /// Runs SQL as an administrator would, beside the stores.
        @discardableResult
        func run(_ sql: String, at address: String? = nil) throws -> [[String?]] {
            try PostgresSession(url: address ?? self.address()).run(sql)
        }

        private static func answer(_ handle: FileHandle) throws -> String {
            var line = Data()
            while let byte = try handle.read(upToCount: 1), !byte.isEmpty, byte != Data("\n".utf8) { line += byte }
            let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2, words[0] == "ready" else {
                throw Trouble(description: words.last ?? "The server for the tests did not start.")
            }
            return words[1]
        }
    }
#endif
