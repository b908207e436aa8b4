/// Where libraries come from that are no part of the project's own folder.
package struct Libraries: Sendable, Hashable {
    /// The folder of language data, which holds `modules/sys.zb-common.json`; `nil` when it was not found.
    package var dataFolder: String?
    /// Folders given by hand, by the library's name: `--module common=../zb-common`.
    package var folders: [String: String]

    package init(dataFolder: String? = nil, folders: [String: String] = [:]) {
        self.dataFolder = dataFolder
        self.folders = folders
    }
}
