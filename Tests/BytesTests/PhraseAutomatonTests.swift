import Bytes
import Testing

@Suite struct PhraseAutomatonTests {
  private func scan(
    _ phrases: [[Int32]], _ words: [[Int32]], sentences: [Int32] = [0]
  ) -> [PhraseMatch] {
    var known = Phrases()
    for (pattern, atoms) in phrases.enumerated() { known.append(atoms[...], of: Int32(pattern)) }
    let automaton = PhraseAutomaton(known, atomCount: 10)
    var table = WordClassTable()
    let classes = words.map { table.number(of: $0, in: automaton) }
    var matches: [PhraseMatch] = []
    let starts = sentences.map { PlacedWords.Sentence(firstWord: $0, paragraph: 0) }
    automaton.scan(classes.span, in: starts.span, using: table, into: &matches)
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

  @Test func nothingCrossesASentence() {
    #expect(
      scan([[1, 1]], [[1], [1], [1], [1], [1]], sentences: [0, 1, 1, 3]) == [
        match(0, 1, 2), match(0, 3, 4),
      ])
  }

  /// Words are looked over 64 at a time.
  @Test func longTextsAreSearchedToTheEnd() {
    let words = (0..<200).map { [Int32($0 % 3)] }
    let found = scan([[2, 0], [1, 2, 0, 1]], words)
    #expect(
      found.filter { $0.pattern == 0 }.map(\.firstToken) == Array(stride(from: 2, to: 199, by: 3)))
    #expect(
      found.filter { $0.pattern == 1 }.map(\.firstToken) == Array(stride(from: 1, to: 197, by: 3)))
  }

  @Test func equalPhrasesOfSeveralPatternsAreAllFound() {
    #expect(scan([[1], [1]], [[1]]) == [match(0, 0, 0), match(1, 0, 0)])
  }

  @Test func noPhrases() {
    #expect(scan([], [[], []]).isEmpty)
  }
}
