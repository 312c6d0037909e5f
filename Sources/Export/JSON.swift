public import Corpus

/// JSON in the order in which it is said, for lines that people read and diff.
public indirect enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  public static func string(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  public init(_ value: Value) {
    switch value {
    case .text(let text): self = .string(text)
    case .integer(let number): self = .integer(number)
    case .number(let number): self = .number(number)
    case .boolean(let truth): self = .bool(truth)
    case .missing: self = .null
    }
  }

  /// A row as an object, its keys the columns' names.
  public init(_ row: some TableRow) {
    let columns = type(of: row).schema.columns
    self = .object(zip(columns, row.values).map { ($0.name, JSON($1)) })
  }

  /// On one line.
  public func append(to bytes: inout [UInt8]) { append(to: &bytes, indent: nil) }

  /// Over several lines, indented by two spaces.
  public var pretty: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  public static func == (a: JSON, b: JSON) -> Bool {
    var (x, y): ([UInt8], [UInt8]) = ([], [])
    a.append(to: &x)
    b.append(to: &y)
    return x == y
  }

  public func hash(into hasher: inout Hasher) {
    var bytes: [UInt8] = []
    append(to: &bytes)
    hasher.combine(bytes)
  }

  private func append(to bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .number(let number):
      bytes.append(contentsOf: (number.isFinite ? CSV.decimal(number) : "null").utf8)
    case .string(let text): Self.append(text, to: &bytes)
    case .array(let items):
      Self.append(items, "[", "]", to: &bytes, indent: indent) { item, bytes, indent in
        item.append(to: &bytes, indent: indent)
      }
    case .object(let pairs):
      Self.append(pairs, "{", "}", to: &bytes, indent: indent) { pair, bytes, indent in
        Self.append(pair.key, to: &bytes)
        bytes.append(contentsOf: (indent == nil ? ":" : ": ").utf8)
        pair.value.append(to: &bytes, indent: indent)
      }
    }
  }

  private static func append<Item>(
    _ items: [Item], _ open: String, _ close: String, to bytes: inout [UInt8], indent: Int?,
    each: (Item, inout [UInt8], Int?) -> Void
  ) {
    let inner = indent.map { $0 + 2 }
    bytes.append(contentsOf: open.utf8)
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(inner, &bytes)
      each(item, &bytes, inner)
    }
    if !items.isEmpty { breakLine(indent, &bytes) }
    bytes.append(contentsOf: close.utf8)
  }

  private static func breakLine(_ indent: Int?, _ bytes: inout [UInt8]) {
    guard let indent else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let hex = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
      case 0x0D: bytes += [0x5C, UInt8(ascii: "r")]
      case 0x09: bytes += [0x5C, UInt8(ascii: "t")]
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes += [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
