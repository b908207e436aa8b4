import Foundation

/// Who looks after a call: a process of a machine, and no later process of the same number.
package struct DialerName: Sendable, Hashable, CustomStringConvertible {
    private let machine: String
    private let process: Int32
    private let startedAt: String

    /// This process.
    package static let own = DialerName(machine: thisMachine, process: getpid(), startedAt: start(of: getpid()) ?? "0")

    private init(machine: String, process: Int32, startedAt: String) {
        (self.machine, self.process, self.startedAt) = (machine, process, startedAt)
    }

    /// - Returns: `nil` for a text that no dialer has written.
    package init?(_ text: String) {
        let parts = text.split(separator: "/").map(String.init)
        guard parts.count == 3, let process = Int32(parts[1]) else { return nil }
        self.init(machine: parts[0], process: process, startedAt: parts[2])
    }

    package var description: String { "\(machine)/\(process)/\(startedAt)" }

    /// Whether the process is known to have ended: its calls need no waiting for the end of a lease.
    ///
    /// Of a process of another machine nobody here can tell.
    package var isGone: Bool { machine == Self.thisMachine && Self.start(of: process) != startedAt }

    /// The boot of the machine counts, too: after it process numbers begin anew.
    private static let thisMachine: String = {
        let boot = (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)) ?? ""
        let name = ProcessInfo.processInfo.hostName.replacingOccurrences(of: "/", with: "-")
        return name + ":" + boot.prefix(8)
    }()

    /// The start of a process in ticks since the boot; `nil` when there is no such process, or only what is left of a dead one.
    private static func start(of process: Int32) -> String? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return nil }
        // Behind the name in brackets: the state is the first field, the start the 20th.
        let fields = text[text.index(after: end)...].split(separator: " ")
        guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else { return nil }
        return String(fields[19])
    }
}
