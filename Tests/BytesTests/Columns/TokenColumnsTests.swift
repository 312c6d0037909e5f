import Testing

@testable import Bytes

/// The same numbers on every run.
private struct Generator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

/// A text with sentence starts, and what its columns give back.
struct ColumnSample {
  var text: [UInt8]
  var starts: [UInt32]

  /// - Parameter spellsOut: which items the vocabulary does not hold, by their numbers.
  func columns(
    spellsOut: (Int32) -> Bool = { _ in false }
  ) -> (columns: TokenColumns, vocabulary: Vocabulary) {
    var encoder = ItemEncoder()
    // Another text first, so that numbers do not only ascend.
    _ = encoder.encode(Array("of the 会 , the. ".utf8).span, sentenceStarts: [0, 4])
    let sequence = encoder.encode(text.span, sentenceStarts: starts)
    var vocabulary = Vocabulary()
    var codes: [UInt8] = []
    for number in 0..<encoder.table.count {
      let item = encoder.table.item(Int32(number))
      // A number that is not used keeps its place.
      let isTooLong = item.bytes.count > Vocabulary.maximumLength
      vocabulary.append(isTooLong ? [] : item.bytes, item.kind)
    }
    for item in sequence.items {
      let (bytes, kind) = encoder.table.item(item)
      if bytes.count > Vocabulary.maximumLength || spellsOut(item) {
        TokenColumns.append(spelling: bytes, kind, to: &codes)
      } else {
        DenseCode.append(Int(item) + 1, to: &codes)
      }
    }
    return (
      TokenColumns(
        codes: codes[...], sentenceStarts: sequence.sentenceStarts, size: text.count), vocabulary
    )
  }

  static let pieces = [
    "the", "The", "U.S.", "JD.com", "O’Reilly", "Å", "é", "naïve", "996", "1,000", "AT&T", "a",
    "会", "社", "カ", "한", "국", "Ω", "🎈", "👩‍👩‍👧", " ", " ", " ", " ", " ", "  ", "\n", "\n", ". ",
    ".", ", ", "-", " – ", "’", "'", "“", "” ", "\u{00AD}", "\u{200B}", "\u{0301}", "\u{FFFD}",
    "\0",
    String(repeating: "x", count: 255), String(repeating: "y", count: 256),
    String(repeating: "-", count: 600), String(repeating: "é", count: 300),
  ]

  /// Pieces of many scripts; sentences begin anywhere, or only where scalars do.
  static func random(_ seed: Int) -> ColumnSample {
    var generator = Generator(state: UInt64(seed) &* 7919)
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &generator) {
      text += pieces.randomElement(using: &generator)?.utf8 ?? "".utf8
    }
    var starts = text.isEmpty ? [] : [0]
    for _ in 0..<Int.random(in: 0...8, using: &generator) where !text.isEmpty {
      starts.append(Int.random(in: 0...text.count, using: &generator))
    }
    return ColumnSample(text: text, starts: starts.sorted().map(UInt32.init))
  }
}

@Suite struct TokenColumnsTests {
  @Test("Numbers of any size are read back, in as few bytes as their size allows")
  func denseCodes() throws {
    let numbers = [0, 1, 191, 192, 193, 12_479, 12_480, 798_911, 798_912, 1 << 20, 1 << 31]
    let sizes = [1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5]
    var codes: [UInt8] = []
    for (number, size) in zip(numbers, sizes) {
      let before = codes.count
      DenseCode.append(number, to: &codes)
      #expect(codes.count - before == size)
    }
    var index = 0
    for number in numbers {
      let read = DenseCode.next(in: codes.span, at: &index)
      #expect(read == number)
    }
    #expect(index == codes.count)
    for number in 0..<100_000 {
      var code: [UInt8] = []
      DenseCode.append(number, to: &code)
      var index = 0
      let read = DenseCode.next(in: code.span, at: &index)
      #expect(read == number)
    }
    var cut = 0
    for damaged in [[200, 201], [UInt8](repeating: 255, count: 100)] {
      cut = 0
      let read = DenseCode.next(in: damaged.span, at: &cut)
      #expect(read == nil)
    }
  }

