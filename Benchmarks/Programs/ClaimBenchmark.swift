import CampaignModel
import CampaignStorage
import Foundation
import SQLiteStorage

/// How fast calls are claimed from a store full of due numbers, beside a program that only runs the same SQL on a copy of
/// the file; then how long a new plan for all numbers takes, and how long a store needs after a process was killed.
func benchClaims(count: Int) throws {
    let workload = try ClaimWorkload(count: count)
    defer { workload.remove() }
    try workload.compare(batches: min(400, count / ClaimWorkload.batch / 2))
    let replan = try seconds(workload.replan)
    print("a new plan for \(count) numbers after a change of their policy: \(rounded(replan)) s")
    if count == 1_000_000 { showBar("1,000,000 numbers in less than 60 s", replan < 60) }
    let ready = try workload.readyAfterKill()
    print("after kill -9 in a transaction, from opening the store to its first claim: \(rounded(ready * 1000)) ms")
    showBar("less than 2 s", ready < 2)
}

/// The argument with which the program starts itself to be killed.
let unfinishedClaims = "unfinished-claims"

/// Plans very many numbers in one transaction, so that the file holds much that was never committed, and waits.
func leaveUnfinished(in path: String) throws {
    let store = try SQLiteCampaignStore(path: path, mode: .readWrite)
    try store.transaction { transaction throws(StoreError) in
        let campaign = ClaimWorkload.campaign
        var seq: Int? = 0
        while let from = seq, from < 100_000 {
            seq = try transaction.replan(
                campaign, after: from, limit: 2000, book: ScheduleBook(), at: ClaimWorkload.now)
        }
        print("in the middle")
        fflush(nil)
        while true { sleep(60) }
    }
}

/// A store with a running campaign whose numbers are all due.
private struct ClaimWorkload {
    static let batch = 50
    /// Noon in Moscow.
    static let now = Date(timeIntervalSince1970: 1_795_597_200)
    let count: Int
    private let folder: URL

    static let campaign = Campaign(
        id: "campaign", name: "claims", state: .running, zone: "Europe/Moscow", pacing: Pacing(lines: 1_000_000),
        createdAt: now)

    init(count: Int) throws {
        self.count = count
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ringback-claims-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try fill()
        try FileManager.default.copyItem(atPath: path("store.db"), toPath: path("bare.db"))
    }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    private func fill() throws {
        let store = try open()
        let planning = NumberPlanning(Self.campaign, book: ScheduleBook(), at: Self.now)
        let cause = CampaignEventCause(.campaignCreated, at: Self.now, actor: "bench", campaignId: Self.campaign.id)
        try store.transaction { transaction throws(StoreError) in
            try transaction.save(.campaign(Self.campaign), because: cause)
        }
        var identifiers: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
        for start in stride(from: 0, to: count, by: 10_000) {
            try store.transaction { transaction throws(StoreError) in
                for index in start..<min(start + 10_000, count) {
                    // Ids grow with time, in batches, as those of an import do.
                    let added = Self.now.addingTimeInterval(Double(index / 2000 - count / 2000) / 10)
                    var number = CampaignNumber(
                        id: RecordID.make(at: added, using: &identifiers), campaignId: Self.campaign.id,
                        seq: index + 1, phone: "+7\(madeUpPhone(index))", reason: "added", addedAt: added)
                    try planning.planFirst(&number)
                    try transaction.put([.number(number)])
                }
            }
        }
    }

    private func open() throws -> SQLiteCampaignStore {
        try SQLiteCampaignStore(path: path("store.db"), mode: .readWrite)
    }

    // MARK: Claims

    /// Turn by turn, so that what else the machine does slows down both.
    func compare(batches: Int) throws {
        let store = try open()
        let bare = try BareClaims(path("bare.db"), batch: Self.batch)
        let book = ScheduleBook()
        var (ours, theirs) = (ClaimTimes(), ClaimTimes())
        for turn in 0..<batches {
            var claims: [Claim] = []
            let now = Self.now.addingTimeInterval(Double(turn) / 100)
            try ours.measure { claims = try claim(store, book, at: now) }
            precondition(claims.count == Self.batch, "\(claims.count) claims")
            let written = BareClaims.Written(claims, try log(store))
            theirs.measure { bare.claim(written) }
        }
        print("claims of \(Self.batch) from \(count) due numbers: \(ours)")
        print("the bare driver: \(theirs)")
        print(
            "claims: \(rounded(theirs.clock / ours.clock)) of the rows a second of the bare driver, \(rounded(theirs.processor / ours.processor)) by the processor's time"
        )
        showBar("0.7 of the bare driver", theirs.clock / ours.clock >= 0.7)
        showBar("p99 of a claim below 20 ms", ours.percentile(99) < 0.02)
    }

    private func claim(
        _ store: SQLiteCampaignStore, _ book: ScheduleBook, at now: Date = now.addingTimeInterval(60)
    ) throws -> [Claim] {
        try store.transaction { transaction throws(StoreError) in
            var claiming = Claiming(
                transaction, book: book, owner: "bench", at: now, leaseUntil: now.addingTimeInterval(60),
                identifiers: SystemRandomNumberGenerator())
            return try claiming.claim(campaign: Self.campaign.id, room: ClaimRoom(most: Self.batch))
        }
    }

    private func log(_ store: SQLiteCampaignStore) throws -> [CampaignEvent] {
        try store.read { reading throws(StoreError) in
            let last = try reading.lastSeq(ofCampaign: Self.campaign.id)
            return try reading.events(ofCampaign: Self.campaign.id, from: last - Self.batch + 1)
        }
    }

    // MARK: A new plan, a killed process

    func replan() throws {
        let store = try open()
        var campaign = Self.campaign
        campaign.defaultPolicy.allowedTime = AllowedTime(byDefault: [DayInterval(from: 10 * 60, to: 18 * 60)])
        let book = ScheduleBook()
        var seq: Int? = 0
        while let from = seq {
            seq = try store.transaction { [campaign] transaction throws(StoreError) in
                try transaction.replan(campaign, after: from, limit: 2000, book: book, at: Self.now)
            }
        }
    }

    func readyAfterKill() throws -> Double {
        let program = Process()
        let output = Pipe()
        program.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        program.arguments = [unfinishedClaims, path("store.db")]
        program.standardOutput = output
        try program.run()
        precondition(!output.fileHandleForReading.availableData.isEmpty, "the process ended by itself")
        kill(program.processIdentifier, SIGKILL)
        program.waitUntilExit()
        return try seconds {
            let claims = try claim(try open(), ScheduleBook())
            precondition(claims.count == Self.batch)
        }
    }
}

/// How long claims took.
private struct ClaimTimes: CustomStringConvertible {
    private var times: [Double] = []
    private(set) var processor = 0.0

    var clock: Double { times.reduce(0, +) }

    mutating func measure(_ body: () throws -> Void) rethrows {
        processor += try threadSeconds { times.append(try seconds(body)) }
    }

    func percentile(_ rank: Int) -> Double { times.sorted()[(times.count - 1) * rank / 100] }

    var description: String {
        let rate = Int(Double(times.count * ClaimWorkload.batch) / clock)
        return "\(rate) rows/s, p50 \(rounded(percentile(50) * 1000)) ms, p99 \(rounded(percentile(99) * 1000)) ms, "
            + "\(rounded(processor / Double(times.count) * 1000)) ms of the processor each"
    }
}
