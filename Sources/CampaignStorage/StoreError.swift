/// Why a store cannot be used: one sentence for people and what to do about it.
package struct StoreError: Error, Sendable, Hashable {
    package enum Kind: String, Sendable {
        case missing, readOnly, newerVersion, notADatabase, busy, unusable
        /// No room is left for a write; nothing of it was kept.
        case full
        /// The store is sound, but somebody else has already done what was asked, or taken it over.
        case conflict
        /// Nobody knows whether the last change was kept: its confirmation was lost.
        case uncertain
    }

    package var kind: Kind
    package var message: String
    package var hint: String?

    package init(_ kind: Kind, _ message: String, hint: String? = nil) {
        self.kind = kind
        self.message = message
        self.hint = hint
    }
}