  @Test("Any text and its sentences come back exactly", arguments: 0..<600)
  func roundTrip(_ seed: Int) throws {
    let sample = ColumnSample.random(seed)
    for rareness in [0, 2, 1] as [Int32] {
      let (columns, vocabulary) = sample.columns { rareness > 0 && $0 % rareness == 0 }
      let read = columns.text(in: vocabulary)
      let isSame = read?.utf8 == sample.text && read?.sentenceStarts == sample.starts
      #expect(isSame, "\(String(decoding: sample.text, as: UTF8.self).debugDescription)")
    }
  }

  @Test("Any parts of a text come back, whatever they cut", arguments: 0..<200)
  func parts(_ seed: Int) throws {
    let sample = ColumnSample.random(seed)
    let (columns, vocabulary) = sample.columns { $0 % 3 == 0 }
    var generator = Generator(state: UInt64(seed))
    var reader = ColumnText(columns)
    var start = 0
    while start <= sample.text.count {
      let end = Int.random(in: start...min(sample.text.count, start + 40), using: &generator)
      var part: [UInt8] = []
      let isWhole = reader.append(start..<end, in: vocabulary, to: &part)
      #expect(isWhole && part == Array(sample.text[start..<end]), "\(start)..<\(end)")
      start += Int.random(in: 0...9, using: &generator)
      if start == sample.text.count { break }
    }
  }

  @Test("Words stand where the tokenizer finds them", arguments: 0..<300)
  func placedWords(_ seed: Int) {
    var sample = ColumnSample.random(seed)
    var tokens: [Token] = []
    Tokenizer.tokenize(sample.text.span, into: &tokens)
    // Words are whole unless a sentence begins in one.
    sample.starts.removeAll { start in tokens.contains { $0.start < start && start < $0.end } }
    let (columns, vocabulary) = sample.columns { $0 % 3 == 0 }
    var placed = PlacedWords()
    let isWhole = placed.place(columns, in: vocabulary)
    #expect(isWhole)
    #expect(placed.words.map(\.start) == tokens.map(\.start))
    #expect(placed.words.map(\.end) == tokens.map(\.end))
    #expect(placed.sentences.count == sample.starts.count)
    for word in placed.words {
      for (byte, continuations) in [
        (word.start, word.continuationsBefore), (word.end, word.continuations),
      ] {
        let scalars = countScalars(in: sample.text.span, 0..<Int(byte))
        #expect(Int(continuations) == Int(byte) - scalars)
      }
    }
    var paragraph: Int32 = 0
    for (start, sentence) in zip(sample.starts, placed.sentences) {
      if start > 0, sample.text[Int(start) - 1] == UInt8(ascii: "\n") { paragraph += 1 }
      #expect(sentence.paragraph == paragraph)
      #expect(Int(sentence.firstWord) == tokens.prefix { $0.start < start }.count)
    }
  }

  @Test("Damaged codes give other texts or none, never a trap", arguments: 0..<300)
  func damage(_ seed: Int) {
    let sample = ColumnSample.random(seed)
    var (columns, vocabulary) = sample.columns { $0 % 5 == 0 }
    var generator = Generator(state: UInt64(seed) &+ 3)
    for _ in 0...seed % 4 where !columns.codes.isEmpty {
      columns.codes[Int.random(in: columns.codes.indices, using: &generator)] =
        UInt8.random(in: 0...255, using: &generator)
    }
    if seed % 3 == 0 { columns.codes = columns.codes.dropLast(seed % 7) }
    if seed % 5 == 0 { columns.size += seed % 9 }
    if seed % 7 == 0 { columns.sentenceStarts.append(.max) }
    if let text = columns.text(in: vocabulary) { #expect(text.utf8.count == columns.size) }
    var placed = PlacedWords()
    _ = placed.place(columns, in: vocabulary)
  }
}
