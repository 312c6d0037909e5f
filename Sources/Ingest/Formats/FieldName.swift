/// What a key of a JSON object or a column of a table may hold.
///
/// Archives name the same thing in many ways; these are the names that news APIs, crawlers and
/// extraction tools write (news-please, Fundus, trafilatura, newspaper, Webz, NewsAPI, GDELT, Media
/// Cloud, Common Crawl News and its derivatives, ninjs, schema.org). Case, `_`, `-`, `.` and spaces
/// in a name do not matter. When a record has several names of one field, the first in the list that
/// holds something counts.
enum FieldName: Int, Sendable, CaseIterable {
  case id, url, title, authors, date, modified, outlet, outletCountry, language, section, tags,
    dateline, paragraphs, text

  /// As studies and tables write it.
  var name: String { self == .outletCountry ? "outlet_country" : "\(self)" }

  /// The names of the field, best first.
  var aliases: [String] {
    switch self {
    case .id:
      ["id", "uuid", "guid", "articleid", "documentid", "docid", "storiesid", "uri", "accessionno"]
    case .url:
      [
        "url", "canonicalurl", "canonicallink", "link", "href", "permalink", "articleurl", "weburl",
        "pageurl", "respondedurl", "requestedurl", "originalurl",
      ]
    case .title:
      [
        "title", "headline", "heading", "articletitle", "webtitle", "titlefull", "titlepage",
        "titlerss", "hed",
      ]
    case .authors:
      [
        "authors", "author", "byline", "bylines", "creator", "by", "authorname", "authornames",
        "writer", "journalist", "reporter",
      ]
    case .date:
      [
        "date", "datepublished", "publishedat", "published", "publishedtime", "publisheddate",
        "publishedon", "publishdate", "publishtime", "publicationdate", "publishingdate",
        "datepublish", "pubdate", "pubtime", "day", "webpublicationdate", "firstpublished",
        "firstpublicationdate", "firstcreated", "dateissued", "issued", "articledate", "postdate",
        "datetimepub", "createdat", "created", "datetime", "timestamp", "time", "seendate", "year",
      ]
    case .modified:
      [
        "modified", "datemodified", "modifieddate", "modificationdate", "datemodify", "modifiedat",
        "updated", "updatedat", "dateupdated", "updateddate", "lastmodified", "lastmod",
        "lastupdated", "versioncreated",
      ]
    case .outlet:
      [
        "outlet", "source", "sourcename", "publisher", "publishername", "publication",
        "publicationname", "newspaper", "sitename", "metasitename", "ogsitename", "medianame",
        "newssource", "site", "medium", "hostname", "sourcehostname", "sitefull", "sourcedomain",
        "domain",
      ]
    case .outletCountry: ["outletcountry", "sourcecountry", "countrycode", "country"]
    case .language:
      ["language", "lang", "inlanguage", "languagecode", "langcode", "articlelanguage", "metalang"]
    case .section:
      [
        "section", "articlesection", "sectionname", "category", "rubric", "desk", "channel",
        "newsdesk", "sectiontitle",
      ]
    case .tags: ["tags", "keywords", "keyword", "categories", "topics", "subjects", "metakeywords"]
    case .dateline: ["dateline"]
    case .paragraphs: ["paragraphs"]
    case .text:
      [
        "text", "body", "content", "maintext", "articlebody", "articletext", "fulltext", "article",
        "plaintext", "story", "contenttext", "contenthtml", "bodytext", "bodyhtml", "bodyxhtml",
        "textcleaned", "rawtext", "description", "summary", "abstract", "excerpt", "leadparagraph",
        "lead", "snippet", "trailtext", "metadescription",
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

  /// Whether a key holds an object that says what the record leaves unsaid: the thread of a post,
  /// the metadata of a text, the fields of an answer.
  static func isWrapper(_ key: String) -> Bool {
    key == "_source" || wrappers.contains(folded(key))
  }

  private static let wrappers: Set<String> = [
    "thread", "metadata", "meta", "fields", "attributes", "article", "post", "story", "document",
  ]

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
