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

  /// Text between two bytes that need an escape is copied whole.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let utf8 = Array(text.utf8)
    let span = utf8.span
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    for index in span.indices where span[index] < 0x20 || span[index] == 0x22 || span[index] == 0x5C
    {
      bytes += utf8[start..<index]
      appendEscape(of: span[index], to: &bytes)
      start = index + 1
    }
    bytes += utf8[start...]
    bytes.append(UInt8(ascii: "\""))
  }

  private static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x22, 0x5C: bytes += [0x5C, byte]
    default:
      bytes.append(contentsOf: (byte < 0x10 ? "\\u000" : "\\u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    }
  }
}
