import Bytes
import Testing

@Suite struct PhraseAutomatonTests {
  private func scan(
    _ phrases: [[Int32]], _ words: [[Int32]], in range: Range<Int>? = nil
  ) -> [PhraseMatch] {
    let automaton = PhraseAutomaton(
      phrases: phrases.enumerated().map { ($1, Int32($0)) }, atomCount: 10)
    var table = WordClassTable()
    let classes = words.map { table.number(of: $0, in: automaton) }
    var matches: [PhraseMatch] = []
    automaton.scan(classes, in: range ?? 0..<words.count, using: table, into: &matches)
    return matches
  }

  private func match(_ pattern: Int32, _ first: Int32, _ last: Int32) -> PhraseMatch {
    PhraseMatch(pattern: pattern, firstToken: first, lastToken: last)
  }

  @Test func phrasesAreFoundWhereTheyBegin() {
    #expect(
      scan([[1], [1, 2], [2, 1]], [[1], [2], [], [1]]) == [
        match(0, 0, 0), match(1, 0, 1), match(0, 3, 3),
      ])
  }

  @Test func aWordMayBeSeveralAtoms() {
    #expect(
      Set(scan([[1, 3], [2, 3], [1, 4]], [[1, 2], [3, 4]])) == [
        match(0, 0, 1), match(1, 0, 1), match(2, 0, 1),
      ])
  }

  @Test func nothingCrossesTheRange() {
    #expect(scan([[1, 1]], [[1], [1], [1], [1]], in: 1..<3) == [match(0, 1, 2)])
  }

  @Test func equalPhrasesOfSeveralPatternsAreAllFound() {
    #expect(scan([[1], [1]], [[1]]) == [match(0, 0, 0), match(1, 0, 0)])
  }

  @Test func noPhrases() {
    #expect(scan([], [[], []]).isEmpty)
  }
}
