import Corpus

/// The mentions of a document in a few bytes each: a count, then for each mention entry, term,
/// field and flag, bytes and scalars from the mention before, lengths, sentence and paragraph.
enum MentionCoding {
  static func pack(_ mentions: [Mention]) -> [UInt8] {
    var writer = VariableLengthWriter()
    writer.append(mentions.count)
    var last = (field: Field.title, bytes: 0, scalars: 0)
    for mention in mentions {
      if mention.field != last.field { last = (mention.field, 0, 0) }
      let (bytes, scalars) = (mention.range.bytes, mention.range.scalars)
      writer.append(Int(mention.entry))
      writer.append(Int(mention.term))
      writer.append(Int(mention.field.rawValue) * 2 + (mention.ambiguous ? 1 : 0))
      writer.append(Int(bytes.lowerBound) - last.bytes)
      writer.append(bytes.count)
      writer.append(Int(scalars.lowerBound) - last.scalars)
      writer.append(scalars.count)
      writer.append(Int(mention.sentence))
      writer.append(Int(mention.paragraph))
      last = (mention.field, Int(bytes.lowerBound), Int(scalars.lowerBound))
    }
    return writer.bytes
  }

  /// `nil` when the bytes are damaged.
  static func unpack(_ packed: ArraySlice<UInt8>) -> [Mention]? {
    var reader = VariableLengthReader(packed)
    // A mention takes nine bytes at least.
    guard let count = reader.next(), (0...packed.count / 9).contains(count) else { return nil }
    var mentions: [Mention] = []
    mentions.reserveCapacity(count)
    var last = (field: Field.title, bytes: 0, scalars: 0)
    for _ in 0..<count {
      guard let entry = reader.number(), let term = reader.number(), let flags = reader.number(),
        let field = Field(rawValue: UInt8(truncatingIfNeeded: flags / 2)), flags < 4,
        let start = reader.next(), let length = reader.next(), let scalar = reader.next(),
        let scalars = reader.next(), let sentence = reader.number(),
        let paragraph = reader.number()
      else { return nil }
      if field != last.field { last = (field, 0, 0) }
      guard let bytes = range(last.bytes, start, length),
        let span = range(last.scalars, scalar, scalars)
      else { return nil }
      mentions.append(
        Mention(
          entry: entry, term: term, field: field, range: TextRange(bytes: bytes, scalars: span),
          sentence: sentence, paragraph: paragraph, ambiguous: flags % 2 == 1))
      last = (field, Int(bytes.lowerBound), Int(span.lowerBound))
    }
    return mentions
  }

  /// The range that begins `step` after `last`, if there can be one.
  private static func range(_ last: Int, _ step: Int, _ length: Int) -> Range<Int32>? {
    let (start, overflow) = last.addingReportingOverflow(step)
    let (end, tooLong) = start.addingReportingOverflow(length)
    guard !overflow, !tooLong, start >= 0, length >= 0, let first = Int32(exactly: start),
      let last = Int32(exactly: end)
    else { return nil }
    return first..<last
  }
}

extension VariableLengthReader {
  /// The next integer, if it is an index.
  fileprivate mutating func number() -> Int32? {
    next().flatMap { Int32(exactly: $0) }.flatMap { $0 >= 0 ? $0 : nil }
  }
}
