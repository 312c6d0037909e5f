import Corpus
import Foundation

/// What the manifest of the hostile files says of one of them, as far as it can be checked.
struct HostileExpectation {
  /// One line of the manifest.
  struct Entry: Decodable {
    var path: String
    var expect: String
    var note: String
    var bytes: Int
  }

  let entry: Entry

  /// The encoding that the file is to be read in, as if its container had declared it.
  var charset: String? {
    entry.expect.firstMatch(of: #/HTTP charset=([\w-]+)/#).map { String($0.1) }
  }

  /// What is wrong with what the file gave; nil when it is as the manifest says.
  func failure(articles: [Article], rejects: [Reject]) -> String? {
    let found = "\(articles.count) articles, \(rejects.count) rejects"
    if articles.contains(where: { ($0.title + $0.text).contains("CANARY") }) { return "canary" }
    if let problem = counts(articles.count, rejects.count) { return "\(found): \(problem)" }
    return entry.expect.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      .lazy.compactMap { self.failure(of: $0, articles, rejects) }.first.map { "\(found): \($0)" }
  }

  private func failure(of clause: String, _ articles: [Article], _ rejects: [Reject]) -> String? {
    let titles = articles.map(\.title)
    if let title = clause.firstMatch(of: #/title==(.+?)(?: \(| if | or |,|$)/#)?.1 {
      let isFlagged = clause.contains("replacement") && titles.contains { $0.contains("\u{FFFD}") }
      return titles.contains(String(title)) || isFlagged ? nil : "\(titles) for \(title)"
    }
    switch clause {
    case "quarantine", "reject", "reject_or_quarantine":
      return articles.isEmpty && !rejects.isEmpty ? nil : "is to be rejected"
    case "reject_or_unexpanded":
      // What is expanded is longer than the file.
      return titles.allSatisfy { $0.utf8.count < entry.bytes } ? nil : "an entity was expanded"
    case "parses", "recover:1 item": return articles.count == 1 ? nil : "is to be read"
    case "U+FFFD": return articles.contains { $0.text.contains("\u{FFFD}") } ? nil : "no U+FFFD"
    case "no_connect": return nil
    default:
      if clause.hasPrefix("quarantine:") { return rejects.isEmpty ? "is to be rejected" : nil }
      return articles.isEmpty && rejects.isEmpty ? "nothing is said of it" : nil
    }
  }

  /// Numbers of articles and rejects: `10 ok, 4-6 quarantined`, `accept:100000 items`, `10 + …`.
  private func counts(_ articles: Int, _ rejects: Int) -> String? {
    let expect = entry.expect
    if expect == "2 ok + 1 ok/quarantined by line limit" {
      return articles >= 2 && articles + rejects == 3 ? nil : "three lines, two of them sound"
    }
    if let items = expect.firstMatch(of: #/^accept:(\d+) items/#).flatMap({ Int($0.1) }) {
      return articles == items ? nil : "not \(items)"
    }
    guard let count = expect.firstMatch(of: #/^(\d+)\b/#).flatMap({ Int($0.1) }) else {
      return expect.hasPrefix("partial") && (articles == 0 || rejects == 0) ? "a part" : nil
    }
    let isFlagged = expect.contains(" + ")
    let rejected = expect.firstMatch(of: #/, (\d+)(?:-(\d+))? quarantined/#).map { match in
      (Int(match.1) ?? 0)...(match.2.flatMap { Int($0) } ?? Int(match.1) ?? 0)
    }
    let allowed = rejected ?? (isFlagged ? 1...1 : 0...0)
    return articles == count && allowed.contains(rejects) ? nil : "not as counted"
  }
}
