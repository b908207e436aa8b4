import CampaignModel
import CampaignStorage
import CivilTime
import Dialing
import Foundation

/// A computer on which a dialer runs, is killed and is started again.
final class FaultWorker {
    unowned let world: FaultWorld
    let index: Int
    /// When it wants to work next; a dead one is started again then.
    var next: Date
    private(set) var isFrozen = false
    private(set) var isDead = true
    /// By how much its clock is off.
    private var offset: TimeInterval = 0
    /// Whether it is in the middle of a transaction: then everybody else waits for it.
    var isInTransaction = false
    private var lives = 0
    private var dialer: Dialer?

    init(_ world: FaultWorld, index: Int) {
        (self.world, self.index, next) = (world, index, world.now)
    }

    var now: Date { world.now.addingTimeInterval(offset).asStored }

    /// What its dialer is called in its present life.
    var name: String { "machine-\(index)/1/\(lives)" }

    /// One round of its dialer.
    func work() throws {
        if isDead { try start() }
        guard let dialer else { return }
        do throws(StoreError) {
            next = try dialer.step()
            if next != .distantFuture {
                next = max(next.addingTimeInterval(-offset), world.now.addingTimeInterval(0.05))
            }
        } catch {
            if world.plan == .calm { world.tell("\(name): \(error.message)") }
            next = world.now.addingTimeInterval(1)
        }
        if isDead { next = world.now.addingTimeInterval(world.bits.seconds(upTo: 90)) }
    }

    private func start() throws {
        (isDead, offset, lives) = (false, 0, lives + 1)
        let line = try FaultyLine(self)
        let world = world
        let settings = DialSettings(
            identifiers: SplitMix(seed: world.seed &* 1000 &+ UInt64(index * 100 + lives)),
            isGone: { [weak world] in world?.isGone($0) ?? false })
        dialer = Dialer(
            store: FaultyStore(self), line: line, clock: WorkerClock(self), talk: RedialTalk(self),
            owner: try DialerName(name).orFail(), settings: settings)
        world.tell("\(name) starts")
    }

    /// Lets happen what is planned for this step; what concerns only the caller is given back.
    func pass(_ point: FaultPoint) -> Fault? {
        guard !isDead, let fault = world.fault(at: point) else { return nil }
        world.tell("\(name) \(point): \(fault)")
        switch fault {
        case .kill: isDead = true
        case .freeze(let seconds): freeze(seconds)
        case .clock(let seconds): offset = seconds
        default: return fault
        }
        return nil
    }

    private func freeze(_ seconds: TimeInterval) {
        guard !isInTransaction else { return world.now.addTimeInterval(seconds) }
        isFrozen = true
        world.run(until: world.now.addingTimeInterval(seconds))
        isFrozen = false
        world.tell("\(name) goes on")
    }

    /// Sets right what is wrong with it; a dead one is started again.
    func calm() {
        offset = 0
        next = world.now
    }
}

/// The clock of a worker.
final class WorkerClock: DialClock, @unchecked Sendable {
    private let worker: FaultWorker

    init(_ worker: FaultWorker) { self.worker = worker }

    var now: Date {
        _ = worker.pass(.clock)
        return worker.now
    }

    func wait(until moment: Date) {}
}

/// The clock of the network, read at the gate while its lock is held.
final class GateClock: DialClock, @unchecked Sendable {
    private let worker: FaultWorker?
    private let world: FaultWorld

    /// - Parameter worker: who stands at the gate; `nil` is never disturbed.
    init(_ world: FaultWorld, of worker: FaultWorker?) { (self.world, self.worker) = (world, worker) }

    /// Whoever is frozen here has read the clock and not yet written.
    var now: Date {
        let now = world.now.asStored
        _ = worker?.pass(.gate)
        return now
    }

    func wait(until moment: Date) {}
}

extension Optional {
    func orFail() throws -> Wrapped {
        guard let self else { throw StoreError(.missing, "a value that must be there") }
        return self
    }
}
