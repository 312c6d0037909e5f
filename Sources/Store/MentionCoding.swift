import Bytes
public import Corpus

/// The mentions of a document in a few bytes each: a count, then for each mention
/// - the number of its form, or 0 and the form;
/// - eight times the bytes from the start of the mention before in its field, plus field and flags;
/// - four times the sentences from there, plus 1 if paragraphs follow and 2 if bytes that continue
///   a scalar do, each from there.
enum MentionCoding {
  /// Where the mention before stands.
  private struct Place {
    var bytes = 0
    /// Bytes that continue a scalar.
    var continuations = 0
    var sentence = 0
    var paragraph = 0

    init() {}

    init(_ mention: Mention) {
      bytes = Int(mention.range.bytes.lowerBound)
      continuations = bytes - Int(mention.range.scalars.lowerBound)
      sentence = Int(mention.sentence)
      paragraph = Int(mention.paragraph)
    }
  }

  /// - Parameters:
  ///   - forms: by mention.
  ///   - numbers: by form; 0 for one that is spelt out.
  static func pack(
    _ mentions: [Mention], forms: [Int32], numbers: [Int32], in table: WordTable
  ) -> [UInt8] {
    var writer = VariableLengthWriter()
    writer.append(mentions.count)
    var last = Place()
    var field = Field.title
    for (mention, form) in zip(mentions, forms) {
      writer.append(Int(numbers[Int(form)]))
      if numbers[Int(form)] == 0 { writer.append(bytes: table.word(form)) }
      if mention.field != field { last = Place() }
      field = mention.field
      let place = Place(mention)
      writer.append(
        (place.bytes - last.bytes) << 3 | (mention.isInDateline ? 4 : 0) | Int(field.rawValue) << 1
          | (mention.ambiguous ? 1 : 0))
      let (paragraphs, continuations) = (
        place.paragraph - last.paragraph, place.continuations - last.continuations
      )
      writer.append(
        (place.sentence - last.sentence) << 2 | (paragraphs != 0 ? 1 : 0)
          | (continuations != 0 ? 2 : 0))
      if paragraphs != 0 { writer.append(paragraphs) }
      if continuations != 0 { writer.append(continuations) }
      last = place
    }
    return writer.bytes
  }

  /// `nil` when the bytes are damaged, or name a term that is not in use.
  static func unpack(_ packed: ArraySlice<UInt8>, _ forms: Forms) -> StoredMentions? {
    var reader = VariableLengthReader(packed)
    // A mention takes three bytes at least.
    guard let count = reader.next(), (0...packed.count / 3).contains(count) else { return nil }
    var found = StoredMentions()
    found.mentions.reserveCapacity(count)
    found.forms.reserveCapacity(count)
    var last = Place()
    var field = Field.title
    for _ in 0..<count {
      guard let number = reader.next(), (0..<forms.count).contains(number) else { return nil }
      var form = forms.forms[number]
      if number == 0 {
        guard let parts = FormCoding.next(&reader) else { return nil }
        form = forms.form(parts)
        found.spellings.append(parts.text)
      }
      guard form.term >= 0, let head = reader.next(), let tail = reader.next() else { return nil }
      let next: Field = head & 2 == 0 ? .title : .body
      if next != field { last = Place() }
      field = next
      guard let paragraphs = tail & 1 == 0 ? 0 : reader.next(),
        let continuations = tail & 2 == 0 ? 0 : reader.next()
      else { return nil }
      last.bytes &+= head >> 3
      last.continuations &+= continuations
      last.sentence &+= tail >> 2
      last.paragraph &+= paragraphs
      guard let bytes = range(last.bytes, form.bytes),
        let scalars = range(last.bytes &- last.continuations, form.scalars),
        let sentence = Int32(exactly: last.sentence), let paragraph = Int32(exactly: last.paragraph)
      else { return nil }
      found.mentions.append(
        Mention(
          entry: form.entry, term: form.term, field: field,
          range: TextRange(bytes: bytes, scalars: scalars), sentence: sentence,
          paragraph: paragraph, ambiguous: head & 1 == 1, isInDateline: head & 4 != 0))
      found.forms.append(number > 0 ? Int32(number) : Int32(-found.spellings.count))
    }
    return found
  }

  /// The range of that length that begins at `start`, if there can be one.
  private static func range(_ start: Int, _ length: Int32) -> Range<Int32>? {
    guard let first = Int32(exactly: start), first >= 0 else { return nil }
    let (end, isTooLong) = first.addingReportingOverflow(length)
    return isTooLong ? nil : first..<end
  }
}

/// The mentions of a document, read back.
public struct StoredMentions: Sendable {
  public internal(set) var mentions: [Mention] = []
  /// By mention: the number of its form; below 0 for one of `spellings`, of which -1 is the first.
  public internal(set) var forms: [Int32] = []
  /// The words of the mentions whose forms have no number.
  public internal(set) var spellings: [ArraySlice<UInt8>] = []

  public init() {}
}

extension VariableLengthReader {
  /// The next integer, if it is an index.
  mutating func number() -> Int32? {
    next().flatMap { Int32(exactly: $0) }.flatMap { $0 >= 0 ? $0 : nil }
  }
}
