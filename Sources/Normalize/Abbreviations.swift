import Bytes

/// What the word before a full stop says about it, and what the word after it says.
enum Abbreviations {
  /// Words that are cut short or numbered, and what a full stop after them means.
  static func kind(of text: Span<UInt8>, _ word: Range<Int>) -> StoppedWord? {
    word.count <= longest ? kinds[FNV1a.hash(text, word)] : nil
  }

  private static let longest = 7

  private static let kinds: [UInt64: StoppedWord] = {
    var kinds: [UInt64: StoppedWord] = [:]
    for (list, kind) in [
      (mayBeLast, StoppedWord.mayBeLast), (beforeNumber, .beforeNumber), (neverLast, .neverLast),
    ] {
      for word in list.split(separator: " ") { kinds[FNV1a.hash(word)] = kind }
    }
    return kinds
  }()

  /// Always followed by more of the same sentence.
  private static let neverLast =
    """
    Mr Mrs Ms Dr Prof Gen Sen Rep Gov Lt Col Capt Sgt Maj Cmdr Cpl Pvt Adm Rev Hon Pres Supt \
    Sens Reps Gens Chas Wm Geo Jas Jos Messrs Mme Mlle Mons Sra Srta Atty Amb Mt Ft Br Fr v vs cf viz approx ca e.g i.e E.g I.e eg ie \
    incl
    """

  /// An abbreviation only when a number follows: `No. 5`, but `The answer is no.`
  private static let beforeNumber =
    """
    No Nos no nos Nr nr p pp Fig Figs fig figs Vol vol Art art Sec sec Ch ch c Ver Ed ed \
    Abs Eq App par para
    """

  /// May end a sentence; it does when a word follows that begins sentences.
  private static let mayBeLast =
    """
    Inc Corp Co Cos Ltd Pty Plc plc Bros Assn Dept Univ Jr Sr Esq Ph.D Pvt.Ltd \
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun \
    Ave Blvd Rd St Ste Hwy Bldg \
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb \
    Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo \
    al est dept govt avg min max tel ext hr hrs mins
    """

  /// Names that carry an exclamation mark.
  static let exclaimed = WordSet("Yahoo Jeopardy Yum")

  /// Capitalised, these open a sentence rather than continue a name.
  static let starters = WordSet(
    """
    The A An He She It They We I You There Here This That These Those His Her Its Their Our My \
    Your In On At As For With Without When While Where After Before If Since Although Though \
    Because Until Unless During Under Despite Among According By From To But And Or Yet So Nor \
    However Meanwhile Moreover Still Also Then Now Instead Some Many Most Both Such Each Every \
    Several What Who Whose Which Why How Not Even Once Earlier Later Last Today Yesterday Only \
    Other Another Nearly About Analysts Shares Officials Investors
    """)
}
