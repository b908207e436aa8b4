import Conversations
import Synchronization

/// Keeps conversations between their turns, in memory: nothing of them is anywhere else while they are idle.
///
/// Many threads may use it. In parts, so that they seldom wait for each other.
final class MemoryConversations: Sendable {
    private static let partCount = 16

    private let parts = (0..<partCount).map { _ in Part() }

    private final class Part: Sendable {
        let states = Mutex<[String: ConversationState]>([:])
    }

    init() {}

    func state(of conversation: String) -> ConversationState? {
        part(of: conversation).states.withLock { $0[conversation] }
    }

    func keep(_ state: ConversationState, of conversation: String) {
        part(of: conversation).states.withLock { $0[conversation] = state }
    }

    private func part(of conversation: String) -> Part {
        parts[Int(UInt(bitPattern: conversation.hashValue) % UInt(Self.partCount))]
    }
}
