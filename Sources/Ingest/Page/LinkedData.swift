internal import Foundation

/// What a page's JSON-LD says of its article.
struct LinkedData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var authors: [String] = []
  private(set) var publisher: String?
  private(set) var articleBody: String?
  private(set) var language: String?
  private(set) var section: String?
  private(set) var tags: [String] = []
  private(set) var url: String?

  init(_ scripts: [[UInt8]]) {
    var objects: [[String: Any]] = []
    for script in scripts where script.count < Self.largestScript {
      guard let value = Self.parse(script) else { continue }
      Self.collect(value, into: &objects)
    }
    var byID: [String: [String: Any]] = [:]
    for object in objects {
      if let id = object["@id"] as? String, object["name"] != nil { byID[id] = object }
    }
    for kind in [Kind.article, .work, .page] {
      for object in objects where Self.kind(of: object) == kind { read(object, byID) }
    }
    for object in objects where publisher == nil && Self.kind(of: object) == .site {
      publisher = object["name"] as? String
    }
  }

  /// Takes from `object` what no earlier one said.
  private mutating func read(_ object: [String: Any], _ byID: [String: [String: Any]]) {
    func text(_ key: String) -> String? {
      let value = object[key] as? String ?? (object[key] as? [Any])?.first as? String
      return value.flatMap { $0.isEmpty ? nil : $0 }
    }
    let isArticle = Self.kind(of: object) != .page
    if isArticle {
      headline = headline ?? text("headline") ?? text("name")
      articleBody = articleBody ?? text("articleBody")
      url = url ?? text("url") ?? text("mainEntityOfPage")
      section = section ?? text("articleSection")
      if tags.isEmpty { tags = Self.tags(object["keywords"]) }
    }
    published = published ?? text("datePublished") ?? (isArticle ? text("dateCreated") : nil)
    modified = modified ?? text("dateModified")
    language = language ?? text("inLanguage")
    if authors.isEmpty {
      authors = Self.names(object["author"] ?? (isArticle ? object["creator"] : nil), byID)
    }
    if publisher == nil { publisher = Self.names(object["publisher"], byID).first }
  }

  /// A work may be the article, or a video or book that stands in it.
  private enum Kind { case article, work, page, site, other }

  private static func kind(of object: [String: Any]) -> Kind {
    let types = object["@type"] as? [String] ?? [object["@type"] as? String].compactMap { $0 }
    for type in types {
      if type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" {
        return .article
      }
      if workTypes.contains(type) { return .work }
      if type == "WebSite" || type.hasSuffix("Organization") { return .site }
      if type.hasSuffix("Page") { return .page }
    }
    return .other
  }

  private static let workTypes: Set = [
    "Review", "Recipe", "VideoObject", "CreativeWork", "HowTo", "Book", "PodcastEpisode",
  ]

  /// Keywords, as a list or in one string.
  private static func tags(_ value: Any?) -> [String] {
    if let text = value as? String { return TagList.tags(in: text) }
    let list = value as? [Any] ?? []
    return list.compactMap { $0 as? String ?? ($0 as? [String: Any])?["name"] as? String }
  }

  /// The names of people or organisations, given as text, object, reference or list.
  private static func names(_ value: Any?, _ byID: [String: [String: Any]]) -> [String] {
    switch value {
    case let text as String: return [text]
    case let list as [Any]: return list.flatMap { names($0, byID) }
    case let object as [String: Any]:
      if let name = object["name"] { return names(name, [:]) }
      if let id = object["@id"] as? String, let target = byID[id] {
        return names(target["name"], [:])
      }
      return []
    default: return []
    }
  }

  private static func collect(_ value: Any, into objects: inout [[String: Any]], depth: Int = 0) {
    guard depth < 6, objects.count < 2_000 else { return }
    if let list = value as? [Any] {
      for element in list { collect(element, into: &objects, depth: depth + 1) }
    } else if let object = value as? [String: Any] {
      objects.append(object)
      for key in [
        "@graph", "mainEntity", "author", "publisher", "mainEntityOfPage", "itemReviewed",
      ] {
        if let inner = object[key], !(inner is String) {
          collect(inner, into: &objects, depth: depth + 1)
        }
      }
    }
  }

  private static func parse(_ script: [UInt8]) -> Any? {
    if let value = try? JSONSerialization.jsonObject(with: Data(script)) { return value }
    // What authors of pages do to JSON: raw line breaks in strings, wrappers of comments or CDATA,
    // escaped quotes.
    var text = String(decoding: script.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    if let open = text.range(of: "<![CDATA["),
      let close = text.range(of: "]]>", options: .backwards),
      open.upperBound <= close.lowerBound
    {
      text = String(text[open.upperBound..<close.lowerBound])
    }
    if !text.contains("\"") {
      for quote in ["&quot;", "&#34;"] { text = text.replacingOccurrences(of: quote, with: "\"") }
    }
    let mended = Array(text.utf8)
    guard
      let start = mended.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
      let end = mended.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }),
      start < end
    else { return nil }
    return try? JSONSerialization.jsonObject(with: Data(mended[start...end]))
  }

  private static let largestScript = 4 << 20
}
