/// A kind of spelling that is made of a term, so that a lexicon need not list it.
public enum TermVariant: String, Sendable, Hashable, CaseIterable {
  /// American and British spelling: `defence`, defense.
  case spelling
  /// Of words that no plural is folded for: `American`, Americans; `woman`, women.
  case plural
  /// The possessive without its apostrophe, as in web addresses: `Moody's`, Moodys.
  case possessive
  /// Closed up, or parted where a capital stands inside: `term sheet`, termsheet; `SoftBank`,
  /// Soft Bank.
  case hyphen
  /// A person's surname, alone or after initials, once the full name was said.
  case surname
  /// The same where the surname comes first: `Xi` after `Xi Jinping`.
  case surnameFirst = "surname-first"

  /// What holds only after the full name.
  var isShortName: Bool { self == .surname || self == .surnameFirst }

  /// The spellings made of a phrase without alternatives.
  func forms(of phrase: String) -> [String] {
    switch self {
    case .spelling: EnglishSpelling.others(of: phrase)
    case .plural: EnglishPlural.plurals(of: phrase)
    case .possessive: PhraseWords.withoutApostrophes(phrase)
    case .hyphen: PhraseWords.joinedOrParted(phrase)
    case .surname: PersonName(phrase)?.shortForms ?? []
    case .surnameFirst: PersonName(surnameFirst: phrase)?.shortForms ?? []
    }
  }
}
