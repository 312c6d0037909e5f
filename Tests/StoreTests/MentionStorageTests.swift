import Bytes
import Corpus
import Testing

@testable import Store

@Suite struct MentionStorageTests {
  /// The same numbers on every run.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// Mentions of one document, and the words that each matched.
  struct Sample {
    var mentions: [Mention] = []
    var texts: [String] = []

    init(_ count: Int, _ generator: inout Generator) {
      for _ in 0..<count {
        func number(_ limit: Int32) -> Int32 { Int32.random(in: 0...limit, using: &generator) }
        let text = ["a", "word", "Ça va", "", "台湾 2"].randomElement(using: &generator) ?? ""
        let start = number(Bool.random(using: &generator) ? 300 : .max / 2)
        let scalar = number(start)
        let (bytes, scalars) = (Int32(text.utf8.count), Int32(text.unicodeScalars.count))
        let term = number(99)
        texts.append(text)
        mentions.append(
          Mention(
            entry: 100 + term, term: term,
            field: Bool.random(using: &generator) ? .title : .body,
            range: TextRange(
              bytes: start..<start + bytes, scalars: scalar..<scalar + scalars),
            sentence: number(300), paragraph: number(.max / 2),
            ambiguous: Bool.random(using: &generator)))
      }
    }

    /// Packed by a store that gives numbers to some of the forms; and its forms.
    func packed(spellingOut isSpeltOut: (Int) -> Bool) -> (bytes: [UInt8], forms: Forms) {
      var table = WordTable()
      var ids: [Int32] = []
      for (mention, text) in zip(mentions, texts) {
        var form: [UInt8] = []
        FormCoding.pack(term: mention.term, text: Array(text.utf8)[...], into: &form)
        ids.append(table.number(of: form.span))
      }
      var forms = Forms(places: .sample)
      let numbers = (0..<table.count).map { id -> Int32 in
        var reader = VariableLengthReader(table.word(Int32(id)))
        guard !isSpeltOut(id), let parts = FormCoding.next(&reader) else { return 0 }
        forms.append(parts)
        return Int32(forms.count - 1)
      }
      return (MentionCoding.pack(mentions, forms: ids, numbers: numbers, in: table), forms)
    }
  }

  @Test("Any mentions are read back the same", arguments: 0..<200)
  func roundTrip(_ seed: Int) {
    var generator = Generator(state: UInt64(seed))
    let sample = Sample(seed % 40, &generator)
    let (bytes, forms) = sample.packed { seed % 3 > 0 && $0 % 3 == 0 }
    let found = MentionCoding.unpack(bytes[...], forms)
    #expect(found?.mentions == sample.mentions)
    let texts = found?.forms.map { form in
      form > 0 ? forms.text(of: Int(form)) : found?.spellings[Int(-1 - form)] ?? []
    }
    #expect(texts?.map { String(decoding: $0, as: UTF8.self) } == sample.texts)
  }

  @Test("Ordered mentions of an article take few bytes")
  func size() {
    var generator = Generator(state: 1)
    var sample = Sample(0, &generator)
    for index in 0..<Int32(100) {
      sample.texts.append("overtime")
      sample.mentions.append(
        Mention(
          entry: 190, term: 90, field: .body,
          range: TextRange(
            bytes: index * 40..<index * 40 + 8, scalars: index * 40..<index * 40 + 8),
          sentence: index, paragraph: 3))
    }
    #expect(sample.packed { _ in false }.bytes.count < 100 * 5)
  }

  @Test("Damaged bytes give nothing or other mentions, never a trap", arguments: 0..<300)
  func damage(_ seed: Int) {
    var generator = Generator(state: UInt64(seed) &+ 99)
    var (bytes, forms) = Sample(10, &generator).packed { $0 % 2 == seed % 2 }
    for _ in 0...seed % 5 {
      bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
    }
    if seed % 3 == 0 { bytes.removeLast(Int.random(in: 0...bytes.count, using: &generator)) }
    for mention in MentionCoding.unpack(bytes[...], forms)?.mentions ?? [] {
      #expect(mention.entry >= 0 && mention.range.bytes.lowerBound >= 0)
    }
    let noise = (0..<seed).map { _ in UInt8.random(in: 0...255, using: &generator) }
    _ = MentionCoding.unpack(noise[...], forms)
  }

