import Corpus

/// An article as its record writes it, before dates, names and tags are read.
struct ArticleDraft {
  var id: String?
  var url: String?
  var title = ""
  var authors: [String] = []
  /// What may be the date, best first: the first that can be one counts.
  var dates: [String] = []
  var modified: String?
  var outlet: String?
  var outletCountry: String?
  var language: String?
  var section: String?
  var tags: [String] = []
  var paragraphs: [String] = []

  /// The article; a reject if it has neither title nor text.
  func article(_ source: Source, today: CalendarDate) -> Result<Article, Reject> {
    let title = ControlCharacters.mended(title).singleLine
    var paragraphs = paragraphs.filter { !$0.isEmpty }.map(ControlCharacters.mended)
    // The headline that stands above a body again is not said twice.
    if paragraphs.count > 1, paragraphs[0] == title { paragraphs.removeFirst() }
    guard !title.isEmpty || !paragraphs.isEmpty else {
      return .failure(Reject(source, reason: .noText, detail: "neither a title nor a text"))
    }
    guard !([title] + paragraphs).allSatisfy({ $0.isEmpty || EntityReference.isAll(of: $0) }) else {
      return .failure(
        Reject(
          source, reason: .noText,
          detail: "nothing but references to entities, which are never expanded"))
    }
    let language = language.flatMap(LanguageTag.primary)
    let dates = PlausibleDates(language: self.language, today: today)
    let date = self.dates.lazy.compactMap(dates.read).first
    return .success(
      Article(
        id: nonEmpty(id) ?? source.description, source: source, url: nonEmpty(url), title: title,
        authors: AuthorList.unique(authors), date: date, dateSource: date == nil ? nil : .record,
        modified: modified.flatMap(dates.read), outlet: nonEmpty(outlet),
        outletCountry: CountryCode.code(outletCountry), language: language,
        section: nonEmpty(section), tags: TagList.unique(tags), paragraphs: paragraphs))
  }

  private func nonEmpty(_ text: String?) -> String? {
    guard let text = text?.singleLine, !text.isEmpty else { return nil }
    return text
  }
}

/// Reads dates and refuses those that no article can have: before the first newspapers, or later
/// than tomorrow (a record from Tokyo may be a day ahead of the machine that reads it).
struct PlausibleDates {
  private let parser: DateParser
  private let today: CalendarDate

  init(language: String?, today: CalendarDate) {
    parser = DateParser(order: DateParser.order(forLanguageTag: language))
    self.today = today
  }

  func read(_ text: String) -> CalendarDate? {
    guard let date = CalendarDate(iso: text.prefix(10)) ?? parser.date(in: text),
      date.year >= 1600, date.firstDay <= today.firstDay + 1
    else { return nil }
    return date
  }
}
