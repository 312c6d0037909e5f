/// What a key of a JSON object or a column of a table may hold.
///
/// Archives name the same thing in many ways; these are the names that news APIs, crawlers and
/// extraction tools write (news-please, Fundus, trafilatura, Webz, NewsAPI, Common Crawl News,
/// schema.org). Case, `_`, `-`, `.` and spaces in a name do not matter. When a record has several
/// names of one field, the first in the list that holds something counts.
enum FieldName: Int, Sendable, CaseIterable {
  case id, url, title, authors, date, modified, outlet, outletCountry, language, paragraphs, text

  /// The names of the field, best first.
  var aliases: [String] {
    switch self {
    case .id: ["id", "uuid", "guid", "articleid", "documentid", "docid", "uri", "accessionno"]
    case .url: ["url", "canonicalurl", "link", "href", "permalink", "articleurl", "weburl"]
    case .title: ["title", "headline", "heading", "articletitle", "webtitle"]
    case .authors: ["authors", "author", "byline", "creator", "by"]
    case .date:
      [
        "date", "datepublished", "publishedat", "published", "publishedtime", "publisheddate",
        "publishdate", "publicationdate", "publishingdate", "datepublish", "pubdate", "day",
        "webpublicationdate", "createdat", "created", "datetime", "timestamp", "time", "year",
      ]
    case .modified:
      ["modified", "datemodified", "datemodify", "updated", "updatedat", "dateupdated", "lastmod"]
    case .outlet:
      [
        "outlet", "source", "sourcename", "publisher", "publication", "newspaper", "sitename",
        "site", "medium", "hostname", "sourcehostname", "sourcedomain", "domain",
      ]
    case .outletCountry: ["outletcountry", "sourcecountry", "country"]
    case .language: ["language", "lang", "inlanguage", "languagecode"]
    case .paragraphs: ["paragraphs"]
    case .text:
      [
        "text", "body", "content", "maintext", "articlebody", "articletext", "fulltext", "article",
        "plaintext", "story", "contenttext", "contenthtml", "rawtext", "bodytext", "description",
        "summary",
      ]
    }
  }

  /// The field that a key names, if any.
  init?(alias key: String) {
    guard let place = Self.place(of: key) else { return nil }
    self = place.field
  }

  /// The field that a key names, and how far down its list of names.
  static func place(of key: String) -> (field: FieldName, rank: Int)? {
    places[key] ?? places[folded(key)]
  }

  /// A key without case and separators.
  static func folded(_ key: String) -> String {
    String(
      decoding: key.utf8.compactMap { byte -> UInt8? in
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x20: nil
        case 0x41...0x5A: byte + 0x20
        default: byte
        }
      }, as: UTF8.self)
  }

  private static let places: [String: (field: FieldName, rank: Int)] = {
    var places: [String: (field: FieldName, rank: Int)] = [:]
    for field in allCases {
      for (rank, alias) in field.aliases.enumerated() { places[alias] = (field, rank) }
    }
    return places
  }()
}
