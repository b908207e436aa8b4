/// Where a rule is heard (dsl.md 2.1.1).
extension Rule {
    /// Whether it is heard in a context, as far as modal states let it.
    package func isActive(in context: StatePath) -> Bool {
        if isGlobal { return true }
        return onlyThisState ? context == origin : context.isWithin(origin)
    }

    /// Inside a modal state only what stands in it counts, and what leads out of it by `fromState`.
    package func passes(modal: StatePath?) -> Bool {
        guard let modal else { return true }
        return owner.isWithin(modal) || (hasFromState && origin.isWithin(modal))
    }

    /// How far a context in which it is heard lies below its origin; of a global rule below the root.
    package func steps(from context: StatePath) -> Int { isGlobal ? context.depth : context.depth - origin.depth }
}
