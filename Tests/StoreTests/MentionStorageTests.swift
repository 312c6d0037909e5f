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

  static func random(_ generator: inout Generator) -> Mention {
    func number(_ limit: Int32) -> Int32 { Int32.random(in: 0...limit, using: &generator) }
    let limit: Int32 = Bool.random(using: &generator) ? 300 : .max / 2
    let (bytes, scalars) = (number(limit), number(limit))
    return Mention(
      entry: number(limit), term: number(limit),
      field: Bool.random(using: &generator) ? .title : .body,
      range: TextRange(
        bytes: bytes..<bytes + number(limit), scalars: scalars..<scalars + number(limit)),
      sentence: number(limit), paragraph: number(limit),
      ambiguous: Bool.random(using: &generator))
  }

  @Test("Any mentions are read back the same", arguments: 0..<200)
  func roundTrip(_ seed: Int) {
    var generator = Generator(state: UInt64(seed))
    let mentions = (0..<seed % 40).map { _ in Self.random(&generator) }
    #expect(MentionCoding.unpack(MentionCoding.pack(mentions)[...]) == mentions)
  }

  @Test("Ordered mentions of an article take few bytes")
  func size() {
    let mentions = (0..<100).map { index in
      let start = Int32(index * 40)
      return Mention(
        entry: 100, term: 90, field: .body,
        range: TextRange(bytes: start..<start + 8, scalars: start..<start + 8),
        sentence: Int32(index), paragraph: 3)
    }
    #expect(MentionCoding.pack(mentions).count < 100 * 10)
  }

  @Test("Damaged bytes give nothing or other mentions, never a trap", arguments: 0..<300)
  func damage(_ seed: Int) {
    var generator = Generator(state: UInt64(seed) &+ 99)
    var bytes = MentionCoding.pack((0..<10).map { _ in Self.random(&generator) })
    for _ in 0...seed % 5 {
      bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
    }
    if seed % 3 == 0 { bytes.removeLast(Int.random(in: 0...bytes.count, using: &generator)) }
    for mention in MentionCoding.unpack(bytes[...]) ?? [] {
      #expect(mention.entry >= 0 && mention.range.bytes.lowerBound >= 0)
    }
    let noise = (0..<seed).map { _ in UInt8.random(in: 0...255, using: &generator) }
    _ = MentionCoding.unpack(noise[...])
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

  @Test("Only untagged documents are offered for tagging, until mentions are cleared")
  func untagged() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    for id in ["a", "b", "c"] { try store.store([.sample(id)], in: id) }
    let mention = Mention(
      entry: 1, term: 2, field: .body, range: TextRange(bytes: 0..<3, scalars: 0..<3), sentence: 0,
      paragraph: 0)
    let documents = try store.documents()
    try store.setMentions([
      PackedMentions([mention], of: documents[0]), PackedMentions([], of: documents[1]),
    ])
    #expect(try store.documents(untaggedOnly: true).map(\.documentID) == ["c"])
    #expect(try store.documents().map { try $0.mentions() } == [[mention], [], []])
    try store.clearMentions(recording: "lexicons", "abc")
    #expect(try store.documents(untaggedOnly: true).count == 3)
    #expect(try store.fact("lexicons") == "abc")
  }
}
