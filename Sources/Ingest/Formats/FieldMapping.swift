/// Which keys of JSON objects or columns of tables hold a field in one archive, beyond the names
/// that every archive is read with (`FieldName`) and before them.
public struct FieldMapping: Sendable, Hashable {
  /// The fields that can be mapped.
  public static let fields = FieldName.allCases.filter { $0 != .paragraphs }.map(\.name)

  /// By field, best first.
  private var paths: [FieldName: [String]] = [:]

  /// No mapping.
  public init() {}

  /// - Parameter keys: by field, one of `fields`, the keys that may hold it, best first. Points in a
  ///   key lead into objects, and through the elements of lists: `people.name`. Other fields are
  ///   passed over.
  public init(_ keys: [String: [String]]) {
    for field in FieldName.allCases {
      if let paths = keys[field.name], !paths.isEmpty { self.paths[field] = paths }
    }
  }

  var isEmpty: Bool { paths.isEmpty }

  /// The values that an object holds for a field, best first.
  func values(of field: FieldName, in object: JSONObject) -> [JSONValue] {
    (paths[field] ?? []).compactMap { Self.value(at: $0, in: object) }
  }

  /// Whether a column of that name holds the field.
  func names(_ field: FieldName, column: String) -> Bool {
    paths[field]?.contains { FieldName.folded($0) == FieldName.folded(column) } ?? false
  }

  /// The value at a path: a key as written, points included; else the first part of it leads to an
  /// object or a list of them.
  private static func value(at path: String, in object: JSONObject) -> JSONValue? {
    if let value = object[path] ?? object.value(likeKey: path) { return value }
    guard let point = path.firstIndex(of: "."),
      let inner = object[String(path[..<point])] ?? object.value(likeKey: String(path[..<point]))
    else { return nil }
    let rest = String(path[path.index(after: point)...])
    switch inner {
    case .object(let inner): return value(at: rest, in: inner)
    case .array(let elements):
      let values = elements.compactMap { $0.object.flatMap { value(at: rest, in: $0) } }
      return values.isEmpty ? nil : .array(values)
    default: return nil
    }
  }
}

extension JSONObject {
  /// The value of the last key that is this one but for case and separators.
  fileprivate func value(likeKey key: String) -> JSONValue? {
    let folded = FieldName.folded(key)
    return keys.lastIndex { FieldName.folded($0) == folded }.map { values[$0] }
  }
}
