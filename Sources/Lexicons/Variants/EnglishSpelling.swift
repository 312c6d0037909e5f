/// American spellings of British words and the other way round, by rules and lists.
///
/// Sources: the classes and most words are those of Peters (2004), The Cambridge Guide to English
/// Usage (entries -ae/-e-, -ce/-se, -ize/-ise, -l-/-ll-, -or/-our, -re/-er, -yze/-yse). Left out
/// are words whose other spelling is another word: cheque and check, storey and story, tyre and
/// tire, draught and draft, kerb and curb.
enum EnglishSpelling {
  /// The phrase in all-British and in all-American spelling, where these differ from it.
  static func others(of phrase: String) -> [String] {
    Side.allCases.map { side in PhraseWords.map(phrase) { respelled($0, side) } }
      .filter { $0 != phrase }
  }

  private enum Side: CaseIterable { case british, american }

  /// Words that end in one way here and in another there.
  private struct Ending: Sendable {
    var british: String
    var american: String
    /// Whether it is so for a word with this stem.
    var holds: @Sendable (_ stem: String) -> Bool
  }

  private static func respelled(_ word: String, _ side: Side) -> String {
    let lower = word.lowercased()
    guard word.allSatisfy(\.isASCII), let other = other(lower, side) else { return word }
    return PhraseWords.withCapitals(of: word, other)
  }

  /// The spelling of a lower-case word on one side of the Atlantic, if it is now that of the other.
  private static func other(_ word: String, _ side: Side) -> String? {
    let others = side == .british ? britishOf : americanOf
    if let other = others[word] { return other }
    if word.hasSuffix("s"), let other = others[String(word.dropLast())] { return other + "s" }
    for (british, american) in beginnings {
      let (old, new) = side == .british ? (american, british) : (british, american)
      if word.hasPrefix(old) { return new + word.dropFirst(old.count) }
    }
    for ending in endings {
      let (old, new) =
        side == .british
        ? (ending.american, ending.british) : (ending.british, ending.american)
      guard word.hasSuffix(old) else { continue }
      let stem = String(word.dropLast(old.count))
      if ending.holds(stem) { return stem + new }
    }
    return nil
  }

  private static let endings: [Ending] =
    ["ational", "ations", "ation", "able", "ers", "ing", "ed", "er", "es", "e"].map { ending in
      Ending(british: "is" + ending, american: "iz" + ending) { stem in
        stem.count > 2 && !alwaysZ.contains(stem + "ize")
          && !alwaysS.contains(stem + "ise")
      }
    }
    + ["ers", "ing", "ed", "er", "es", "e"].map { ending in
      Ending(british: "ys" + ending, american: "yz" + ending) { $0.hasSuffix("l") }
    }
    + [
      "able", "ably", "ed", "er", "ers", "ful", "fully", "hood", "hoods", "ing", "ist", "istic",
      "ite", "ites", "less", "ly", "s", "",
    ].map { ending in
      Ending(british: "our" + ending, american: "or" + ending) { orStems.contains($0) }
    }
    + ["ings", "ing", "ers", "ors", "ed", "er", "or"].map { ending in
      Ending(british: "l" + ending, american: ending) { doublingStems.contains($0) }
    }
    + [("re", "er"), ("res", "ers"), ("red", "ered"), ("ring", "ering")].map { british, american in
      Ending(british: british, american: american) { reStems.contains($0) }
    }

  // MARK: Words

  /// Before -our or -or; before -ous, -ation and the like both write -or.
  private static let orStems: Set = [
    "arb", "ard", "arm", "behavi", "belab", "cand", "clam", "clang", "col", "demean", "discol",
    "dishon", "disfav", "enam", "endeav", "fav", "ferv", "flav", "harb", "hon", "hum", "lab",
    "misbehavi", "multicol", "neighb", "od", "parl", "ranc", "rig", "rum", "sav", "splend",
    "succ", "tum", "val", "vap", "vig", "watercol",
  ]

  /// Verbs in an unstressed -l, which British English doubles.
  private static let doublingStems: Set = [
    "barrel", "bedevil", "bevel", "cancel", "carol", "channel", "chisel", "counsel", "dial",
    "dishevel", "duel", "enamel", "equal", "fuel", "funnel", "gambol", "grovel", "imperil",
    "initial", "jewel", "kennel", "label", "laurel", "level", "libel", "marshal", "marvel", "medal",
    "model", "panel", "parcel", "pedal", "pencil", "pistol", "pummel", "quarrel", "refuel",
    "remodel", "revel", "rival", "shovel", "shrivel", "signal", "snorkel", "spiral", "squirrel",
    "stencil", "swivel", "symbol", "tassel", "total", "towel", "travel", "trowel", "tunnel",
    "unravel", "victual", "weasel", "yodel",
  ]

