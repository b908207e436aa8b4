/// The circles of a graph: two nodes have the same number when each can be reached from the other (Tarjan's algorithm).
struct StrongComponents {
    private(set) var numbers: [Int]
    /// All nodes, each after those that it leads to outside of its own circle.
    private(set) var fromTheEnd: [Int] = []
    private let next: [[Int]]
    private var order: [Int]
    private var lowest: [Int]
    /// Visited nodes whose circle is not complete yet.
    private var waiting: [Int] = []
    private var visited = 0

    /// - Parameter next: for each node those that it leads to.
    init(_ next: [[Int]]) {
        self.next = next
        numbers = Array(repeating: -1, count: next.count)
        order = numbers
        lowest = numbers
        for node in next.indices where order[node] < 0 { visit(node) }
    }

    /// Goes down from a node with a stack of its own, for chains may be long.
    private mutating func visit(_ start: Int) {
        var path = [(node: start, edge: 0)]
        enter(start)
        while let (node, edge) = path.last {
            guard edge < next[node].count else {
                path.removeLast()
                if let (above, _) = path.last { lowest[above] = min(lowest[above], lowest[node]) }
                if lowest[node] == order[node] { close(node) }
                continue
            }
            path[path.count - 1].edge += 1
            let following = next[node][edge]
            if order[following] < 0 {
                enter(following)
                path.append((following, 0))
            } else if numbers[following] < 0 {
                lowest[node] = min(lowest[node], order[following])
            }
        }
    }

    private mutating func enter(_ node: Int) {
        order[node] = visited
        lowest[node] = visited
        visited += 1
        waiting.append(node)
    }

    private mutating func close(_ node: Int) {
        while let member = waiting.popLast() {
            numbers[member] = node
            fromTheEnd.append(member)
            if member == node { return }
        }
    }
}
