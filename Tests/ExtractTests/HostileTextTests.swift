import Corpus
import Extract
import Foundation
import Lexicons
import Testing

/// Texts made to cost much: each must end in a time that grows with its length.
@Suite(.serialized) struct HostileTextTests {
  static let yaml = """
    lexicon: t
    entries:
      - id: e
        terms:
          - China
          - China China China
          - China China Japan
          - {term: Son, after: Masayoshi Son}
          - {term: Son, near: [zzz], within: 5}
          - {term: Japan, near: [Korea], within: paragraph}
          - copy NEAR/9 product
    \((0..<2_000).map { "      - China word\($0)" }.joined(separator: "\n"))
    """

  /// Processor time, so that a busy machine does not fail the test.
  private func seconds(_ text: String, _ lexicons: CompiledLexicons) -> (Double, Int) {
    let article = document(text)
    var tagger = Tagger(lexicons)
    let start = processorTime()
    let count = tagger.mentions(in: article).count
    return (processorTime() - start, count)
  }

  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  @Test(arguments: [
    "China ", "Son ", "Japan ", "copy ", "product copy ", "China Japan Son ", "Masayoshi Son ",
    "Son zzz ", "copy product. ", "Korea Japan\n",
  ])
  func repeatedWordsStayLinear(_ unit: String) throws {
    let lexicons = try compiled(Self.yaml)
    let small = String(repeating: unit, count: 30_000 / unit.utf8.count)
    let large = String(repeating: unit, count: 300_000 / unit.utf8.count)
    let (first, _) = seconds(small, lexicons)
    let (second, _) = seconds(large, lexicons)
    // Ten times the text in a hundred times the time would be quadratic.
    #expect(second < max(first * 40, 1), "\(unit): \(first) s, then \(second) s")
  }

  @Test func oneEndlessWord() throws {
    let lexicons = try compiled(Self.yaml)
    #expect(seconds(String(repeating: "a", count: 1_000_000), lexicons).0 < 4)
    #expect(seconds(String(repeating: "a.", count: 500_000), lexicons).0 < 4)
    #expect(seconds(String(repeating: "a'", count: 500_000), lexicons).0 < 4)
  }

  // The reader refuses what it sees to backtrack; it does not try this letter.
  @Test func aBacktrackingExpressionIsGivenUp() throws {
    let lexicons = try lexicon(terms: ["'/(q+)+$/'", "China"])
    let text = String(repeating: "q", count: 5_000) + "!\nChina"
    let (time, count) = seconds(text, lexicons)
    #expect(time < 2)
    #expect(count == 1)
  }

  @Test func anExpressionGivenUpInOneParagraphIsTriedInTheNext() throws {
    let lexicons = try lexicon(terms: ["'/(q+)+z/'"])
    let text = String(repeating: "q", count: 5_000) + "!\nqqz"
    #expect(find(lexicons, in: document(text)).map(\.text) == ["qqz"])
  }

  @Test func bytesThatAreNoUTF8DoNotTrap() throws {
    var tagger = Tagger(try compiled(Self.yaml))
    let article = Document(
      id: "d", source: Source(path: "d"), title: .empty,
      body: Passage(utf8: [0xFF, 0xC3, 0x20, 0xE4, 0xBD, 0x43, 0x80], sentenceStarts: [0]))
    #expect(tagger.mentions(in: article).isEmpty)
  }
}
