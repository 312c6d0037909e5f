/// Reads parts of a text out of its columns, from the first to the last.
public struct ColumnText {
  private let columns: TokenColumns
  /// At the item with which the last part began.
  private var place: ItemCursor?

  public init(_ columns: TokenColumns) { self.columns = columns }

  /// Bytes of the whole text.
  public var size: Int { columns.size }

  /// Appends a part of the text that does not begin before the one asked for last. Returns whether
  /// the columns hold it; they are damaged where they do not.
  public mutating func append(
    _ range: Range<Int>, in vocabulary: Vocabulary, to text: inout [UInt8]
  ) -> Bool {
    let columns = columns
    let codes = columns.codes.span
    let known = vocabulary.traits.span
    var cursor = place ?? ItemCursor(vocabulary)
    while cursor.end <= range.lowerBound, cursor.end < range.upperBound {
      guard cursor.advance(in: codes, known) else { return false }
    }
    place = cursor
    while true {
      append(cursor, in: range, vocabulary, to: &text)
      if cursor.end >= range.upperBound { return true }
      guard cursor.advance(in: codes, known) else { return false }
    }
  }

  /// Appends what of the item, and of a space before it, lies within `range`.
  private func append(
    _ cursor: ItemCursor, in range: Range<Int>, _ vocabulary: Vocabulary, to text: inout [UInt8]
  ) {
    if cursor.gap < cursor.start, range.contains(cursor.gap) { text.append(0x20) }
    let item = bytes(of: cursor, vocabulary)
    if cursor.start >= range.lowerBound, cursor.end <= range.upperBound {
      text.append(contentsOf: item)
    } else if cursor.start < range.upperBound {
      text += item.dropFirst(max(0, range.lowerBound - cursor.start))
        .dropLast(max(0, cursor.end - range.upperBound))
    }
  }

  private func bytes(of cursor: ItemCursor, _ vocabulary: Vocabulary) -> ArraySlice<UInt8> {
    guard cursor.number == 0 else { return vocabulary.bytes(of: cursor.number) }
    let first = columns.codes.startIndex
    return columns.codes[first + cursor.spelling.lowerBound..<first + cursor.spelling.upperBound]
  }
}

extension TokenColumns {
  /// The text and the bytes at which its sentences begin; `nil` where the columns are damaged.
  public func text(in vocabulary: Vocabulary) -> (utf8: [UInt8], sentenceStarts: [UInt32])? {
    var text: [UInt8] = []
    text.reserveCapacity(size)
    var reader = ColumnText(self)
    guard let starts = startBytes(in: vocabulary),
      reader.append(0..<size, in: vocabulary, to: &text)
    else { return nil }
    return (text, starts)
  }

  /// The bytes at which the sentences begin, if the items take the whole text and no more.
  private func startBytes(in vocabulary: Vocabulary) -> [UInt32]? {
    var bytes: [UInt32] = []
    bytes.reserveCapacity(sentenceStarts.count)
    var cursor = ItemCursor(vocabulary)
    var item: UInt32 = 0
    while cursor.advance(in: codes.span, vocabulary.traits.span) {
      while bytes.count < sentenceStarts.count, sentenceStarts[bytes.count] <= item {
        bytes.append(UInt32(cursor.start))
      }
      item += 1
    }
    guard !cursor.isDamaged, cursor.end == size else { return nil }
    while bytes.count < sentenceStarts.count, sentenceStarts[bytes.count] == item {
      bytes.append(UInt32(size))
    }
    return bytes.count == sentenceStarts.count ? bytes : nil
  }
}
