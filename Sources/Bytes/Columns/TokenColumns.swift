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
}
