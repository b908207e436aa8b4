import CampaignModel
import CivilTime
import Foundation

/// The memory of a simulated telephone network: a file of JSON Lines that all dialers share, never cut (campaign-cli.md).
///
/// Whoever reads or writes holds the file's lock, so that a call is either known to everybody or was never made.
final class NetworkLog: NetworkMemory {
    private(set) var rings: [String: NetworkRing] = [:]
    /// Calls that were never made, and never will be.
    private(set) var revoked: Set<String> = []
    /// How often each phone has rung.
    private(set) var counts: [String: Int] = [:]
    private let descriptor: Int32
    private var read = 0
    private var endsInMiddleOfLine = false

    /// - Throws: a sentence when the file cannot be opened.
    init(path: String) throws(LineTrouble) {
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw LineTrouble(
                "The log of the simulated line, \(path), cannot be opened: \(String(cString: strerror(errno))).")
        }
    }

    deinit { close(descriptor) }

    /// Runs a step with the lock held and all that is in the file known.
    ///
    /// - Returns: `nil` when the lock could not be had in time: another dialer is frozen while it holds it.
    func locked<Result>(patience: TimeInterval, _ step: () throws(LineTrouble) -> Result) throws(LineTrouble) -> Result?
    {
        let deadline = Date().addingTimeInterval(patience)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard Date() < deadline else { return nil }
            usleep(500)
        }
        defer { flock(descriptor, LOCK_UN) }
        try readOn()
        return try step()
    }

    /// Writes a call and waits until the disk has it: only then does the phone ring.
    func append(_ ring: NetworkRing) throws(LineTrouble) {
        let line = CallWords.ring(ring)
        try write(line)
        // Others read it from now on, whatever becomes of the disk.
        take(ring)
        guard fsync(descriptor) == 0 else { throw LineTrouble(failure("be made durable")) }
    }

    /// Remembers that a call will never be made.
    func revoke(_ id: String, at moment: Date) throws(LineTrouble) {
        guard !revoked.contains(id) else { return }
        try write(CallWords.line("revoked", id, moment))
        revoked.insert(id)
    }

    /// One line with one call, so that a program that is killed writes all of it or nothing.
    private func write(_ line: String) throws(LineTrouble) {
        let text = (endsInMiddleOfLine ? "\n" : "") + line + "\n"
        let bytes = Array(text.utf8)
        let written = Glibc.write(descriptor, bytes, bytes.count)
        guard written == bytes.count else {
            let trouble = LineTrouble(failure("be written to"))
            // A part of a line tells nothing; without it the next line is whole.
            if written > 0 { ftruncate(descriptor, off_t(read)) }
            throw trouble
        }
        read += written
        endsInMiddleOfLine = false
    }

    private func failure(_ what: String) -> String {
        "The log of the simulated line cannot \(what): \(String(cString: strerror(errno)))."
    }

    // What others have written since.
    private func readOn() throws(LineTrouble) {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = pread(descriptor, &piece, piece.count, off_t(read + bytes.count))
            guard count >= 0 else { throw LineTrouble(failure("be read")) }
            if count == 0 { break }
            bytes += piece[0..<count]
        }
        // Nobody is writing now: a line without an end is all that a dead program left of it, and counts if it can be read.
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            take(CallWords.entry(of: String(decoding: line, as: UTF8.self)))
        }
        if let last = bytes.last { endsInMiddleOfLine = last != UInt8(ascii: "\n") }
        read += bytes.count
    }

    private func take(_ entry: CallWords.Entry?) {
        switch entry {
        case .ring(let ring): take(ring)
        case .revoked(let id): revoked.insert(id)
        case nil: break
        }
    }

    private func take(_ ring: NetworkRing) {
        rings[ring.call.id] = ring
        counts[ring.call.phoneKey, default: 0] += 1
    }
}

/// Why a line cannot work, one sentence.
package struct LineTrouble: Error, Sendable, Hashable {
    package let message: String

    package init(_ message: String) { self.message = message }
}

/// The lines of the log.
private enum CallWords {
    static func ring(_ ring: NetworkRing) -> String {
        PolicyValue.object([
            .init("event", .string("ring")), .init("attempt", .string(ring.call.id)),
            .init("campaign", .string(ring.call.campaign)), .init("phone", .string(ring.call.phone)),
            .init("committedAt", .date(ring.call.committedAt)), .init("at", .date(ring.at)),
            .init("until", .date(ring.until)), .init("outcome", .string(ring.outcome.rawValue)),
        ]).jsonText
    }

    static func line(_ event: String, _ id: String, _ moment: Date) -> String {
        PolicyValue.object([
            .init("event", .string(event)), .init("attempt", .string(id)), .init("at", .date(moment)),
        ]).jsonText
    }

    enum Entry {
        case ring(NetworkRing)
        case revoked(String)
    }

    /// `nil` for any other line, and for one that was cut.
    static func entry(of line: String) -> Entry? {
        guard case .object(let members)? = try? PolicyValue(json: line) else { return nil }
        let fields = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        func text(_ name: String) -> String? { if case .string(let text)? = fields[name] { text } else { nil } }
        guard let event = text("event"), let id = text("attempt") else { return nil }
        if event == "revoked" { return .revoked(id) }
        return event == "ring" ? ring(id, text).map(Entry.ring) : nil
    }

    private static func ring(_ id: String, _ text: (String) -> String?) -> NetworkRing? {
        guard let campaign = text("campaign"), let phone = text("phone"),
            let committed = text("committedAt").flatMap({ Date(iso: $0) }),
            let at = text("at").flatMap({ Date(iso: $0) }), let until = text("until").flatMap({ Date(iso: $0) }),
            let outcome = text("outcome").flatMap(AttemptOutcome.init(rawValue:))
        else { return nil }
        let call = OutgoingCall(id: id, campaign: campaign, phone: phone, committedAt: committed)
        return NetworkRing(call: call, at: at, until: until, outcome: outcome)
    }
}

extension OutgoingCall {
    fileprivate init(id: String, campaign: String, phone: String, committedAt: Date) {
        (self.id, self.campaign, self.phone) = (id, campaign, phone)
        (phoneKey, self.committedAt) = (CampaignNumber.key(of: phone), committedAt)
    }
}
