import PatternMatching
import Utterances

/// What holds for every parse tree and alignment, whatever the pattern.
package enum TreeTrial {
    package static func faults(of match: PatternMatch, _ utterance: Utterance) -> [String] {
        var faults: [String] = []
        if match.tree.words != utterance.tokens.map(\.word) { faults.append("the root has other words") }
        if match.alignment.flatMap(\.words) != match.tree.words { faults.append("the alignment has other words") }
        if match.alignment.contains(where: \.words.isEmpty) { faults.append("an element covers nothing") }
        let anyWord = ["*", "$oneWord", "$nonEmptyGarbage"]
        let named = match.alignment.filter { !anyWord.contains($0.element) }.reduce(0) { $0 + $1.words.count }
        if named != match.explicitWords { faults.append("\(named) explicit words in the alignment") }
        return faults + self.faults(of: match.tree)
    }

    /// Children lie in their parent, side by side and in order.
    private static func faults(of node: ParseNode) -> [String] {
        var faults: [String] = []
        var rest = node.words[...]
        for child in node.children {
            faults += self.faults(of: child)
            guard
                let start = rest.indices.first(where: { rest[$0...].starts(with: child.words) || child.words.isEmpty })
                    ?? (child.words.isEmpty ? rest.startIndex : nil)
            else {
                faults.append("\(child.tag) does not lie in \(node.tag)")
                continue
            }
            rest = rest[(start + child.words.count)...]
        }
        if !node.text.isEmpty, Utterance(node.text).tokens.map(\.word) != node.words {
            faults.append("the text of \(node.tag) is not that of its words")
        }
        return faults
    }
}
