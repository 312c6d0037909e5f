import Corpus
import Extract
import Foundation
import Lexicons

let t0 = ContinuousClock.now
do {
  let set = try LexiconSet.load(CommandLine.arguments[2...].map { $0 })
  print("load", ContinuousClock.now - t0, set.lexicons.map { "\($0.name) \($0.entries.count) entries \($0.entries.reduce(0) { $0 + $1.terms.count }) terms" })
  for w in set.warnings.prefix(10) { print(w) }
  let compiled = CompiledLexicons(set)
  print("compiled", ContinuousClock.now - t0, compiled.patterns.count)
  var docs: [Document] = []
  var bytes = 0
  for line in try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8).split(separator: "\n") {
    let o = try JSONSerialization.jsonObject(with: Data(line.utf8)) as! [String: Any]
    let text = Array((o["text"] as! String).utf8)
    var starts: [UInt32] = text.isEmpty ? [] : [0]
    for i in 0..<max(0, text.count - 2) where text[i] == 46 && text[i + 1] == 32 { starts.append(UInt32(i + 2)) }
    docs.append(Document(id: "\(o["id"]!)", source: Source(path: "x"), title: .empty, body: Passage(utf8: text, sentenceStarts: starts)))
    bytes += text.count
  }
  var tagger = Tagger(compiled)
  for i in 0..<12 {
    if i % 6 == 0 { tagger = Tagger(compiled) }
    let t = ContinuousClock.now
    var n = 0
    for d in docs { n += tagger.mentions(in: d).count }
    let e = ContinuousClock.now - t
    let s = Double(e.components.seconds) + Double(e.components.attoseconds) * 1e-18
    print("tag", bytes, "bytes", n, "mentions", Double(bytes) / 1e6 / s, "MB/s")
  }
} catch { print(error) }
