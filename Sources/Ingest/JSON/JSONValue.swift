/// A value of a JSON text.
enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As it is written: an identifier of thirty digits keeps them all.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// The text of a string or a number.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The elements of an array; of anything else but null, that one value.
  var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }
}

/// The members of a JSON object, in order.
struct JSONObject: Sendable, Equatable {
  private(set) var keys: [String] = []
  private(set) var values: [JSONValue] = []

  mutating func append(_ key: String, _ value: JSONValue) {
    keys.append(key)
    values.append(value)
  }

  /// The value of a key. Of a key that is there twice, the last value counts.
  subscript(key: String) -> JSONValue? {
    keys.lastIndex(of: key).map { values[$0] }
  }
}
