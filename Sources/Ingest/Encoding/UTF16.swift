/// Tells UTF-16 without a byte order mark from everything else.
enum UTF16Detection {
  /// Text in UTF-16 has ASCII in it, spaces and markup at the least, and each of its characters
  /// has a zero byte on one side: the higher, odd or even by the byte order.
  static func detect(_ bytes: [UInt8]) -> Encoding? {
    let span = bytes.span
    let end = min(span.count, 4096) & ~1
    guard end >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    var index = 0
    while index < end {
      if span[index] == 0, span[index + 1] != 0 { zeros.even += 1 }
      if span[index + 1] == 0, span[index] != 0 { zeros.odd += 1 }
      index += 2
    }
    let pairs = end / 2
    if zeros.odd > 1, zeros.odd * 8 > pairs, zeros.even * 4 < zeros.odd { return .utf16le }
    if zeros.even > 1, zeros.even * 8 > pairs, zeros.odd * 4 < zeros.even { return .utf16be }
    return nil
  }
}

/// A source in UTF-16, read as UTF-8.
final class UTF16Source: ByteSource {
  private let source: any ByteSource
  private let isBigEndian: Bool
  private var pending: [UInt8] = []

  /// - Parameter encoding: `.utf16le` or `.utf16be`.
  init(_ source: any ByteSource, encoding: Encoding) {
    self.source = source
    isBigEndian = encoding == .utf16be
  }

  var consumed: Int { source.consumed }

  func read(appendingTo buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
    let more: Bool
    do {
      more = try source.read(appendingTo: &pending)
    } catch {
      pending = []
      throw error
    }
    // A pair of surrogates stays whole, and so does a unit, but at the end.
    var end = pending.count & ~1
    if more, end >= 2, 0xD800..<0xDC00 ~= unit(at: end - 2) { end -= 2 }
    if !more, end == 0 {
      if pending.isEmpty { return false }
      pending = []
      buffer.append(contentsOf: "\u{FFFD}".utf8)
      return true
    }
    var units: [UInt16] = []
    units.reserveCapacity(end / 2)
    for index in stride(from: 0, to: end, by: 2) { units.append(unit(at: index)) }
    buffer.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    pending.removeSubrange(..<end)
    return true
  }

  private func unit(at index: Int) -> UInt16 {
    let (first, second) = (UInt16(pending[index]), UInt16(pending[index + 1]))
    return isBigEndian ? first << 8 | second : second << 8 | first
  }
}
