import Bytes

/// The token columns of a document in one sequence of bytes: 1 if an item is spelt out in them,
/// else 0; for title and body the bytes of the text and of its codes; the codes of both; then for
/// each the number of sentences and the item that each begins with, counted from the one before.
enum ColumnCoding {
  static func pack(_ fields: [TokenColumns], hasSpellings: Bool) -> [UInt8] {
    var writer = VariableLengthWriter()
    writer.append(hasSpellings ? 1 : 0)
    for columns in fields {
      writer.append(columns.size)
      writer.append(columns.codes.count)
    }
    for columns in fields { writer.append(bytes: columns.codes) }
    for columns in fields {
      writer.append(columns.sentenceStarts.count)
      var last = 0
      for start in columns.sentenceStarts {
        writer.append(Int(start) - last)
        last = Int(start)
      }
    }
    return writer.bytes
  }

  /// `nil` when the bytes are damaged.
  static func unpack(_ packed: ArraySlice<UInt8>) -> (title: TokenColumns, body: TokenColumns)? {
    var reader = VariableLengthReader(packed)
    guard reader.next() != nil, let titleSize = reader.next(), let titleCodes = reader.next(),
      let bodySize = reader.next(), let bodyCodes = reader.next(),
      let title = reader.next(bytes: titleCodes), let body = reader.next(bytes: bodyCodes),
      let titleStarts = starts(&reader, upTo: titleCodes),
      let bodyStarts = starts(&reader, upTo: bodyCodes), reader.isAtEnd,
      // A code stands for at most the longest item and a space, or spells an item out.
      isPlausible(titleSize, titleCodes), isPlausible(bodySize, bodyCodes)
    else { return nil }
    return (
      TokenColumns(codes: title, sentenceStarts: titleStarts, size: titleSize),
      TokenColumns(codes: body, sentenceStarts: bodyStarts, size: bodySize)
    )
  }

  /// Where the codes of both fields lie, without unpacking; `nil` when the bytes are damaged.
  static func codes(_ packed: Span<UInt8>) -> (range: Range<Int>, hasSpellings: Bool)? {
    var index = 0
    func next() -> Int? { VariableLengthReader.next(in: packed, at: &index) }
    guard let spellings = next(), next() != nil, let title = next(), next() != nil,
      let body = next(), (0...packed.count - index).contains(title),
      (0...packed.count - index - title).contains(body)
    else { return nil }
    return (index..<index + title + body, spellings > 0)
  }

  private static func isPlausible(_ size: Int, _ codes: Int) -> Bool {
    (0...codes * (Vocabulary.maximumLength + 1)).contains(size)
  }

  /// Items that ascend; there are no more than bytes of codes.
  private static func starts(
    _ reader: inout VariableLengthReader, upTo limit: Int
  ) -> [UInt32]? {
    guard let count = reader.next(), (0...Int(Int32.max)).contains(count) else { return nil }
    var starts: [UInt32] = []
    var last = 0
    for _ in 0..<count {
      guard let step = reader.next(), (0...limit - last).contains(step) else { return nil }
      last += step
      starts.append(UInt32(last))
    }
    return starts
  }
}

/// A block of the vocabulary: for each item four times its length plus its kind, then its bytes.
enum VocabularyCoding {
  static func pack(_ items: [(bytes: ArraySlice<UInt8>, kind: ItemKind)]) -> [UInt8] {
    var writer = VariableLengthWriter()
    for item in items {
      writer.append(item.bytes.count << 2 | Int(item.kind.rawValue))
      writer.append(bytes: item.bytes)
    }
    return writer.bytes
  }

  /// Calls `body` with the items. Returns `false` when the bytes are damaged.
  static func unpack(
    _ packed: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>, ItemKind) -> Void
  ) -> Bool {
    var reader = VariableLengthReader(packed)
    while !reader.isAtEnd {
      guard let head = reader.next(), let kind = ItemKind(rawValue: UInt8(head & 3)),
        head >> 2 <= Vocabulary.maximumLength, let bytes = reader.next(bytes: head >> 2)
      else { return false }
      body(bytes, kind)
    }
    return true
  }
}
