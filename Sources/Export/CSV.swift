public import Corpus

/// CSV as RFC 4180 has it, in UTF-8 with `\n`: what R, Stata, SPSS and Python read alike.
public enum CSV {
  /// Appends a line of cells.
  public static func append(_ values: [Value], to bytes: inout [UInt8]) {
    appendCells(values, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
  }

  static func appendCells(_ values: [Value], to bytes: inout [UInt8]) {
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(value, to: &bytes)
    }
  }

  /// The names of a table's columns, as values.
  public static func header(of schema: TableSchema) -> [Value] {
    schema.columns.map { .text($0.name) }
  }

  private static func append(_ value: Value, to bytes: inout [UInt8]) {
    switch value {
    case .text(let text): append(text, to: &bytes)
    case .integer(let number): append(number, to: &bytes)
    case .number(let number): bytes.append(contentsOf: decimal(number).utf8)
    case .boolean(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    case .missing: break
    }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      guard utf8.contains(where: isSpecial) else {
        bytes.append(contentsOf: utf8)
        return
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in utf8 {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// `"` `,` or the end of a line: asks for quotes.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D
  }

  static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var first = digits.count
    var rest = number.magnitude
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    while first < digits.count {
      bytes.append(digits[first])
      first += 1
    }
  }

  /// The shortest decimal that reads back as the same number; whole numbers without a point.
  public static func decimal(_ number: Double) -> String {
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
