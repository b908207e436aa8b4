import FoundationEssentials
import Scripting

/// Reads the JavaScript libraries that the platform gives to bots, from where the system's packages put them.
enum LibraryFiles {
    /// `javascript` in a folder of Ringback's data counts before `/usr/share/javascript`.
    static let shelf = ScriptShelf { path in
        let folders = DataFolder().libraries + ["/usr/share/javascript"]
        return folders.lazy.compactMap { try? String(contentsOfFile: $0 + "/" + path, encoding: .utf8) }.first
    }
}
