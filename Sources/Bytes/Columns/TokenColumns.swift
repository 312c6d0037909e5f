/// A text as the store keeps it: the codes of its items.
public struct TokenColumns: Sendable, Hashable {
  /// The items' numbers in a vocabulary, dense-coded. After number 0 comes an item spelt out: four
  /// times its length plus its kind, dense-coded, and its bytes.
  public var codes: ArraySlice<UInt8>
  /// The item that each sentence begins with.
  public var sentenceStarts: [UInt32]
  /// Bytes of the text.
  public var size: Int

  public init(codes: ArraySlice<UInt8>, sentenceStarts: [UInt32], size: Int) {
    self.codes = codes
    self.sentenceStarts = sentenceStarts
    self.size = size
  }

  public static let empty = TokenColumns(codes: [], sentenceStarts: [], size: 0)

  /// Appends the code of an item that is spelt out.
  public static func append(
    spelling item: ArraySlice<UInt8>, _ kind: ItemKind, to codes: inout [UInt8]
  ) {
    DenseCode.append(0, to: &codes)
    DenseCode.append(item.count << 2 | Int(kind.rawValue), to: &codes)
    codes += item
  }

  /// Reads an item that is spelt out, behind its number 0, and moves behind it; `nil` at damage.
  static func nextSpelling(
    in codes: Span<UInt8>, at index: inout Int
  ) -> (bytes: Range<Int>, kind: ItemKind)? {
    guard index < codes.count, let head = DenseCode.next(in: codes, at: &index),
      let kind = ItemKind(rawValue: UInt8(head & 3)), head >> 2 <= codes.count - index
    else { return nil }
    defer { index += head >> 2 }
    return (index..<index + head >> 2, kind)
  }
}
