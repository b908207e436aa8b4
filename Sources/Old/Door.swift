package func oldNames(_ b: [UInt8]) -> Int { CodeTokens(b).names.count }
package func oldLines(_ b: [UInt8]) -> Int { var s = ScriptTextScanner(b); var n = 0; while let l = s.readLine() { if l.startsInString { n += 1 } }; return n }
package func oldTokens(_ b: [UInt8]) -> Int { OldScanner.tokens(of: b, from: 0, to: b.count).count }
package func oldSkim(_ b: [UInt8]) -> Int { var s = CodeSkimmer(b); var n = 0; while let p = s.next() { if case .word = p { n += 1 } }; return n }
