import Corpus

/// Articles in JSON: one object per article, under the names of `FieldName`.
enum JSONArticles {
  /// The article of a line, or of an element of a list.
  static func article(in record: Record, _ context: ParseContext) -> [Result<Article, Reject>] {
    switch value(of: record) {
    case .failure(let reject): [.failure(reject)]
    case .success(.object(let object)):
      [draft(object, context.fields).article(record.source, today: context.today)]
    case .success:
      [
        .failure(
          Reject(record.source, reason: .malformed, detail: "a JSON value that is no object"))
      ]
    }
  }

  /// The articles of a JSON document: one, a JSON Feed, or the list that an API's answer wraps.
  static func articles(in document: Record, _ context: ParseContext) -> [Result<Article, Reject>] {
    switch value(of: document) {
    case .failure(let reject):
      return [.failure(reject)]
    case .success(.object(let object)):
      if JSONFeed.reads(object) { return JSONFeed.articles(in: object, document.source, context) }
      if let list = list(in: object) { return articles(in: list, document.source, context) }
      return [draft(object, context.fields).article(document.source, today: context.today)]
    case .success:
      return [
        .failure(
          Reject(document.source, reason: .malformed, detail: "the file holds no JSON object"))
      ]
    }
  }

  /// The list of articles that an API's answer wraps: `articles`, `results`, `items` …, perhaps
  /// within an object that is the answer.
  private static func list(in object: JSONObject) -> [JSONValue]? {
    for key in ["articles", "posts", "results", "items", "documents", "docs", "data", "hits"] {
      if case .array(let elements)? = object[key], elements.contains(where: { $0.object != nil }) {
        return elements
      }
    }
    for key in ["response", "articles", "data", "hits"] {
      if let inner = object[key]?.object, let list = list(in: inner) { return list }
    }
    return nil
  }

  private static func articles(
    in elements: [JSONValue], _ source: Source, _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    guard !elements.isEmpty else {
      return [.failure(Reject(source, reason: .empty, detail: "the list holds no articles"))]
    }
    return elements.enumerated().map { index, element in
      let source = source.entry(index + 1)
      guard let object = element.object else {
        return .failure(
          Reject(source, reason: .malformed, detail: "the element is no JSON object"))
      }
      return draft(object, context.fields).article(source, today: context.today)
    }
  }

  /// The JSON value of a record, or the reject that says at which byte it stops being one.
  static func value(of record: Record) -> Result<JSONValue, Reject> {
    let hasMark = record.bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasMark ? Array(record.bytes.dropFirst(3)) : record.bytes
    guard UTF8Check(bytes).errors == 0 else {
      return .failure(
        Reject(record.source, reason: .encoding, detail: "JSON that is not valid UTF-8"))
    }
    do throws(JSONParser.Failure) {
      return .success(try JSONParser.parse(bytes))
    } catch {
      return .failure(
        Reject(
          record.source, reason: .malformed,
          detail: "no valid JSON at byte \(error.offset): \(error.message)"))
    }
  }

  static func draft(_ object: JSONObject, _ fields: FieldMapping = FieldMapping()) -> ArticleDraft {
    let fields = RecordFields(object, fields)
    var draft = ArticleDraft()
    draft.id = fields.text(.id)
    // Some call the address the source.
    draft.url = fields.text(.url) ?? fields.address(.outlet)
    draft.title = fields.text(.title) ?? ""
    draft.authors = fields.names(.authors)
    draft.dates = fields.texts(.date)
    draft.modified = fields.text(.modified)
    draft.outlet = fields.name(.outlet)
    draft.outletCountry = fields.text(.outletCountry)
    draft.language = fields.text(.language)
    draft.section = fields.name(.section)
    draft.tags = fields.tags(.tags)
    draft.paragraphs = fields.paragraphs()
    return draft
  }
}
