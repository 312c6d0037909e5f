import Lexicons

/// A pattern of another program read as a term: what may stand in the way.
struct ImportedTerm {
  /// Why it is left out, if it is.
  private(set) var refusal: (what: String, reason: String)?
  /// What the term does not look for, if it is not the whole pattern.
  private(set) var loss: String?

  init(_ text: String) {
    let words = text.split(separator: " ")
    if text.contains(where: { "{}|".contains($0) }) || text.hasPrefix("/")
      || words.contains(where: { $0.hasPrefix("NEAR/") || $0.hasPrefix("BEFORE/") })
    {
      refusal = ("'\(text)'", "these signs mean something else in a term: left out")
      return
    }
    do {
      let pattern = try LexiconSet(query: text).lexicons[0].entries[0].terms[0].pattern
      if case .phrases(let phrases) = pattern, text.count > 1, Self.isSingle(phrases[0]) {
        refusal = (
          "'\(text)'", "a single letter or digit is all that would be looked for: left out"
        )
      } else if Self.hasSigns(words) {
        loss = "signs at the ends of words are not looked for"
      }
    } catch {
      refusal = (error.diagnostics.first?.message ?? text, "it is no term: left out")
    }
  }

  /// Whether all that is looked for is one letter or digit of ASCII, as of `<3` and `:D`, which
  /// would find every 3 and D.
  private static func isSingle(_ phrase: [WordPattern]) -> Bool {
    let scalars = phrase.flatMap(\.key.unicodeScalars)
    return scalars.count == 1 && scalars[0].isASCII
  }

  /// Whether a word begins or ends with a sign that a text's words do not have; the signs that stand
  /// alone between words, as in "Marks & Spencer", are none.
  private static func hasSigns(_ words: [Substring]) -> Bool {
    words.contains { word in
      !["&", "–", "—"].contains(word)
        && [word.first, word.last].contains { $0.map(isSign) == true }
    }
  }

  private static func isSign(_ character: Character) -> Bool {
    !character.isLetter && !character.isNumber && !"*?.,'’-".contains(character)
  }
}
