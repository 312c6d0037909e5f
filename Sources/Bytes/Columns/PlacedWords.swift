/// Where a word stands in a text.
public struct PlacedWord: Sendable, Hashable {
  /// Its number in the vocabulary; below 0 for one that the vocabulary does not hold.
  public var item: Int32
  /// Bytes from the start of the text.
  public var start: UInt32
  public var end: UInt32
  /// Bytes before its start and before its end that continue a Unicode scalar.
  public var continuationsBefore: UInt32
  public var continuations: UInt32
}

/// The words of a text in their places, and the sentences that they form. Reuses its buffers.
public struct PlacedWords: Sendable {
  public struct Sentence: Sendable {
    public var firstWord: Int32
    public var paragraph: Int32

    public init(firstWord: Int32, paragraph: Int32) {
      self.firstWord = firstWord
      self.paragraph = paragraph
    }
  }

  /// Words, and room for more: what is written behind the last word costs nothing to take back.
  private var room: [PlacedWord] = []
  private var count = 0
  public var sentences: [Sentence] = []
  /// Capitals say nothing here: the text has only capitals, or none.
  public var hasOneCase = false
  /// Where in the codes the words are spelt that the vocabulary does not hold: word -1 comes first.
  public var spellings: [Range<Int>] = []

  public init() {}

  public var words: ArraySlice<PlacedWord> { room[..<count] }

  public mutating func removeAll() {
    count = 0
    sentences.removeAll(keepingCapacity: true)
    spellings.removeAll(keepingCapacity: true)
    hasOneCase = false
  }

  /// Replaces what is held by the words of a text. Their continuations are not counted.
  public mutating func place(
    _ tokens: [Token], of text: Span<UInt8>, sentenceStarts: [UInt32]
  ) {
    removeAll()
    makeRoom(for: tokens.count)
    count = tokens.count
    var places = room.mutableSpan
    for index in tokens.indices {
      places[index] = PlacedWord(
        item: 0, start: tokens[index].start, end: tokens[index].end, continuationsBefore: 0,
        continuations: 0)
    }
    var word = 0
    var paragraph: Int32 = 0
    for start in sentenceStarts {
      if start > 0, text[Int(start) - 1] == UInt8(ascii: "\n") { paragraph += 1 }
      while word < tokens.count, tokens[word].start < start { word += 1 }
      sentences.append(Sentence(firstWord: Int32(word), paragraph: paragraph))
    }
    hasOneCase = Self.hasOneCase(text)
  }

  private mutating func makeRoom(for count: Int) {
    guard count > room.count else { return }
    let none = PlacedWord(item: 0, start: 0, end: 0, continuationsBefore: 0, continuations: 0)
    room += Array(repeating: none, count: count - room.count)
  }

  private static func hasOneCase(_ text: Span<UInt8>) -> Bool {
    var hasUpper = false
    var hasLower = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x61, byte <= 0x7A { hasLower = true }
      if byte >= 0x41, byte <= 0x5A { hasUpper = true }
      if hasUpper, hasLower { return false }
      index += 1
    }
    return hasUpper || hasLower
  }

  /// Replaces what is held by the words of columns. Returns `false` where these are damaged.
  public mutating func place(_ columns: TokenColumns, in vocabulary: Vocabulary) -> Bool {
    removeAll()
    let codes = columns.codes.span
    let known = vocabulary.traits.span
    let starts = columns.sentenceStarts.span
    // No item takes less than a byte; what follows the last word may be written too.
    makeRoom(for: codes.count + 1)
    var room: [PlacedWord] = []
    swap(&room, &self.room)
    defer { swap(&room, &self.room) }
    var places = room.mutableSpan
    var cursor = ItemCursor(vocabulary)
    var item = 0
    var count = 0
    var next = starts.count > 0 ? Int(starts[0]) : .max
    var paragraph: Int32 = 0
    var seen: UInt32 = 0
    var endsLine = false
    while cursor.advance(in: codes, known) {
      while item >= next {
        if endsLine, cursor.gap == cursor.start { paragraph += 1 }
        sentences.append(Sentence(firstWord: Int32(count), paragraph: paragraph))
        next = sentences.count < starts.count ? Int(starts[sentences.count]) : .max
      }
      item &+= 1
      seen |= cursor.traits.bits
      endsLine = cursor.traits.endsLine
      var number = Int32(truncatingIfNeeded: cursor.number)
      if number == 0, !cursor.traits.isSeparator {
        spellings.append(cursor.spelling)
        number = Int32(-spellings.count)
      }
      // A separator is written like a word, and written over by the next item: whether an item is
      // one is nothing that a processor could foretell.
      places[count] = PlacedWord(
        item: number, start: UInt32(truncatingIfNeeded: cursor.start),
        end: UInt32(truncatingIfNeeded: cursor.end),
        continuationsBefore: UInt32(truncatingIfNeeded: cursor.continuationsBefore),
        continuations: UInt32(truncatingIfNeeded: cursor.continuations))
      count &+= cursor.traits.isSeparator ? 0 : 1
    }
    self.count = count
    while next <= item {
      if endsLine { paragraph += 1 }
      sentences.append(Sentence(firstWord: Int32(count), paragraph: paragraph))
      next = sentences.count < starts.count ? Int(starts[sentences.count]) : .max
    }
    hasOneCase = (seen & ItemTraits.capital == 0) != (seen & ItemTraits.small == 0)
    return !cursor.isDamaged && cursor.end == columns.size && next == .max
  }
}
