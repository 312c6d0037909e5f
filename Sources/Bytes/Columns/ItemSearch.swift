/// Finds the texts that hold one of some items without reading item after item.
///
/// The last two bytes of each wanted code are looked for at every place; where they stand, the code
/// is read from its beginning.
public struct ItemSearch: Sendable {
  /// One bit for each number.
  private var wanted: [UInt64]
  /// 1 for each byte that a wanted code ends with.
  private var lasts = InlineArray<256, UInt8>(repeating: 0)
  /// One bit for each pair of bytes that a wanted code ends with, or that one of a single byte and
  /// the byte before it may form.
  private var endings = [UInt64](repeating: 0, count: 1 << 10)

  public init(_ items: some Sequence<Int>, in vocabulary: Vocabulary) {
    wanted = Array(repeating: 0, count: vocabulary.count / 64 + 1)
    for item in items {
      wanted[item / 64] |= 1 << UInt64(item % 64)
      var code: [UInt8] = []
      DenseCode.append(item, to: &code)
      lasts[Int(code[code.count - 1])] = 1
      if code.count > 1 {
        insert(Int(code[code.count - 2]) << 8 | Int(code[code.count - 1]))
      } else {
        for before in 0..<DenseCode.stoppers { insert(before << 8 | Int(code[0])) }
      }
    }
  }

  private mutating func insert(_ ending: Int) { endings[ending / 64] |= 1 << UInt64(ending % 64) }

  /// Whether one of the items stands in `codes`, of which none is spelt out.
  public func isMet(in codes: Span<UInt8>) -> Bool {
    var index = 0
    while let eight = EightBytes(at: index, before: codes.count, in: codes) {
      if mayEndItem(eight), holdsItem(in: codes, endingWithin: index..<index + 8) { return true }
      index &+= 8
    }
    return holdsItem(in: codes, endingWithin: index..<codes.count)
  }

  /// Whether one of the bytes is the last of a wanted code: rules out most places at once.
  @inline(__always)
  private func mayEndItem(_ eight: EightBytes) -> Bool {
    var found: UInt8 = 0
    for shift in 0..<8 {
      found |= lasts[Int(truncatingIfNeeded: eight.value &>> UInt64(shift &* 8)) & 0xFF]
    }
    return found != 0
  }

  private func holdsItem(in codes: Span<UInt8>, endingWithin range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let before = index > 0 ? Int(codes[index - 1]) : 0
      let ending = before << 8 | Int(codes[index])
      if endings[ending / 64] & (1 &<< UInt64(ending % 64)) != 0, holdsItem(at: index, in: codes) {
        return true
      }
      index += 1
    }
    return false
  }

  /// Whether the code that ends at `end` is a wanted one's.
  private func holdsItem(at end: Int, in codes: Span<UInt8>) -> Bool {
    guard codes[end] < DenseCode.stoppers else { return false }
    var start = end
    while start > 0, codes[start - 1] >= DenseCode.stoppers { start -= 1 }
    guard let number = DenseCode.next(in: codes, at: &start), number / 64 < wanted.count else {
      return false
    }
    return wanted[number / 64] & (1 << UInt64(number % 64)) != 0
  }
}