  @Test("A sealed column shows any change of one byte")
  func checksum() {
    let sealed = Checksum.seal(Array("some bytes".utf8))
    #expect(Checksum.open(sealed) == Array("some bytes".utf8)[...])
    #expect(Checksum.open(Checksum.seal([])) == [])
    for index in sealed.indices {
      var damaged = sealed
      damaged[index] ^= 1
      #expect(Checksum.open(damaged) == nil)
    }
    #expect(Checksum.open([1, 2, 3]) == nil)
  }

  @Test("Integers of any size are read back; a cut one is none")
  func variableLength() {
    let numbers = [0, 1, 127, 128, -1, .min, .max, 1 << 35]
    var writer = VariableLengthWriter()
    for number in numbers { writer.append(number) }
    var reader = VariableLengthReader(writer.bytes[...])
    for number in numbers { #expect(reader.next() == number) }
    #expect(reader.next() == nil)
    var cut = VariableLengthReader([0x80, 0x80][...])
    #expect(cut.next() == nil)
    var endless = VariableLengthReader([UInt8](repeating: 0xFF, count: 40)[...])
    #expect(endless.next() == nil)
  }

  static let mention = Mention(
    entry: 102, term: 2, field: .body, range: TextRange(bytes: 0..<3, scalars: 0..<3), sentence: 0,
    paragraph: 0)

  @Test("Only untagged documents are offered for tagging, until mentions are forgotten")
  func untagged() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    for id in ["a", "b", "c"] { try store.store([.sample(id)], in: id) }
    let documents = try store.documents()
    let keys = documents.map(\.key)
    try store.tag(Array(documents[..<2]), [[Self.mention]])
    #expect(try store.untaggedKeys() == [keys[2]])
    let forms = try store.forms()
    #expect(
      try store.documents().map { try $0.mentions(forms).mentions } == [[Self.mention], [], []])
    #expect(forms.count == 2 && Array(forms.text(of: 1)) == Array("One".utf8))
    var terms = StoredTerms()
    terms.next = 7
    terms.lexicons = ["x": [StoredTerm(number: 3, key: [1, 2]), StoredTerm(number: 0, key: [])]]
    try store.retag([keys[1]], with: terms, recording: "lexicons", "abc")
    #expect(try store.untaggedKeys() == Array(keys[1...]))
    #expect(try store.terms() == terms)
    #expect(try store.forms().count == 2)
    try store.retag(nil, with: StoredTerms(), recording: "lexicons", "def")
    #expect(try store.untaggedKeys() == keys)
    #expect(try store.fact("lexicons") == "def")
    #expect(try store.terms() == StoredTerms())
    #expect(try store.forms().count == 1)
  }

  @Test("Mentions by a term that is not in use are damage")
  func unusedTerm() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    try store.store([.sample("a")], in: "a")
    let documents = try store.documents()
    try store.tag(documents, [[Self.mention]])
    let tagged = try #require(try store.documents().first)
    let forms = try store.forms(TermPlaces(count: 1))
    #expect(throws: StoreError.self) { try tagged.mentions(forms) }
  }

  @Test("Parts of documents are all documents, with their mentions and without their texts")
  func parts() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    for id in ["b", "é", "a", "d", "c"] { try store.store([.sample(id)], in: id) }
    try store.tag(store.documents(), [[], [Self.mention]])
    let forms = try store.forms()
    let vocabulary = try store.vocabulary()
    for count in 1...6 {
      let parts = try store.parts(of: count)
      #expect(parts.count == (5 + count - 1) / count)
      let documents = try parts.flatMap { try store.documents(in: $0) }
      #expect(documents.map(\.documentID) == ["a", "b", "c", "d", "é"])
      #expect(try documents.map { try $0.mentions(forms).mentions.count } == [0, 1, 0, 0, 0])
      #expect(throws: StoreError.self) { try documents[0].columns() }
      let texts = try store.withTexts(documents).map { try $0.unpack(vocabulary).body.text }
      #expect(texts == Array(repeating: "One sentence. And another.", count: 5))
    }
  }
}
