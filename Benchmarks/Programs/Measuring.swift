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

func show(_ name: String, _ figure: Double, _ unit: String, _ ratio: Double, _ against: String) {
    let figure = (figure * 10).rounded() / 10
    let ratio = (ratio * 10).rounded() / 10
    print("\(name): \(ratio) × \(against) (\(figure) \(unit))")
}
