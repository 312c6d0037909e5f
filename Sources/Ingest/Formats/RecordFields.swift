/// The members of a JSON object by the field that they hold, best alias first.
struct RecordFields {
  /// By the number of the field.
  private var values: [[(rank: Int, value: JSONValue)]]

  init(_ object: JSONObject) {
    values = Array(repeating: [], count: FieldName.allCases.count)
    for (key, value) in zip(object.keys, object.values) {
      guard value != .null, value != .string(""), let (field, rank) = FieldName.place(of: key)
      else { continue }
      let number = field.rawValue
      // Of a key that is there twice, the last value counts.
      values[number].removeAll { $0.rank == rank }
      let place = values[number].firstIndex { $0.rank > rank } ?? values[number].endIndex
      values[number].insert((rank, value), at: place)
    }
  }

  private func candidates(_ field: FieldName) -> [JSONValue] {
    values[field.rawValue].map(\.value)
  }

  /// The first string or number.
  func text(_ field: FieldName) -> String? {
    candidates(field).lazy.compactMap(\.text).first
  }

  func texts(_ field: FieldName) -> [String] {
    candidates(field).compactMap(\.text)
  }

  /// The name of an organisation: a string that is no address, or an object's `name`.
  func name(_ field: FieldName) -> String? {
    candidates(field).lazy.compactMap { value -> String? in
      if let object = value.object { return Self.name(of: object) }
      return value.text.flatMap { $0.hasPrefix("http://") || $0.hasPrefix("https://") ? nil : $0 }
    }.first
  }

  /// Names of people: a list of strings or of objects with a `name`, or one string that lists them.
  func names(_ field: FieldName) -> [String] {
    for value in candidates(field) {
      let names =
        value.text.map(AuthorList.names)
        ?? value.elements.compactMap { $0.text ?? $0.object.flatMap(Self.name) }
      if !names.isEmpty { return names }
    }
    return []
  }

  /// The paragraphs of the text: as a list, or parted from one string.
  func paragraphs() -> [String] {
    for value in candidates(.paragraphs) + candidates(.text) {
      let paragraphs = Self.paragraphs(of: value)
      if !paragraphs.isEmpty { return paragraphs }
    }
    return []
  }

  private static func name(of object: JSONObject) -> String? {
    object["name"]?.text ?? object["title"]?.text ?? object["domain"]?.text
  }

  /// Paragraphs in a string, in a list, or in the sections of an object, headings included.
  private static func paragraphs(of value: JSONValue) -> [String] {
    switch value {
    case .string(let text): return RecordText.paragraphs(text)
    case .array(let elements): return elements.flatMap(paragraphs)
    case .object(let object):
      let parts = ["summary", "headline", "paragraphs", "sections", "text", "content", "value"]
      return parts.compactMap { object[$0] }.flatMap(paragraphs)
    default: return []
    }
  }
}
