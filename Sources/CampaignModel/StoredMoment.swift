import FoundationEssentials

/// Moments as stores keep them: whole microseconds since 1970, UTC (campaigns.md 2).
extension Date {
    /// The nearest whole microsecond since 1970; a moment too far away to be counted so is the farthest that can be.
    package var microseconds: Int64 {
        let farthest = 9.2e18
        return Int64(min(max((timeIntervalSince1970 * 1_000_000).rounded(), -farthest), farthest))
    }

    /// - Parameter microseconds: since 1970.
    package init(microseconds: Int64) {
        self.init(timeIntervalSince1970: Double(microseconds) / 1_000_000)
    }

    /// This moment as a store would give it back.
    package var asStored: Date { Date(microseconds: microseconds) }
}
