/// The labels of fields in exports of Nexis, in the languages of its interfaces: `LENGTH: 355 words`
/// in the older ones, `Length: 355 words` in those of Nexis Uni and Lexis+.
enum NexisLabel {
  case title, authors, lead, body, url
  /// Said of the article in front of its text: section, length, dateline.
  case aside
  case language, correctionDate
  /// Said of the article behind its text.
  case closing
  /// Index terms behind the text, with their weights: `SUBJECT: TRADE (90%)`.
  case index
  /// The day of an update behind the text. A text may say `UPDATE:` too.
  case update

  /// Whether the field stands behind the text.
  func closes(_ value: String) -> Bool {
    switch self {
    case .language, .correctionDate, .closing: true
    case .index: value.contains("%)")
    case .update: DateParser().date(in: value) != nil && value.utf8.count < 40
    default: false
    }
  }

  /// The label at the beginning of a line, and what stands behind it.
  /// - Parameter mixedCase: labels need not be in capitals.
  static func read(_ line: String, mixedCase: Bool) -> (label: NexisLabel, value: String)? {
    let head = line.utf8.prefix(longest + 1)
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else {
      return mixedCase ? headings[line.uppercased()].map { ($0, "") } : nil
    }
    let name = String(line[..<colon]).singleLine
    let capitals = name.uppercased()
    guard mixedCase || name == capitals, let label = labels[capitals] else { return nil }
    return (label, line[line.utf8.index(after: colon)...].trimmed)
  }

  /// In bytes.
  private static let longest = 24

  /// Lines that are labels without a colon, in Nexis Uni and Lexis+.
  private static let headings: [String: NexisLabel] = [
    "BODY": .body, "TEXT": .body, "CORPS": .body, "TEXTE": .body, "CUERPO": .body,
    "TEXTO": .body, "CORPO": .body, "TESTO": .body,
    "CLASSIFICATION": .closing, "KLASSIFIZIERUNG": .closing, "CLASIFICACIÓN": .closing,
    "GRAPHIC": .closing, "GRAFIK": .closing, "CORRECTION": .closing,
  ]

  private static let labels: [String: NexisLabel] = {
    var labels: [String: NexisLabel] = [:]
    for (label, names) in names {
      for name in names.split(separator: "|") { labels[String(name)] = label }
    }
    return labels
  }()

  private static let names: [(NexisLabel, String)] = [
    (.title, "HEADLINE|TITRE|ÜBERSCHRIFT|TITULAR|TITOLO|KOP"),
    (.authors, "BYLINE|AUTHOR|AUTHORS|AUTEUR|AUTOR|AUTORE|AUTHOR(S)"),
    (.lead, "HIGHLIGHT|ENCART|ABSTRACT|VORSPANN"),
    (.body, "BODY|TEXT|TEXTE|CORPS"),
    (.url, "URL"),
    (
      .aside,
      "SECTION|RUBRIQUE|RUBRIK|RESSORT|SECCIÓN|SEZIONE|SECTIE|RUBRIEK|SEÇÃO|LENGTH|LONGUEUR|LÄNGE"
        + "|LONGITUD|LUNGHEZZA|LENGTE|EXTENSÃO|DATELINE|ORIGINE|SERIES|SÉRIE|SERIE|COLUMN|TYPE"
        + "|EDITION|ÉDITION|AUSGABE|DISTRIBUTION|VERBREITUNG|SLUG|SOURCE|QUELLE"
    ),
    (.language, "LANGUAGE|LANGUE|SPRACHE|IDIOMA|LINGUA|TAAL"),
    (.correctionDate, "CORRECTION-DATE|DATE-CORRECTION|DATE-DE-CORRECTION"),
    (
      .closing,
      "LOAD-DATE|DATE-CHARGEMENT|DATE-DE-CHARGEMENT|FECHA-CARGA|GRAPHIC|GRAPHIQUE|GRAFIK|GRÁFICO"
        + "|CORRECTION|PUBLICATION-TYPE|TYPE-PUBLICATION|PUBLIKATIONSTYP|DOCUMENT-TYPE"
        + "|TYPE-DOCUMENT|JOURNAL-CODE|JOURNAL CODE|ACC-NO|PUB-TYPE"
    ),
    (.update, "UPDATE|DATUM-UPDATE"),
    (
      .index,
      "SUBJECT|SUJET|ORGANIZATION|ORGANISATION|COMPANY|SOCIETE|FIRMA|TICKER|SYMBOLE-BOURSIER"
        + "|INDUSTRY|SECTEUR-ACTIVITE|GEOGRAPHIC|LOCALISATION-GEO|PERSON|PERSONNE|CITY|STATE"
        + "|COUNTRY"
    ),
  ]
}
