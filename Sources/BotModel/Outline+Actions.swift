import ScriptSyntax
import SourceText

extension Outline {
    /// Adds the states that action tags stand for; one that the bot declares itself is left alone.
    mutating func expandActions() {
        for draft in drafts {
            var number = 0
            for tag in ActionExpansion.actions(of: draft.tag) {
                let plain = TagMaker(origin: tag, file: draft.file, home: draft.path)
                guard let first = ActionExpansion(plain), !first.children.isEmpty else { continue }
                number += 1
                // A second action of the same state gets a room of its own, or its answers would go to the first.
                let make = number == 1 ? plain : inRoom(plain, number: number)
                for child in ActionExpansion(make)?.children ?? [] {
                    add(child, at: make.room.child(child.value?.text ?? ""), home: draft.path, file: draft.file)
                }
            }
        }
    }

    private mutating func inRoom(_ plain: TagMaker, number: Int) -> TagMaker {
        let tag = plain.origin
        let room = plain.home.child("\(tag.name.text) \(number)")
        rooms[ActionPlace(tag, in: plain.file)] = room
        add(plain.state(room.names.last ?? "", []), at: room, home: room, file: plain.file)
        return TagMaker(origin: tag, file: plain.file, home: plain.home, room: room)
    }

    private mutating func add(_ tag: ScriptTag, at path: StatePath, home: StatePath, file: SourceFile) {
        guard paths.insert(path).inserted else { return }
        drafts.append(DeclaredState(made: path, tag: tag, file: file, home: home))
    }
}
