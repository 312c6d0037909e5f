public import Corpus

/// Which entries a measure counts: `theme`, `theme/working-hours` (an entry with all below it),
/// `fund[country=JP]`, `fund[country=JP, kind=corporate]`.
public struct Selector: Sendable, Hashable {
  public var lexicon: String
  public var entry: String?
  public var attributes: [String: String]

  public struct SyntaxError: Error, Sendable {
    public var message: String

    public init(message: String) { self.message = message }
  }

  public init(_ text: String) throws(SyntaxError) {
    var head = Substring(text)
    attributes = [:]
    if let bracket = text.firstIndex(of: "[") {
      guard text.hasSuffix("]") else {
        throw SyntaxError(message: "'\(text)' has a '[' without ']'")
      }
      head = text[..<bracket]
      for pair in text[text.index(after: bracket)...].dropLast().split(separator: ",") {
        let parts = pair.split(separator: "=", maxSplits: 1).map {
          String($0.trimmed)
        }
        guard parts.count == 2 else {
          throw SyntaxError(message: "'\(pair)' in '\(text)' is not attribute=value")
        }
        attributes[parts[0]] = parts[1]
      }
    }
    let names = head.trimmed.split(separator: "/", maxSplits: 1).map { String($0) }
    guard let lexicon = names.first, !lexicon.isEmpty else {
      throw SyntaxError(message: "'\(text)' names no lexicon; write lexicon or lexicon/entry")
    }
    self.lexicon = lexicon
    entry = names.count > 1 ? names[1] : nil
  }

  /// The indices of the entries meant, ascending.
  public func entries(of catalogue: Catalogue) throws(SyntaxError) -> [Int32] {
    let inLexicon = catalogue.entries.indices.filter { catalogue.entries[$0].lexicon == lexicon }
    guard !inLexicon.isEmpty else {
      throw unknown("lexicon", lexicon, among: Set(catalogue.entries.map(\.lexicon)))
    }
    var selected = inLexicon
    if let entry {
      guard inLexicon.contains(where: { catalogue.entries[$0].id == entry }) else {
        throw unknown("entry", entry, among: inLexicon.map { catalogue.entries[$0].id })
      }
      selected = inLexicon.filter { catalogue.hasAncestor(entry, of: $0) }
    }
    for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
      let known = Set(inLexicon.flatMap { catalogue.entries[$0].attributes.keys })
      guard known.contains(name) else { throw unknown("attribute", name, among: known) }
      let values = Set(inLexicon.flatMap { catalogue.entries[$0].attributes[name] ?? [] })
      guard values.contains(value) else {
        throw unknown("value of \(name)", value, among: values)
      }
      selected = selected.filter {
        catalogue.entries[$0].attributes[name]?.contains(value) ?? false
      }
    }
    return selected.map(Int32.init)
  }

  private func unknown(
    _ what: String, _ word: String, among words: some Sequence<String>
  ) -> SyntaxError {
    let near = nearestWord(to: word, among: words)
    let hint = near.map { "; did you mean '\($0)'?" }
    return SyntaxError(
      message: "there is no \(what) '\(word)' in the lexicons\(hint ?? "")")
  }
}

extension Catalogue {
  /// Whether the entry at `index` is `id` or lies below it.
  func hasAncestor(_ id: String, of index: Int) -> Bool {
    var next: Int? = index
    while let current = next {
      if entries[current].id == id { return true }
      next = entries[current].parent.map(Int.init)
    }
    return false
  }
}

extension Substring {
  var trimmed: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
