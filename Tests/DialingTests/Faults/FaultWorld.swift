import CampaignModel
import CampaignStorage
import CivilTime
import Dialing
import Foundation
import SQLiteStorage

/// Dialers, one store and one telephone network in a time of their own, in which a seed decides what goes wrong.
///
/// All run on one thread: who is frozen waits on the stack while the others go on.
final class FaultWorld: @unchecked Sendable {
    let seed: UInt64
    let setting: FaultSetting
    let store: any CampaignStore
    let folder: URL
    var bits: SplitMix
    var now: Date
    var plan: FaultPlan
    /// The steps at which something could have gone wrong.
    private(set) var steps = 0
    /// What went wrong so far.
    private(set) var faults = 0
    private(set) var story: [String] = []
    /// Attempts that the line has forgotten.
    var forgotten: Set<String> = []
    /// Series that a talk was told to be booked.
    var promised: Set<String> = []
    private(set) var storeTrouble: StoreError.Kind?
    private var storeTroubleUntil = Date.distantPast
    private var posts: [(at: Date, call: OutgoingCall)] = []
    private(set) var workers: [FaultWorker] = []
    private(set) lazy var outsider = FaultOutsider(self)

    init(seed: UInt64, setting: FaultSetting, plan: FaultPlan) throws {
        (self.seed, self.setting, self.plan) = (seed, setting, plan)
        (bits, now) = (SplitMix(seed: seed), setting.start)
        folder = try Self.makeFolder()
        store =
            setting.isSQLite
            ? try SQLiteCampaignStore(path: folder.path + "/ringback.db", mode: .readWrite) : MemoryCampaignStore()
        try setting.fill(store)
        workers = (0..<setting.dialers).map { FaultWorker(self, index: $0) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    // In memory where there is such a folder: a disk would take most of the time.
    private static func makeFolder() throws -> URL {
        let memory = URL(fileURLWithPath: "/dev/shm")
        let parent =
            FileManager.default.isWritableFile(atPath: memory.path) ? memory : FileManager.default.temporaryDirectory
        let folder = parent.appendingPathComponent("ringback-faults-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    var logPath: String { folder.path + "/line.jsonl" }

    func makeLine(of worker: FaultWorker?) throws -> SimulatedLine {
        try SimulatedLine(
            path: logPath, answers: CallAnswers(seed: seed, weights: setting.answers),
            clock: GateClock(self, of: worker),
            patience: 0)
    }

    func tell(_ text: String) { story.append("\(now.isoText) \(text)") }

    // MARK: What goes wrong

    func fault(at point: FaultPoint) -> Fault? {
        steps += 1
        now.addTimeInterval(0.002)
        let fault = plan.fault(atStep: steps, point, &bits)
        if fault != nil { faults += 1 }
        return fault
    }

    func breakStore(_ kind: StoreError.Kind, for seconds: TimeInterval) {
        (storeTrouble, storeTroubleUntil) = (kind, now.addingTimeInterval(seconds))
    }

    /// A request comes to the gate later.
    func post(_ call: OutgoingCall, in seconds: TimeInterval) { posts.append((now.addingTimeInterval(seconds), call)) }

    /// Whether a dialer is known to be dead; of those of the second machine nobody can tell.
    func isGone(_ name: DialerName) -> Bool {
        guard let worker = workers.first, setting.seesTheDead else { return false }
        return name.description.hasPrefix("machine-0/") && (worker.isDead || worker.name != name.description)
    }

    // MARK: Time

    /// Lets all who are not frozen work until a moment.
    func run(until end: Date) {
        while let moment = nextMoment, moment <= end {
            now = max(now, moment)
            if storeTroubleUntil <= now { storeTrouble = nil }
            deliverPosts()
            outsider.act()
            guard let worker = nextWorker, worker.next <= now else { continue }
            attempt { try worker.work() }
            worker.next = min(worker.next, now.addingTimeInterval(20))
        }
        now = max(now, end)
    }

    /// Nothing goes wrong any more: works until all campaigns are over.
    ///
    /// - Returns: `false` when they never are.
    func drain() -> Bool {
        (plan, storeTrouble) = (.calm, nil)
        deliverPosts(all: true)
        outsider.calm()
        for worker in workers { worker.calm() }
        let begin = now
        for _ in 0..<5_000 {
            guard let worker = nextWorker, worker.next != .distantFuture else { return true }
            now = max(now, worker.next)
            outsider.act()
            attempt { try worker.work() }
            // Later they only look around: it need not be so often.
            if now > begin.addingTimeInterval(900) { worker.next = max(worker.next, now.addingTimeInterval(240)) }
        }
        return false
    }

    private var nextWorker: FaultWorker? { workers.filter { !$0.isFrozen }.min { $0.next < $1.next } }

    private var nextMoment: Date? {
        ([nextWorker?.next, outsider.next] + posts.map(\.at)).compactMap(\.self).min()
    }

    private func deliverPosts(all: Bool = false) {
        let due = posts.filter { all || $0.at <= now }
        posts.removeAll { all || $0.at <= now }
        for post in due { tell("a late request for \(post.call.phone): \(outsider.line.ring(post.call))") }
    }

    private func attempt(_ work: () throws -> Void) {
        do { try work() } catch { tell("FAILED \(error)") }
    }
}
