import Conversations
import Foundation

/// A thread that can be waited for. It only holds a runtime: turns run on the thread of the runtime's own slot.
package final class PoolThread: @unchecked Sendable {
    private let thread: pthread_t
    private let lock = NSLock()
    private var isOver = false

    /// Begins to run `body`; `nil` when the system has no more threads.
    init?(_ body: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(Body(body))
        let status = pthread_create(
            &thread, nil,
            { context in
                guard let context else { preconditionFailure("a thread has lost its body") }
                Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        guard status == 0 else {
            context.release()
            return nil
        }
        self.thread = thread
    }

    /// Waits for the end of the thread. Whoever calls later finds it ended too.
    func join() {
        lock.withLock {
            guard !isOver else { return }
            isOver = true
            pthread_join(thread, nil)
        }
    }

    /// Lets the thread end when it will, without anybody waiting.
    func leave() {
        lock.withLock {
            guard !isOver else { return }
            isOver = true
            pthread_detach(thread)
        }
    }

    /// The processors of the machine that this process may use.
    package static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}

/// What the threads of a pool tell when they have loaded the bot.
final class PoolStart: @unchecked Sendable {
    typealias Report = Result<[TurnFailure], TurnFailure>

    private let condition = NSCondition()
    private var given: [Report] = []

    func report(_ report: Report) {
        condition.withLock {
            given.append(report)
            condition.signal()
        }
    }

    /// Waits until so many have reported.
    func reports(of count: Int) -> [Report] {
        condition.withLock {
            while given.count < count { condition.wait() }
            return given
        }
    }
}
