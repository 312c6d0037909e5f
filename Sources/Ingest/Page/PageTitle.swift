internal import Foundation
internal import Markup

/// The article's title, without the name of its site.
enum PageTitle {
  static func title(
    of outline: PageOutline, _ tree: MarkupTree, _ data: LinkedData, outlet: String?
  )
    -> (text: String, node: MarkupTree.Node?)
  {
    let declared = [
      outline.first(["og:title"]), data.headline, outline.first(["twitter:title", "dc.title"]),
      outline.title,
    ].compactMap { $0.map(collapsed) }.filter { !$0.isEmpty }
    let vocabularies = declared.map { Set(words(of: $0)) }

    var best: (text: String, score: Double, node: MarkupTree.Node)?
    for node in outline.headings.prefix(maxHeadings) {
      let text = collapsed(tree.text(of: node))
      guard (2...400).contains(text.utf8.count), text != outlet else { continue }
      let own = words(of: text)
      guard !own.isEmpty else { continue }
      // Agreement with a declared title: the share of words they have in common.
      var agreement = 0.0
      for vocabulary in vocabularies where !vocabulary.isEmpty {
        let common = Double(own.count { vocabulary.contains($0) })
        agreement = max(agreement, 2 * common / Double(own.count + vocabulary.count))
      }
      let score = agreement + (tree.name(of: node) == .h1 ? 0.2 : 0)
      if score > best?.score ?? 0 { best = (text, score, node) }
    }
    if let best, best.score >= 0.6 { return (best.text, best.node) }
    if let longest = declared.first { return (withoutSite(longest, outlet: outlet), nil) }
    return (best?.text ?? "", best?.node)
  }

  private static let maxHeadings = 60

  /// Cuts ` | Site`, ` - Site` or `Site: ` from a title.
  static func withoutSite(_ title: String, outlet: String?) -> String {
    for separator in [" | ", " – ", " — ", " - ", " :: ", " » ", " « ", " · ", " • ", "｜", " ｜ "] {
      let parts = title.components(separatedBy: separator)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      if let outlet, same(first, outlet) { return parts.dropFirst().joined(separator: separator) }
      if outlet.map({ same(last, $0) }) == true || last.utf8.count * 2 < title.utf8.count {
        return parts.dropLast().joined(separator: separator)
      }
    }
    return title
  }

  private static func same(_ a: String, _ b: String) -> Bool {
    let (a, b) = (words(of: a).joined(), words(of: b).joined())
    return !a.isEmpty && (a == b || a.contains(b) || b.contains(a))
  }

  static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.flatMap { word in
      word.utf8.count > 3 * word.count - 2 ? word.map(String.init) : [String(word)]
    }
  }

  static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
