import FoundationEssentials

/// Where libraries come from that are no part of the project's own folder.
package struct Libraries: Sendable, Hashable {
    /// The folder of language data, which holds `modules/sys.zb-common` and `modules/sys.zb-common.json`; `nil` when it was not found.
    package var dataFolder: String?
    /// The folder of what is made of data on this machine: `sys.zb-common/city/cities-ru.csv`. What `dataFolder` has goes before it.
    package var madeFolder: String?
    /// Folders given by hand, by the library's name: `--module common=../zb-common`.
    package var folders: [String: String]

    package init(dataFolder: String? = nil, madeFolder: String? = nil, folders: [String: String] = [:]) {
        self.dataFolder = dataFolder
        self.madeFolder = madeFolder
        self.folders = folders
    }

    /// The same with the folders of our own libraries, `modules/sys.NAME`; those given by hand stay.
    func withSystemModules() -> Libraries {
        guard let modules = dataFolder.map({ $0 + "/modules" }),
            let names = try? FileManager.default.contentsOfDirectory(atPath: modules)
        else { return self }
        var all = self
        for name in names where name.hasPrefix("sys.") && !name.hasSuffix(".json") && folders[name] == nil {
            all.folders[name] = "\(modules)/\(name)"
        }
        return all
    }
}