  /// Written -ise by all.
  private static let alwaysS: Set = [
    "advertise", "advise", "anise", "appraise", "apprise", "arise", "braise", "bruise", "chaise",
    "chastise", "circumcise", "clockwise", "comprise", "compromise", "concise",
    "crosswise", "cruise", "demise", "despise", "devise", "disenfranchise", "disguise",
    "enfranchise", "enterprise", "excise", "exercise", "expertise", "franchise", "fundraise",
    "guise", "improvise", "incise", "lengthwise", "liaise", "likewise", "malaise", "merchandise",
    "moonrise", "noise", "otherwise", "paradise", "poise", "porpoise", "praise", "precise",
    "premise", "previse", "prise", "promise", "raise", "reappraise", "reprise", "revise", "rise",
    "sunrise", "supervise", "surmise", "surprise", "televise", "tortoise", "treatise", "turquoise",
    "uprise", "valise", "wise",
  ]
  private static let alwaysZ: Set = [
    "assize", "capsize", "downsize", "prize", "resize", "rightsize", "seize", "size",
  ]

  /// Before -re or -er.
  private static let reStems: Set = [
    "calib", "cent", "centimet", "epicent", "fib", "kilolit", "kilomet", "lit", "lust",
    "meag", "met", "microfib", "millilit", "millimet", "multicent", "nanomet", "och", "sab",
    "sepulch", "somb", "spect", "theat",
  ]

  /// British and American beginnings of words.
  private static let beginnings = [
    ("anaemi", "anemi"), ("anaesthe", "anesthe"), ("encyclopaedi", "encyclopedi"),
    ("gynaecolog", "gynecolog"), ("haematolog", "hematolog"), ("haemoglobin", "hemoglobin"),
    ("leukaemi", "leukemi"), ("moustach", "mustach"), ("oesophag", "esophag"),
    ("oestrogen", "estrogen"), ("orthopaedi", "orthopedi"), ("paediatr", "pediatr"),
    ("palaeo", "paleo"), ("plough", "plow"), ("sceptic", "skeptic"), ("smoulder", "smolder"),
    ("sulph", "sulf"),
  ]

  /// Whole words, which may take an -s.
  private static let words = [
    ("defence", "defense"), ("licence", "license"), ("offence", "offense"),
    ("pretence", "pretense"), ("practise", "practice"), ("practised", "practiced"),
    ("practising", "practicing"),
    ("analogue", "analog"), ("catalogue", "catalog"), ("dialogue", "dialog"),
    ("caesarean", "cesarean"), ("diarrhoea", "diarrhea"), ("foetal", "fetal"), ("foetus", "fetus"),
    ("manoeuvre", "maneuver"), ("manoeuvred", "maneuvered"), ("manoeuvring", "maneuvering"),
    ("counsellor", "counselor"), ("distil", "distill"), ("enrol", "enroll"),
    ("enrolment", "enrollment"), ("enthral", "enthrall"), ("fulfil", "fulfill"),
    ("fulfilment", "fulfillment"), ("instalment", "installment"), ("instil", "instill"),
    ("jeweller", "jeweler"), ("jewellery", "jewelry"), ("marvellous", "marvelous"),
    ("skilful", "skillful"), ("wilful", "willful"), ("woollen", "woolen"),
    ("acknowledgement", "acknowledgment"), ("ageing", "aging"), ("judgement", "judgment"),
    ("likeable", "likable"), ("saleable", "salable"), ("sizeable", "sizable"),
    ("aeroplane", "airplane"), ("aluminium", "aluminum"), ("artefact", "artifact"),
    ("chequered", "checkered"), ("cosy", "cozy"), ("disc", "disk"), ("gaol", "jail"),
    ("grey", "gray"), ("liquorice", "licorice"), ("mollusc", "mollusk"), ("mould", "mold"),
    ("omelette", "omelet"), ("programme", "program"), ("pyjama", "pajama"),
    ("speciality", "specialty"), ("whisky", "whiskey"), ("yoghurt", "yogurt"),
  ]

  private static let americanOf = Dictionary(uniqueKeysWithValues: words)
  private static let britishOf = Dictionary(uniqueKeysWithValues: words.map { ($1, $0) })
}
