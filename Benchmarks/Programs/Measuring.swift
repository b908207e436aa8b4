import CPrototype
import Foundation

/// The median of the samples, in seconds.
func median(_ samples: [Double]) -> Double { samples.sorted()[samples.count / 2] }

func seconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let spent = try clock.measure(body)
    return Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
}

/// The processor time that the process spends: what counts on a machine that others use too.
func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
    let start = clock()
    try body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
}

/// The processor time that this thread spends.
func threadSeconds(_ body: () throws -> Void) rethrows -> Double {
    let start = threadClock()
    try body()
    return threadClock() - start
}

private func threadClock() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// How often this thread asks for memory.
func allocations(_ body: () throws -> Void) rethrows -> Int {
    let start = allocation_count()
    try body()
    return Int(allocation_count() - start)
}

func show(_ name: String, _ figure: Double, _ unit: String, _ ratio: Double, _ against: String) {
    print("\(name): \(rounded(ratio)) × \(against) (\(rounded(figure)) \(unit))")
}

/// One line for one wish of how fast or small something should be.
func showBar(_ wish: String, _ isMet: Bool) {
    print("  bar: \(wish): \(isMet ? "met" : "MISSED")")
    // Whoever writes this to a file wants to see how far it is.
    fflush(nil)
}

/// With one digit behind the point, small ones with two that count.
func rounded(_ figure: Double) -> String {
    guard abs(figure) < 1 else { return String((figure * 10).rounded() / 10) }
    return String(format: "%.2g", figure)
}
