import CampaignModel
import CampaignStorage
import Foundation

/// The time by which a dialer works: the wall's, one that runs faster, or one that jumps.
package protocol DialClock: AnyObject, Sendable {
    var now: Date { get }
    /// Waits until a moment of this clock, but no longer than somebody may want to be heard.
    func wait(until moment: Date)
    /// The same, and no longer than until somebody tells that the store was changed.
    func wait(until moment: Date, waking: (any StoreWaking)?)
}

extension DialClock {
    package func wait(until moment: Date, waking: (any StoreWaking)?) { wait(until: moment) }
}

/// A clock that runs at a multiple of the wall's: 09:00 was at a moment of the wall's that all programs are told.
///
/// A program that is started again therefore is at the right time; `speed` 1 is the wall's own clock.
package final class RunningClock: DialClock {
    private let start: Date
    private let epoch: Date
    private let speed: Double
    private let stop: @Sendable () -> Bool

    /// - Parameters:
    ///   - start: what this clock showed at `epoch`.
    ///   - epoch: a moment on the wall's clock.
    ///   - stop: asked while it waits; `true` ends the wait.
    package init(start: Date, epoch: Date, speed: Double, stop: @escaping @Sendable () -> Bool = { false }) {
        (self.start, self.epoch, self.speed, self.stop) = (start, epoch, speed, stop)
    }

    package var now: Date { start.addingTimeInterval(Date().timeIntervalSince(epoch) * speed).asStored }

    /// How far this clock goes in a stretch of the wall's, in seconds.
    package func seconds(ofWall seconds: TimeInterval) -> TimeInterval { seconds * speed }

    /// At most a fifth of a second of the wall's: other programs may have changed the store.
    package func wait(until moment: Date) {
        let seconds = min(moment.timeIntervalSince(now) / speed, 0.2)
        if seconds > 0, !stop() { Thread.sleep(forTimeInterval: seconds) }
    }

    /// A store that tells its changes is asked less often: once a second, for whoever wants to stop us.
    package func wait(until moment: Date, waking: (any StoreWaking)?) {
        guard let waking, !(waking is PlainWait), !stop() else { return wait(until: moment) }
        let seconds = min(moment.timeIntervalSince(now) / speed, 1)
        guard seconds > 0 else { return }
        do { try waking.waitForChange(timeout: seconds) } catch { wait(until: moment) }
    }
}

/// A clock that stands still until it is waited for, and then is where it was waited for: simulations take no time.
package final class JumpingClock: DialClock, @unchecked Sendable {
    // Touched by the one thread that runs the simulation.
    package private(set) var now: Date

    package init(_ start: Date) { now = start.asStored }

    package func wait(until moment: Date) { now = max(now, moment.asStored) }
}
