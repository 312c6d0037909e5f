import Corpus
import Testing

@testable import Ingest

/// Samples with pieces cut out, doubled and moved: whatever comes, it is articles and rejects.
@Suite struct ExportMutationTests {
  private static let samples: [(name: String, text: String)] = [
    ("x.txt", NexisTests.text), ("x.xml", NexisTests.word(NexisTests.paragraphs)),
    ("x.html", "<html><body>\(NexisTests.whole)</body></html>"),
    ("x.html", "<html><title>Factiva</title><body>\(FactivaTests.whole)</body></html>"),
    ("x.xml", FactivaTests.xml),
    ("x.html", "<html><body>\(EuropresseTests.first)\(EuropresseTests.second)</body></html>"),
    ("x.xml", ProQuestTests.record), ("x.xml", ProQuestTests.historical),
    ("x.xml", ScholarlyFormatTests.journal), ("x.xml", ScholarlyFormatTests.text),
  ]

  @Test(arguments: samples.indices)
  func survivesMutation(sample: Int) {
    let (name, text) = Self.samples[sample]
    let parser = ArticleParser(today: today)
    var random = Generator(state: UInt64(sample))
    for _ in 0..<150 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...8, using: &random) { mutate(&bytes, &random) }
      let format: RecordFormat = name.hasSuffix("txt") ? .plainText : .markup
      let record = Record(source: Source(path: name), bytes: bytes, format: format)
      #expect(!parser.parse(record).isEmpty)
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout Generator) {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, start + [1, 4, 16, 64, 400].randomElement(using: &random)!)
    let piece = Array(bytes[start..<end])
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: piece, at: start)
    case 2: bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &random))
    default: if start < bytes.count { bytes[start] = UInt8.random(in: 0...255, using: &random) }
    }
  }

  /// SplitMix64 (Steele, Lea and Flood 2014): the same mutations each time.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
