import CScriptSlot

/// What scripts have taken of a turn's time and memory.
///
///     let before = slot.usage
///     try slot.run(block)
///     let taken = slot.usage.since(before)     // taken.seconds, taken.allocatedBytes
///
/// Asking costs a few nanoseconds on the slot's own thread.
package struct ScriptUsage: Sendable, Hashable {
    /// Script time as the limit counts it: waiting in host functions is not in it.
    package var seconds: Double
    /// All bytes that were asked for, those that were given back included.
    package var allocatedBytes: Int
    /// The most bytes that were in use at once in the turn, beside the sealed state.
    package var peakBytes: Int

    package init(seconds: Double = 0, allocatedBytes: Int = 0, peakBytes: Int = 0) {
        self.seconds = seconds
        self.allocatedBytes = allocatedBytes
        self.peakBytes = peakBytes
    }

    /// Time and allocations after an earlier moment of the same turn; `peakBytes` stays the turn's.
    package func since(_ earlier: ScriptUsage) -> ScriptUsage {
        var usage = self
        usage.seconds -= earlier.seconds
        usage.allocatedBytes -= earlier.allocatedBytes
        return usage
    }
}

extension ScriptUsage {
    init(_ usage: ScriptCoreUsage) {
        self.init(
            seconds: Double(usage.nanoseconds) * 1e-9, allocatedBytes: usage.allocated, peakBytes: usage.most)
    }
}
