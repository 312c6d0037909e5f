internal import Bytes
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
    ].compactMap { $0?.singleLine }.filter { !$0.isEmpty }
    let vocabularies = declared.map { Set(words(of: $0)) }

    var best: (text: String, score: Double, node: MarkupTree.Node)?
    for node in outline.headings.prefix(maxHeadings) {
      let text = tree.text(of: node).singleLine
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
    if best == nil,
      let found = declared.lazy.compactMap({ standing($0, in: tree, outlet: outlet) }).first
    {
      return found
    }
    // The one headline of a page may say it in other words than the page's `title`.
    let headlines = outline.headings.prefix(maxHeadings).filter { tree.name(of: $0) == .h1 }
    if headlines.count == 1, let node = headlines.first {
      let text = tree.text(of: node).singleLine
      if text != outlet, words(of: text).count >= 4, text.utf8.count <= 400 { return (text, node) }
    }
    if headlines.isEmpty, let title = outline.title,
      let shown = shownPart(of: title.singleLine, tree)
    {
      return shown
    }
    if let longest = declared.first { return (withoutSite(longest, outlet: outlet), nil) }
    return (best?.text ?? "", best?.node)
  }

  /// The part of a page's `title` that also stands on the page by itself: a headline set in bold
  /// or large type, as pages without heading elements have it.
  private static func shownPart(of title: String, _ tree: MarkupTree)
    -> (text: String, node: MarkupTree.Node)?
  {
    let parts = separators.flatMap { title.components(separatedBy: $0) }
      .filter { $0.utf8.count >= 12 && $0.utf8.count < title.utf8.count }
      .sorted { $0.utf8.count > $1.utf8.count }
    guard let shortest = parts.last, let longest = parts.first else { return nil }
    var best: (text: String, node: MarkupTree.Node)?
    for node in 0..<tree.count where tree.isText(node) {
      let length = tree.textRange(of: node).count
      guard length >= shortest.utf8.count, length <= longest.utf8.count + 40,
        ![.title, .a].contains(tree.name(of: tree.parent(of: node)))
      else { continue }
      let text = tree.text(of: node).singleLine
      if parts.contains(text), text.utf8.count > best?.text.utf8.count ?? 0 { best = (text, node) }
    }
    return best
  }

  private static let maxHeadings = 60

  /// A declared title, or the part of it that is not the site's name, where the page sets it as
  /// plain text: pages of the 2000s have no headings, only large type.
  private static func standing(
    _ title: String, in tree: MarkupTree, outlet: String?
  ) -> (text: String, node: MarkupTree.Node?)? {
    let parts = [title] + separators.flatMap { title.components(separatedBy: $0) }.map(\.singleLine)
    let wanted = parts.filter { part in
      part.utf8.count * 2 > title.utf8.count && part.contains(" ")
        && outlet.map { !same(part, $0) } ?? true
    }
    guard let least = wanted.map(\.utf8.count).min() else { return nil }
    for node in 0..<tree.count where tree.name(of: node) == .text {
      guard tree.textRange(of: node).count >= least else { continue }
      let parent = tree.parent(of: node)
      let text = tree.text(of: node).singleLine
      if wanted.contains(text), tree.name(of: parent) != .title { return (text, parent) }
    }
    return nil
  }

  /// Cuts ` | Site`, ` - Section | Site` or `Site: ` from a title.
  static func withoutSite(_ title: String, outlet: String?) -> String {
    for separator in separators {
      var parts = title.components(separatedBy: separator)
      let count = parts.count
      if count > 1, let outlet, same(parts[0], outlet) { parts.removeFirst() }
      while parts.count > 1, let last = parts.last {
        let rest = parts.dropLast().joined(separator: separator)
        guard outlet.map({ same(last, $0) }) == true || last.utf8.count < rest.utf8.count else {
          break
        }
        parts.removeLast()
        // Only bars part sections from sites; a dash may belong to the title.
        if separator != " | " { break }
      }
      if parts.count < count { return parts.joined(separator: separator) }
    }
    return title
  }

  private static let separators = [
    " | ", " – ", " — ", " - ", " :: ", " » ", " « ", " · ", " • ", "｜", " : ",
  ]

  private static func same(_ a: String, _ b: String) -> Bool {
    let (a, b) = (words(of: a).joined(), words(of: b).joined())
    return !a.isEmpty && (a == b || a.contains(b) || b.contains(a))
  }

  static func words(of text: String) -> [String] {
    let text = text.lowercased()
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return text.utf8.split { !$0.isASCIIWord }.map { String(Substring($0)) }
    }
    return text.split { !$0.isLetter && !$0.isNumber }.flatMap { word in
      word.utf8.count > 3 * word.count - 2 ? word.map(String.init) : [String(word)]
    }
  }
}
