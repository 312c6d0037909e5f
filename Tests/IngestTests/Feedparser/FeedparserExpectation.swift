import Foundation

/// The `Expect:` line of a case of feedparser's: a Python expression over the feed and its entries,
/// as clauses joined by `and`.
struct FeedparserExpectation {
  /// What of an entry a clause speaks of, as far as articles have it.
  enum Field: String { case title, link, id, text, date, author, language }

  enum Clause: Equatable {
    /// The field of the entry with that number (from 0) has this value: for a date, its day.
    case field(Int, Field, String)
    case entries(count: Int)
    case feedTitle(String)
    /// Nothing that an article holds; the kind says why.
    case outOfScope(String)
  }

  let clauses: [Clause]

  /// Nil when the file holds no such line.
  init?(in text: String) {
    guard let start = text.firstRange(of: "Expect:")?.upperBound else { return nil }
    let rest = text[start...]
    let end = rest.firstRange(of: "-->")?.lowerBound ?? rest.firstIndex(of: "\n") ?? rest.endIndex
    var reader = Reader(Array(rest[..<end].unicodeScalars))
    clauses = reader.clauses()
  }
}

/// Reads the part of Python that the cases use.
private struct Reader {
  private let text: [Unicode.Scalar]
  private var index = 0

  init(_ text: [Unicode.Scalar]) { self.text = text }

  mutating func clauses() -> [FeedparserExpectation.Clause] {
    split().flatMap { clause in
      let sides = Self.parts(of: clause, at: "==")
      guard sides.count > 1, let value = Self.value(sides[sides.count - 1]) else {
        return [Self.kindOfTruth(clause)]
      }
      return sides.dropLast().map { Self.clause(Self.path($0), value) }
    }
  }

  /// The clauses, parted where `and` stands outside quotes; of `or`'s sides, the last.
  private func split() -> [String] {
    Self.parts(of: String(String.UnicodeScalarView(text)), at: " and ").map {
      Self.parts(of: $0, at: " or ").last ?? $0
    }
  }

  private static func parts(of text: String, at separator: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var quote: Character?
    var rest = text[...]
    while let first = rest.first {
      if quote == nil, rest.hasPrefix(separator) {
        parts.append(part)
        part = ""
        rest = rest.dropFirst(separator.count)
        continue
      }
      if first == "\\", quote != nil {
        part += rest.prefix(2)
        rest = rest.dropFirst(2)
        continue
      }
      if first == "'" || first == "\"" {
        quote = quote == nil ? first : quote == first ? nil : quote
      }
      part.append(first)
      rest = rest.dropFirst()
    }
    return (parts + [part]).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
  }

  /// `entries[0]['title_detail']['value']` as its names and numbers.
  private static func path(_ text: String) -> [String] {
    text.split(whereSeparator: { "[]'\".()".contains($0) }).map(String.init)
  }

  private static func kindOfTruth(_ clause: String) -> FeedparserExpectation.Clause {
    if clause == "bozo" || clause == "not bozo" { return .outOfScope("whether it is well formed") }
    if clause == "1" { return .outOfScope("that it is read at all") }
    return .outOfScope("keys of feedparser's own")
  }

  private static func clause(_ path: [String], _ value: String) -> FeedparserExpectation.Clause {
    if path == ["len", "entries"], let count = Int(value) { return .entries(count: count) }
    if path == ["feed", "title"] || path == ["feed", "title_detail", "value"] {
      return .feedTitle(value)
    }
    if path.first == "feed" { return .outOfScope("the feed's own metadata") }
    if ["encoding", "version", "ord"].contains(path.first) {
      return .outOfScope("encoding and version as feedparser names them")
    }
    guard path.count > 2, path[0] == "entries", let entry = Int(path[1]) else {
      return .outOfScope("keys of feedparser's own")
    }
    let keys = path.dropFirst(2).filter { $0 != "0" }
    let field: FeedparserExpectation.Field
    switch keys.joined(separator: ".") {
    case "title", "title_detail.value": field = .title
    case "link": field = .link
    case "id", "guid": field = .id
    case "description", "summary", "summary_detail.value", "content.value": field = .text
    case "published", "published_parsed", "updated", "updated_parsed", "created",
      "created_parsed":
      field = .date
    case "author_detail.name", "authors.name": field = .author
    case "language", "content.language": field = .language
    default: return .outOfScope(kind(of: keys[0]))
    }
    return .field(entry, field, value)
  }

  private static func kind(of key: String) -> String {
    switch key {
    case "title_detail", "summary_detail", "content": "an element's type, base or language"
    case "source": "the feed that an entry was taken from"
    case "author", "author_detail", "authors", "contributors", "publisher", "publisher_detail":
      "addresses of authors, contributors and publishers"
    case "links", "enclosures", "tags", "category", "comments", "wfw_comment", "wfw_commentrss":
      "other links, enclosures and tags"
    case "rights", "rights_detail", "copyright", "license": "rights"
    case "expired", "expired_parsed": "when an entry expires"
    default: "modules: media, episodes, places"
    }
  }

  /// The value of a literal: strings and their sums, numbers, and of a time the day.
  private static func value(_ text: String) -> String? {
    if text.hasPrefix("(") {
      let numbers = text.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
      guard numbers.count == 9 else { return nil }
      let (month, day) = (numbers[1] + 100, numbers[2] + 100)
      return "\(numbers[0])-\("\(month)".suffix(2))-\("\(day)".suffix(2))"
    }
    if let number = Int(text) { return String(number) }
    let strings = parts(of: text, at: " + ").map(string)
    guard !strings.contains(nil) else { return nil }
    return strings.compactMap(\.self).joined()
  }

  private static func string(_ text: String) -> String? {
    var text = text[...]
    if text.hasPrefix("u") { text = text.dropFirst() }
    for triple in ["\"\"\"", "'''"] where text.count >= 6 && text.hasPrefix(triple) {
      text = text.dropFirst(2).dropLast(2)
    }
    guard let quote = text.first, quote == "'" || quote == "\"", text.count >= 2,
      text.last == quote
    else { return nil }
    var value = ""
    var rest = text.dropFirst().dropLast()
    while let next = rest.popFirst() {
      guard next == "\\", let escape = rest.popFirst() else {
        value.append(next)
        continue
      }
      switch escape {
      case "n": value += "\n"
      case "t": value += "\t"
      case "r": value += "\r"
      case "x", "u", "U":
        let count = escape == "x" ? 2 : escape == "u" ? 4 : 8
        let number = UInt32(rest.prefix(count), radix: 16) ?? 0xFFFD
        value.unicodeScalars.append(Unicode.Scalar(number) ?? "\u{FFFD}")
        rest = rest.dropFirst(count)
      case "\n": break
      case "\\", "'", "\"": value.append(escape)
      default: value += "\\" + String(escape)
      }
    }
    return value
  }
}
