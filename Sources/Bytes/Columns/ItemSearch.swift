/// Finds the texts that hold one of some items without reading item after item.
///
/// The last two bytes of each wanted code are looked for at every place; where they stand, the code
/// is read from its beginning.
public struct ItemSearch: Sendable {
  private let wanted: ItemSet
  /// 1 for each byte that a wanted code ends with.
  private var lasts = [UInt8](repeating: 0, count: 256)
  /// One bit for each pair of bytes that a wanted code ends with, or that one of a single byte and
  /// the byte before it may form.
  private var endings = [UInt64](repeating: 0, count: 1 << 10)

  public init(_ items: some Sequence<Int>, in vocabulary: Vocabulary) {
    wanted = ItemSet(items, in: vocabulary)
    for item in items {
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

  /// What to make of an item, given where its code stands.
  typealias Judgement = (_ item: Int, _ place: Range<Int>, _ codes: Span<UInt8>) -> Bool

  /// Whether one of the items stands in `codes`, of which none is spelt out.
  public func isMet(in codes: Span<UInt8>) -> Bool { isMet(in: codes) { _, _, _ in true } }

  /// Whether one of the items stands anywhere in `codes` where it `counts`.
  func isMet(in codes: Span<UInt8>, where counts: Judgement) -> Bool {
    let lasts = lasts.span
    var index = 0
    while let eight = EightBytes(at: index, before: codes.count, in: codes) {
      // Rules out most places, eight at once.
      var mayEnd: UInt8 = 0
      for shift in 0..<8 {
        mayEnd |= lasts[Int(truncatingIfNeeded: eight.value &>> UInt64(shift &* 8)) & 0xFF]
      }
      if mayEnd != 0, holdsItem(in: codes, endingWithin: index..<index + 8, where: counts) {
        return true
      }
      index &+= 8
    }
    return holdsItem(in: codes, endingWithin: index..<codes.count, where: counts)
  }

  private func holdsItem(
    in codes: Span<UInt8>, endingWithin range: Range<Int>, where counts: Judgement
  ) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let before = index > 0 ? Int(codes[index - 1]) : 0
      let ending = before << 8 | Int(codes[index])
      if endings[ending / 64] & (1 &<< UInt64(ending % 64)) != 0,
        holdsItem(at: index, in: codes, where: counts)
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Whether the code that ends at `end` is a wanted one's, which counts.
  private func holdsItem(at end: Int, in codes: Span<UInt8>, where counts: Judgement) -> Bool {
    guard let code = DenseCode.ending(at: end, in: codes), wanted.contains(code.number) else {
      return false
    }
    return counts(code.number, code.start..<end + 1, codes)
  }
}
