/// What a store is opened for.
package enum StoreMode: Sendable {
    /// To read and write; makes the store when there is none.
    case readWrite
    /// To look at a store that must exist; nothing is written.
    case readOnly
}
