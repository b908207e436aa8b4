/// Elements that are made of others.
extension PatternSampler {
    mutating func all(_ members: [Int], in site: Site) -> [Piece]? {
        var all: [Piece] = []
        for member in members {
            guard let pieces = pieces(of: member, in: site) else { return nil }
            all += pieces
        }
        return all
    }

    /// Any alternative; deep inside, or in a hurry, one of the shortest. When it comes to nothing, the next.
    mutating func one(of members: [Int], in site: Site) -> [Piece]? {
        let possible = members.filter { length($0, site) != ShortestLengths.never }
        let shortest = possible.map { length($0, site) }.min()
        let wanted = isBrief ? possible.filter { length($0, site) == shortest } : possible
        guard !wanted.isEmpty else { return nil }
        let first = manner == .short ? 0 : below(wanted.count)
        for turn in wanted.indices {
            if let pieces = pieces(of: wanted[(first + turn) % wanted.count], in: site) { return pieces }
        }
        return nil
    }

    /// Stars among the members say where other words may stand; they are members here like others, for the matcher checks.
    mutating func inAnyOrder(_ members: [Int], in site: Site) -> [Piece]? {
        var order = members
        if manner != .short {
            for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, below(last + 1)) }
        }
        return all(order, in: site)
    }

    mutating func named(_ reference: NamedReference, at node: Int, in site: Site) -> [Piece]? {
        let target =
            site.element.definition < 0
            ? library.number(of: reference.name) ?? -1
            : library.targets[library.definitions[site.element.definition].base + node]
        guard target >= 0, names < Self.tooDeep else { return nil }
        names += 1
        defer { names -= 1 }
        let tree = library.definitions[target].tree
        let inside = Site(element: SampledElement(tree: tree, definition: target, node: tree.root), lengths: [])
        return pieces(of: tree.root, in: inside)
    }

    mutating func repeated(_ reference: NamedReference, at node: Int, in site: Site) -> [Piece]? {
        guard var all = named(reference, at: node, in: site) else { return nil }
        for _ in 0..<2 where isGenerous() && below(2) == 0 { all += named(reference, at: node, in: site) ?? [] }
        return all
    }
}
