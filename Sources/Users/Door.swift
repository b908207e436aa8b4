import JavaScriptTokens
package func newNames(_ b: [UInt8]) -> Int { NamesInCode(b).names.count }
package func newLines(_ b: [UInt8]) -> Int { StringsOverLines(String(decoding: b, as: UTF8.self)).coverStart(ofLine: 3) ? 1 : 0 }
package func newTokens(_ b: [UInt8]) -> Int {
    var scanner = JavaScriptScanner(b, as: .script); var t: [JavaScriptToken] = []; var partners: [Int] = []; var br = BracketPairs()
    t.reserveCapacity(b.count / 6); partners.reserveCapacity(b.count / 6); while let token = scanner.next() { if case .comment = token.kind { continue }
      var o: Int?; if case .sign = token.kind { o = br.read(b[token.start], at: t.count) }
      if let o { partners[o] = t.count }
      t.append(token); partners.append(o ?? -1) }
    return t.count }
package func newSkim(_ b: [UInt8]) -> Int { var s = JavaScriptScanner(b); var n = 0; while let p = s.next() { if p.kind == .name { n += 1 } }; return n }
