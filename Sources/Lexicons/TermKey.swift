import Bytes
import Corpus

/// All of a term that decides what it finds, as bytes: terms with one key find the same.
///
/// The pattern comes first, then the entry that the term is of, the term as written, and its
/// conditions. Attributes, labels and branches of entries are no part of it. Keys are kept beside
/// mentions, so that a later run can tell what an edit of the lexicons has changed.
public struct TermKey: Sendable, Hashable {
  public let bytes: [UInt8]

  /// - Parameter entry: `nil` for a phrase that only blocks.
  public init(_ term: Term, of entry: String?) {
    var writer = KeyWriter()
    writer.append(term.pattern)
    writer.append(entry == nil ? 0 : 1)
    writer.append(entry ?? "")
    writer.append(term.text)
    if let conditions = term.conditions { writer.append(conditions) }
    bytes = writer.bytes
  }

  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// What the term matches; `nil` where the bytes are of no key.
  public var pattern: TermPattern? {
    var reader = KeyReader(bytes: bytes)
    return reader.pattern()
  }
}

extension LexiconSet {
  /// The keys of a lexicon's terms: those of its entries, in the order of the catalogue, then those
  /// of its blocking phrases.
  public static func keys(of lexicon: Lexicon) -> (terms: [TermKey], blocking: [TermKey]) {
    (
      lexicon.entries.flatMap { entry in entry.terms.map { TermKey($0, of: entry.id) } },
      lexicon.none.map { TermKey($0, of: nil) }
    )
  }

  /// A lexicon of one entry that matches what any of `patterns` matches.
  public init(patterns: [TermPattern]) {
    let place = Lexicon.Place(file: "", line: 1, column: 1)
    let terms = patterns.map { Term(text: "", pattern: $0, conditions: nil, place: place) }
    let entry = Lexicon.Entry(
      id: "patterns", label: "", attributes: [:], parent: nil, affiliations: [], note: nil,
      source: nil, terms: terms, place: place)
    lexicons = [Lexicon(name: "patterns", entries: [entry])]
    warnings = []
    files = []
  }
}

/// Numbers are dense-coded; texts and lists follow their lengths.
private struct KeyWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: Int) { DenseCode.append(number, to: &bytes) }

  mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes += text.utf8
  }

  mutating func append(_ pattern: TermPattern) {
    switch pattern {
    case .phrases(let phrases):
      append(0)
      append(phrases)
    case .proximity(let first, let second, let distance, let ordered):
      append(ordered ? 2 : 1)
      append(distance)
      append(first)
      append(second)
    case .regex(let regex):
      append(3)
      append(regex)
    }
  }

  private mutating func append(_ phrases: [[WordPattern]]) {
    append(phrases.count)
    for phrase in phrases {
      append(phrase.count)
      for word in phrase { append(word) }
    }
  }

  private mutating func append(_ word: WordPattern) {
    append(
      (word.isGlob ? 1 : 0) | (word.isExact ? 2 : 0) | (word.matchesPlural ? 4 : 0)
        | (word.cased == nil ? 0 : 8))
    append(word.key)
    if let cased = word.cased { append(cased) }
  }

  mutating func append(_ conditions: Term.Conditions) {
    for patterns in [conditions.near, conditions.unless, conditions.after] {
      append(patterns.count)
      for pattern in patterns { append(pattern) }
    }
    switch conditions.scope {
    case .sentence: append(0)
    case .paragraph: append(1)
    case .article: append(2)
    case .words(let count): append(3 + count)
    }
    append(conditions.from?.description ?? "")
    append(conditions.until?.description ?? "")
    append(conditions.field.map { Int($0.rawValue) + 1 } ?? 0)
    for texts in [conditions.outlets, conditions.languages] {
      append(texts.count)
      for text in texts { append(text) }
    }
  }
}

/// Reads patterns back.
private struct KeyReader {
  let bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func pattern() -> TermPattern? {
    switch number() {
    case 0: return phrases().map { .phrases($0) }
    case let kind? where kind == 1 || kind == 2:
      guard let distance = number(), let first = phrases(), let second = phrases() else {
        return nil
      }
      return .proximity(first: first, second: second, distance: distance, ordered: kind == 2)
    case 3: return text().map { .regex($0) }
    default: return nil
    }
  }

  private mutating func phrases() -> [[WordPattern]]? {
    list { reader in reader.list { $0.word() } }
  }

  private mutating func list<Item>(_ item: (inout KeyReader) -> Item?) -> [Item]? {
    guard let count = number() else { return nil }
    var items: [Item] = []
    for _ in 0..<count {
      guard let next = item(&self) else { return nil }
      items.append(next)
    }
    return items
  }

  private mutating func word() -> WordPattern? {
    guard let flags = number(), let key = text() else { return nil }
    var cased: String?
    if flags & 8 != 0 {
      guard let text = text() else { return nil }
      cased = text
    }
    return WordPattern(
      key: key, isGlob: flags & 1 != 0, cased: cased, isExact: flags & 2 != 0,
      matchesPlural: flags & 4 != 0)
  }

  private mutating func text() -> String? {
    guard let count = number(), count <= bytes.count - index else { return nil }
    index += count
    return String(validating: bytes[index - count..<index], as: UTF8.self)
  }

  private mutating func number() -> Int? {
    guard index < bytes.count else { return nil }
    var place = index
    defer { index = place }
    return DenseCode.next(in: bytes.span, at: &place)
  }
}
