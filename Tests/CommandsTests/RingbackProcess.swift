import Foundation
import Glibc
import Testing

/// The built program, run as a user runs it, in a folder of its own that is gone with this object: hold it as long as the folder is needed.
final class RingbackProcess {
    struct Outcome {
        var status: Int32
        var output: String
        var messages: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// The program lies beside the test bundle.
    static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("ringback")
    static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let callback = checkout.appendingPathComponent("bots/callback").path

    let folder: URL
    /// Beside the environment of the tests.
    var environment: [String: String] = [:]

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ringback-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }

    @discardableResult
    func write(_ name: String, _ data: Data) throws -> String {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        return path(name)
    }

    func run(_ arguments: [String], input: String = "") throws -> Outcome {
        try run(arguments, input: Data(input.utf8))
    }

    /// Runs to the end. The streams are files, so that no side can wait for the other.
    func run(_ arguments: [String], input: Data) throws -> Outcome {
        try write("input", input)
        try write("output", "")
        try write("messages", "")
        let process = process(arguments)
        process.standardInput = try FileHandle(forReadingFrom: folder.appendingPathComponent("input"))
        process.standardOutput = try FileHandle(forWritingTo: folder.appendingPathComponent("output"))
        process.standardError = try FileHandle(forWritingTo: folder.appendingPathComponent("messages"))
        try process.run()
        process.waitUntilExit()
        // A signal shows as a shell would show it.
        let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return Outcome(status: status, output: try text("output"), messages: try text("messages"))
    }

    /// Starts a call, types one line, and kills the program in the moment a line with `text` has come out.
    ///
    /// - Returns: what had come out by then.
    func killed(
        _ arguments: [String], typing line: String, onceItSays text: String, by number: Int32 = SIGKILL
    ) throws -> String {
        let process = process(arguments)
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
        var said = ""
        while !said.contains(text) {
            let chunk = output.fileHandleForReading.availableData
            if chunk.isEmpty { break }
            said += String(decoding: chunk, as: UTF8.self)
        }
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        return said
    }

    /// Starts a program that stays, hands all that it has said so far to `isEnough` whenever it says more, and ends it then.
    func watched(_ arguments: [String], until isEnough: (String) -> Bool) throws -> String {
        let process = process(arguments)
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try process.run()
        var said: [UInt8] = []
        while !isEnough(String(decoding: said, as: UTF8.self)) {
            let chunk = output.fileHandleForReading.availableData
            if chunk.isEmpty { break }
            said += chunk
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
    }

    /// A live call in a terminal: each line is typed once the program has shown the text beside it.
    ///
    /// - Returns: all that was shown, and the exit status as a shell would show it.
    func runInTerminal(_ arguments: [String], typing lines: [(once: String, type: String)]) throws -> (
        shown: String, status: Int32
    ) {
        var (keyboard, screen): (Int32, Int32) = (-1, -1)
        try #require(openpty(&keyboard, &screen, nil, nil, nil) == 0)
        let process = process(arguments)
        process.standardInput = FileHandle(fileDescriptor: screen, closeOnDealloc: false)
        process.standardOutput = FileHandle(fileDescriptor: screen, closeOnDealloc: false)
        process.standardError = FileHandle.nullDevice
        try process.run()
        close(screen)
        defer { close(keyboard) }
        var (shown, left) = ("", lines[...])
        var unread = ""
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = Glibc.read(keyboard, &buffer, buffer.count), count > 0 {
            let text = String(decoding: buffer[..<count], as: UTF8.self)
            shown += text
            unread += text
            while let next = left.first, let place = unread.range(of: next.once) {
                unread = String(unread[place.upperBound...])
                left.removeFirst()
                _ = Glibc.write(keyboard, next.type + "\r", next.type.utf8.count + 1)
            }
        }
        process.waitUntilExit()
        let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return (shown, status)
    }

    private func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        return process
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
    }
}
