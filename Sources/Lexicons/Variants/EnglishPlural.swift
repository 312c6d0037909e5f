/// Plurals of English nouns where the folding of plain -s does not reach: words with capitals, and
/// irregular ones.
///
/// Source: Quirk, Greenbaum, Leech and Svartvik (1985), A Comprehensive Grammar of the English
/// Language, chapter 5, regular and irregular plurals; foreign plurals only where they are usual.
enum EnglishPlural {
  /// The phrase with its last word in the plural.
  static func plurals(of phrase: String) -> [String] {
    guard let (head, word) = PhraseWords.last(of: phrase) else { return [] }
    let lower = word.lowercased()
    if let plural = irregular(lower) {
      return ["\(head)\(PhraseWords.withCapitals(of: word, plural))"]
    }
    guard word != lower, !invariant.contains(lower), !lower.hasSuffix("ese") else { return [] }
    if lower.hasSuffix("s"), !lower.hasSuffix("ss") { return [] }
    // An acronym takes a plain s: VCs, IPOs.
    if word.allSatisfy(\.isUppercase) { return ["\(head)\(word)s"] }
    if ["ss", "x", "z", "ch", "sh"].contains(where: lower.hasSuffix) {
      return ["\(head)\(word)es"]
    }
    guard lower.hasSuffix("y"), let before = lower.dropLast().last, !"aeiou".contains(before) else {
      return ["\(head)\(word)s"]
    }
    // Names keep their y: the Kennedys.
    return ["\(head)\(word.dropLast())ies", "\(head)\(word)s"]
  }

  private static func irregular(_ word: String) -> String? {
    if let plural = irregularPlurals[word] { return plural }
    guard word.hasSuffix("man"), word.count > 3, !takingS.contains(word) else { return nil }
    return word.dropLast(2) + "en"
  }

  private static let irregularPlurals = [
    "man": "men", "person": "people", "child": "children", "foot": "feet", "tooth": "teeth",
    "goose": "geese", "mouse": "mice", "ox": "oxen", "die": "dice", "penny": "pence",
    "calf": "calves", "elf": "elves", "half": "halves", "knife": "knives", "leaf": "leaves",
    "life": "lives", "loaf": "loaves", "self": "selves", "sheaf": "sheaves", "shelf": "shelves",
    "thief": "thieves", "wife": "wives", "wolf": "wolves",
    "analysis": "analyses", "axis": "axes", "basis": "bases", "crisis": "crises",
    "diagnosis": "diagnoses", "hypothesis": "hypotheses", "oasis": "oases",
    "parenthesis": "parentheses", "synthesis": "syntheses", "thesis": "theses",
    "criterion": "criteria", "phenomenon": "phenomena", "bacterium": "bacteria",
    "datum": "data", "medium": "media", "memorandum": "memoranda", "stratum": "strata",
    "alumnus": "alumni", "nucleus": "nuclei", "radius": "radii", "stimulus": "stimuli",
    "alumna": "alumnae", "formula": "formulae", "larva": "larvae",
    "appendix": "appendices", "index": "indices", "matrix": "matrices", "vertex": "vertices",
  ]

  /// Words in -man that no man made.
  private static let takingS: Set = [
    "ataman", "brahman", "caiman", "german", "human", "norman", "ottoman", "roman", "shaman",
    "talisman", "turkman", "turkoman",
  ]

  private static let invariant: Set = ["swiss", "sheep", "series", "species", "aircraft"]
}
