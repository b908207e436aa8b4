import Old
import Users
import Foundation
nonisolated(unsafe) var dummy = 0
nonisolated(unsafe) var files: [[UInt8]] = []
for p in CommandLine.arguments.dropFirst() { if let d = FileManager.default.contents(atPath: p) { files.append(Array(d)) } }
nonisolated(unsafe) let size = files.reduce(0) { $0 + $1.count }
func time(_ n: String, _ f: ([UInt8]) -> Int) {
  var best = Double.infinity; var c = 0
  for _ in 0..<7 { c = 0; let t = ContinuousClock().measure { for b in files { c += f(b) } }; best = min(best, Double(t.components.attoseconds) / 1e18 + Double(t.components.seconds)) }
  print(n, c, String(format: "%.2f ms  %.0f MB/s", best * 1000, Double(size) / best / 1e6)) }
if CommandLine.arguments.count == 2 { for _ in 0..<300 { time("t", newTokens) }; exit(0) }
time("old names", oldNames); time("new names", newNames)
time("old lines", oldLines); time("new lines", newLines)
time("old tokens", oldTokens); time("new tokens", newTokens)
time("old skim", oldSkim); time("new skim", newSkim)
