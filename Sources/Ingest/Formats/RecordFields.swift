internal import Corpus

/// The members of a JSON object by the field that they hold, best first: the keys that a mapping
/// names, then the best alias, then what an object within the object says.
struct RecordFields {
  /// By the number of the field.
  private var values: [[(rank: Int, value: JSONValue)]]

  init(_ object: JSONObject, _ mapping: FieldMapping = FieldMapping()) {
    values = Array(repeating: [], count: FieldName.allCases.count)
    add(object, rank: 0)
    guard !mapping.isEmpty else { return }
    for field in FieldName.allCases {
      let mapped = mapping.values(of: field, in: object).filter { !Self.isEmpty($0, field) }
      values[field.rawValue].insert(contentsOf: mapped.map { (rank: -1, value: $0) }, at: 0)
    }
  }

  /// Ranks of what wrapped objects say begin here.
  private static let wrapped = 1_000

  private mutating func add(_ object: JSONObject, rank first: Int) {
    for (key, value) in zip(object.keys, object.values) {
      if let inner = value.object, FieldName.isWrapper(key) {
        if first == 0 { add(inner, rank: Self.wrapped) }
        continue
      }
      guard let place = FieldName.place(of: key), !Self.isEmpty(value, place.field) else {
        continue
      }
      let number = place.field.rawValue
      let rank = first + place.rank
      // Of a key that is there twice, the last value counts.
      values[number].removeAll { $0.rank == rank }
      let index = values[number].firstIndex { $0.rank > rank } ?? values[number].endIndex
      values[number].insert((rank, value), at: index)
    }
  }

  /// Nothing, or what programs write for it; a title and a text are what they say.
  private static func isEmpty(_ value: JSONValue, _ field: FieldName) -> Bool {
    switch value {
    case .null, .string(""): true
    case .string(let text):
      ![.title, .text, .paragraphs].contains(field)
        && ["None", "null", "NULL", "NaN"].contains(text)
    default: false
    }
  }

  private func candidates(_ field: FieldName) -> [JSONValue] {
    values[field.rawValue].map(\.value)
  }

  /// The first string or number.
  func text(_ field: FieldName) -> String? {
    candidates(field).lazy.compactMap(Self.text).first
  }

  func texts(_ field: FieldName) -> [String] {
    candidates(field).compactMap(Self.text)
  }

  /// The first value that is an address on the web.
  func address(_ field: FieldName) -> String? {
    texts(field).first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
  }

  /// The name of an organisation: a string that is no address, or an object's `name`.
  func name(_ field: FieldName) -> String? {
    candidates(field).lazy.compactMap { value -> String? in
      if let object = value.object { return Self.name(of: object) }
      return value.text.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? nil : $0 }
    }.first
  }

  /// Names of people: a list of strings or of objects with a `name`, or one string that lists them.
  func names(_ field: FieldName) -> [String] { list(field, parting: AuthorList.names) }

  /// Keywords: a list of strings or of objects with a `name`, or one string that lists them.
  func tags(_ field: FieldName) -> [String] { list(field, parting: TagList.tags) }

  /// The first value that lists anything. `parts` tells the elements of a string that is no list of
  /// a program's making.
  private func list(_ field: FieldName, parting parts: (String) -> [String]) -> [String] {
    for value in candidates(field) {
      let elements = value.elements.flatMap { element -> [String] in
        if let object = element.object { return [Self.name(of: object)].compactMap(\.self) }
        guard let text = element.text else { return [] }
        return ListedText.elements(of: text) ?? (value == element ? parts(text) : [text])
      }
      if !elements.isEmpty { return elements }
    }
    return []
  }

  /// The paragraphs of the text: as a list, or parted from one string; behind the dateline, where
  /// the record keeps that apart.
  func paragraphs() -> [String] {
    Dateline.joined(text(.dateline)?.singleLine ?? "", to: paragraphsOfText())
  }

  private func paragraphsOfText() -> [String] {
    let mapped = values[FieldName.text.rawValue].prefix { $0.rank < 0 }.map(\.value)
    for value in mapped + candidates(.paragraphs) + candidates(.text) {
      let paragraphs = Self.paragraphs(of: value)
      if !paragraphs.isEmpty { return paragraphs }
    }
    return []
  }

  /// The text of a value: its own; of a database's typed value, what it holds; of an object that
  /// says one thing in several ways, its main one.
  private static func text(of value: JSONValue) -> String? {
    guard let object = value.object else { return value.text }
    for key in ["$date", "$oid", "$numberLong", "$numberInt", "main", "rendered", "value"] {
      if let inner = object[key] { return text(of: inner) }
    }
    return nil
  }

  private static func name(of object: JSONObject) -> String? {
    for key in ["name", "title", "full_name", "fullName", "display_name", "original", "domain"] {
      if let name = object[key]?.text, !name.isEmpty { return name }
    }
    return nil
  }

  /// Paragraphs in a string, in a list, or in the sections of an object, headings included.
  private static func paragraphs(of value: JSONValue) -> [String] {
    switch value {
    case .string(let text): return RecordText.paragraphs(text)
    case .array(let elements): return elements.flatMap(paragraphs)
    case .object(let object):
      let parts = [
        "summary", "headline", "paragraphs", "sections", "text", "content", "value", "rendered",
      ]
      return parts.compactMap { object[$0] }.flatMap(paragraphs)
    default: return []
    }
  }
}
