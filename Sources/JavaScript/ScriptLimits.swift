/// What a slot allows a turn.
package struct ScriptLimits: Sendable, Hashable {
    /// Time for all script code of a turn, in seconds.
    package var seconds: Double
    /// Memory of the slot's arena, in bytes, what is loaded before the snapshot included.
    package var memory: Int
    /// Seconds after the limit at which the next allocation stops a script that the engine could not interrupt.
    package var allocatorGrace = 0.02
    /// Seconds after the limit at which a signal stops a built-in that neither asks nor allocates.
    package var signalGrace = 0.15

    package init(seconds: Double = 10, memory: Int = 64 << 20) {
        self.seconds = seconds
        self.memory = memory
    }
}
