import Corpus
import Foundation
import Markup

@testable import Ingest

/// One of feedparser's cases: a feed, the headers it is served with, and what is expected of it.
struct FeedparserCase {
  let path: String
  let expectation: FeedparserExpectation
  private let feedTitle: String?
  private let entries: [Article]
  /// The title given to entries that have neither title nor text, so that their links and dates
  /// can be looked at: a run rejects them.
  private static let placeholder = "(no title)"

  /// Nil when the file expects nothing.
  init?(path: String, bytes: [UInt8]) {
    let text = String(decoding: TextDecoder.decode(bytes).utf8, as: UTF8.self)
    guard let expectation = FeedparserExpectation(in: text) else { return nil }
    self.path = path
    self.expectation = expectation
    let source = Source(path: path)
    let type = Self.header("Content-type", in: text) ?? ""
    let charset = type.firstMatch(of: #/charset\s*=\s*["']?([^"';\s]+)/#).map { String($0.1) }
    let utf8 = TextDecoder.decode(
      bytes, charset: charset, declared: MarkupDeclaration.encoding(in: bytes)
    ).utf8
    guard let tree = try? MarkupTree(xml: utf8) else {
      (feedTitle, entries) = (nil, [])
      return
    }
    let url = Self.header("Content-Location", in: text) ?? "http://127.0.0.1:8097/\(path)"
    let document = XMLDocument(tree: tree, bytes: utf8, source: source, url: url)
    let feed = Feed(document)
    feedTitle = feed.title
    entries = feed.entries.compactMap { entry in
      var draft = feed.draft(entry)
      if draft.title.isEmpty, draft.paragraphs.isEmpty { draft.title = Self.placeholder }
      return try? draft.article(source, today: today).get()
    }
  }

  private static func header(_ name: String, in text: String) -> String? {
    guard let start = text.firstRange(of: "\(name):")?.upperBound else { return nil }
    return text[start...].prefix { !$0.isNewline }.trimmingCharacters(in: .whitespaces)
  }

  /// Why a clause does not hold; nil if it does, or speaks of nothing that articles have.
  func failure(of clause: FeedparserExpectation.Clause) -> String? {
    switch clause {
    case .outOfScope: return nil
    case .entries(let count):
      return count == entries.count ? nil : "\(entries.count) entries, not \(count)"
    case .feedTitle(let title):
      return Self.isSameText(feedTitle ?? "", title) ? nil : "feed title: \(feedTitle ?? "none")"
    case .field(let number, let field, let value):
      guard number < entries.count else { return "no entry \(number)" }
      let found = self.value(field, of: entries[number])
      return holds(field, found, value) ? nil : "\(field): \(found ?? "none") for \(value)"
    }
  }

  /// Whether a clause expects markup without a word in it.
  static func expectsNoWord(_ clause: FeedparserExpectation.Clause) -> Bool {
    switch clause {
    case .field(_, .title, let value), .field(_, .text, let value), .feedTitle(let value):
      squeezed(withoutTags(unescaped(withoutTags(value)))).isEmpty
    default: false
    }
  }

  private func value(_ field: FeedparserExpectation.Field, of article: Article) -> String? {
    switch field {
    case .title: article.title == Self.placeholder ? "" : article.title
    case .link: article.url
    case .id: article.id
    case .text: article.paragraphs.joined(separator: " ")
    case .date: article.date?.description
    case .author: article.authors.joined(separator: "; ")
    case .language: article.language
    }
  }

  private func holds(
    _ field: FeedparserExpectation.Field, _ found: String?, _ value: String
  ) -> Bool {
    switch field {
    case .title, .text, .author: Self.isSameText(found ?? "", value)
    case .link, .id: found ?? "" == value
    case .date:
      found == (CalendarDate(iso: value.prefix(10)) ?? DateParser().date(in: value))?.description
    case .language: found == value.split(separator: "-").first.map(String.init)
    }
  }

  /// Whether a text is what the expected value says once its tags are taken out, white space aside.
  private static func isSameText(_ found: String, _ expected: String) -> Bool {
    let found = squeezed(found)
    return found == squeezed(expected) || found == squeezed(withoutTags(expected))
      || found == squeezed(unescaped(withoutTags(expected)))
      || found == squeezed(withoutTags(unescaped(expected)))
      || found == squeezed(withoutTags(unescaped(withoutTags(expected))))
  }

  private static func withoutTags(_ text: String) -> String {
    text.replacing(#/<[A-Za-z\/!][^>]*>/#, with: "")
  }

  private static func unescaped(_ text: String) -> String {
    var text = text.replacing(#/&#(x?)([0-9A-Fa-f]+);/#) { match in
      UInt32(match.2, radix: match.1.isEmpty ? 10 : 16).flatMap(Unicode.Scalar.init)
        .map { String($0) } ?? ""
    }
    for (name, character) in ["lt": "<", "gt": ">", "quot": "\"", "apos": "'", "amp": "&"] {
      text = text.replacing("&\(name);", with: character)
    }
    return text
  }

  private static func squeezed(_ text: String) -> String {
    text.filter { !$0.isWhitespace }
  }
}
