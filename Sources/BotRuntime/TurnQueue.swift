import Foundation

/// The works that wait for the slots of a pool. Those of one conversation are done one after another, in their order; conversations take
/// turns, so that one with many works delays each other by one work only.
final class TurnQueue: @unchecked Sendable {
    typealias Work = @Sendable (BotRuntime) -> Void

    /// All below are used with it locked.
    private let condition = NSCondition()
    private let size: PoolSize
    /// Every conversation that has a work waiting or running.
    private var lines: [String: Fifo<Work>] = [:]
    /// Conversations with a waiting work and none running; the next one first.
    private var ready = Fifo<String>()
    private var waiting = 0
    private var idle = 0
    private var isClosed = false
    private var servers: [pthread_t] = []

    init(_ size: PoolSize) { self.size = size }

    var waitingCount: Int { condition.withLock { waiting } }

    func add(_ work: @escaping Work, of conversation: String) throws(PoolRefusal) {
        condition.lock()
        defer { condition.unlock() }
        guard !isClosed else { throw .closed }
        guard waiting < size.waiting else { throw .full }
        guard lines[conversation]?.count ?? 0 < size.waitingOfOne else { throw .conversationFull }
        waiting += 1
        if lines[conversation] == nil {
            ready.append(conversation)
            if idle > 0 { condition.signal() }
        }
        lines[conversation, default: Fifo()].append(work)
    }

    /// Does works until the queue is closed and empty.
    func serve(with runtime: BotRuntime) {
        let thread = pthread_self()
        condition.withLock { servers.append(thread) }
        // The system gives the thread's number to another one later.
        defer { condition.withLock { servers.removeAll { pthread_equal($0, thread) != 0 } } }
        var conversation: String?
        while let (next, work) = next(after: conversation) {
            work(runtime)
            conversation = next
        }
    }

    /// Whether this thread does works of the queue.
    var isServedHere: Bool { condition.withLock { servers.contains { pthread_equal($0, pthread_self()) != 0 } } }

    func close() {
        condition.withLock {
            isClosed = true
            condition.broadcast()
        }
    }

    /// The next work, when the one of `conversation` is done; waits for it. `nil` at the end.
    private func next(after conversation: String?) -> (String, Work)? {
        condition.lock()
        defer { condition.unlock() }
        if let conversation { release(conversation) }
        while true {
            if let next = ready.removeFirst(), let work = lines[next]?.removeFirst() {
                waiting -= 1
                return (next, work)
            }
            guard !isClosed else { return nil }
            idle += 1
            condition.wait()
            idle -= 1
        }
    }

    private func release(_ conversation: String) {
        guard let line = lines[conversation] else { return }
        if line.count > 0 { ready.append(conversation) } else { lines[conversation] = nil }
    }
}

/// First in, first out, each in constant time (taken over many).
struct Fifo<Element> {
    private var incoming: [Element] = []
    /// The first one last.
    private var outgoing: [Element] = []

    var count: Int { incoming.count + outgoing.count }

    mutating func append(_ element: Element) { incoming.append(element) }

    mutating func removeFirst() -> Element? {
        if outgoing.isEmpty {
            outgoing = incoming.reversed()
            incoming.removeAll(keepingCapacity: true)
        }
        return outgoing.popLast()
    }
}
