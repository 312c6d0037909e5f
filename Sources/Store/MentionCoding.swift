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
  static func unpack(_ packed: [UInt8]) -> [Mention]? {
    var reader = VariableLengthReader(packed)
    guard let count = reader.next(), count >= 0, count <= packed.count else { return nil }
    var mentions: [Mention] = []
    mentions.reserveCapacity(count)
    var last = (field: Field.title, bytes: 0, scalars: 0)
    for _ in 0..<count {
      guard let entry = reader.next(), let term = reader.next(), let flags = reader.next(),
        let field = Field(rawValue: UInt8(truncatingIfNeeded: flags / 2)),
        let start = reader.next(), let length = reader.next(), let scalar = reader.next(),
        let scalars = reader.next(), let sentence = reader.next(), let paragraph = reader.next(),
        length >= 0, scalars >= 0
      else { return nil }
      if field != last.field { last = (field, 0, 0) }
      let bytes = last.bytes + start
      let first = last.scalars + scalar
      mentions.append(
        Mention(
          entry: Int32(truncatingIfNeeded: entry), term: Int32(truncatingIfNeeded: term),
          field: field,
          range: TextRange(
            bytes: Int32(truncatingIfNeeded: bytes)..<Int32(truncatingIfNeeded: bytes + length),
            scalars: Int32(truncatingIfNeeded: first)..<Int32(truncatingIfNeeded: first + scalars)),
          sentence: Int32(truncatingIfNeeded: sentence),
          paragraph: Int32(truncatingIfNeeded: paragraph), ambiguous: flags % 2 == 1))
      last = (field, bytes, first)
    }
    return mentions
  }
}
