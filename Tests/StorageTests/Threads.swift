import Foundation
import Synchronization

/// Runs the body in several threads at once, and gives what they gave; the first error is thrown.
@discardableResult
func inThreads<Value: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Value) throws -> [Value] {
    let results = Results<Value>()
    let threads = DispatchGroup()
    for index in 0..<count {
        threads.enter()
        Thread.detachNewThread {
            let result = Result { try body(index) }
            results.all.withLock { $0.append(result) }
            threads.leave()
        }
    }
    threads.wait()
    return try results.all.withLock { try $0.map { try $0.get() } }
}

private final class Results<Value: Sendable>: Sendable {
    let all = Mutex<[Result<Value, any Error>]>([])
}

/// Lets several threads wait for each other the first time they come by.
final class Meeting: @unchecked Sendable {
    private let condition = NSCondition()
    private var missing: Int

    init(_ count: Int) { missing = count }

    func arrive() {
        condition.lock()
        defer { condition.unlock() }
        missing -= 1
        condition.broadcast()
        while missing > 0 { condition.wait() }
    }
}
