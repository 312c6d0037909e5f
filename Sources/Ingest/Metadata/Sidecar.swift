public import Corpus

/// Metadata that a researcher keeps beside the articles: it wins over what they say themselves.
///
/// A CSV file with a `path` column and any of `title`, `authors`, `date`, `modified`, `outlet`,
/// `outlet_country`, `language`, `url`, `id`. A path is relative to the sidecar's folder or to the
/// study; `path#offset` means one article of a file that holds many, a path alone all of them. An
/// empty cell leaves the article as it is.
public struct Sidecar: Sendable {
  /// Lines that could not be used. The others are.
  public let problems: [TableProblem]

  private var rows: [String: ArticleDraft] = [:]
  private let folder: String
  private let today: CalendarDate

  /// - Parameters:
  ///   - location: the path to open.
  ///   - name: the path as the study names it, relative to the study.
  ///   - today: no article is dated later than the day after.
  public init(location: String, name: String, today: CalendarDate) throws(TableProblem) {
    let table = try TableFile(location: location, name: name)
    guard table.columns.contains("path") else {
      throw TableProblem(file: name, line: 1, message: "no column is called path")
    }
    self.today = today
    let parts = name.split(separator: "/").filter { $0 != "." }
    folder = parts.dropLast().map { $0 + "/" }.joined()
    var problems = table.problems
    var lines: [String: Int] = [:]
    for row in table.rows {
      do throws(TableProblem) {
        let path = try Self.path(of: row, in: name, lines: lines)
        rows[path] = try Self.draft(of: row, in: name, today: today)
        lines[path] = row.line
      } catch {
        problems.append(error)
      }
    }
    self.problems = problems.sorted { $0.line < $1.line }
  }

  private static func path(
    of row: TableFile.Row, in name: String, lines: [String: Int]
  ) throws(TableProblem) -> String {
    guard let cell = row.cells["path"] else {
      throw TableProblem(file: name, line: row.line, message: "the path is empty")
    }
    let path = cell.hasPrefix("./") ? String(cell.dropFirst(2)) : cell
    if let line = lines[path] {
      throw TableProblem(
        file: name, line: row.line, message: "'\(path)' is described in line \(line) already")
    }
    return path
  }

  private static func draft(
    of row: TableFile.Row, in name: String, today: CalendarDate
  ) throws(TableProblem) -> ArticleDraft {
    var object = JSONObject()
    for (column, cell) in row.cells where column != "path" { object.append(column, .string(cell)) }
    let draft = JSONArticles.draft(object)
    let dates = PlausibleDates(language: draft.language, today: today)
    for text in draft.dates + [draft.modified].compactMap(\.self) where dates.read(text) == nil {
      throw TableProblem(
        file: name, line: row.line, message: "'\(text)' is no date an article can have")
    }
    return draft
  }

  /// Puts what the sidecar says of the article in the place of what the article says.
  func apply(to article: inout Article) {
    guard let row = row(for: article.source) else { return }
    let dates = PlausibleDates(language: row.language, today: today)
    if let id = row.id { article.id = id }
    if let url = row.url { article.url = url }
    if !row.title.isEmpty { article.title = row.title }
    if !row.authors.isEmpty { article.authors = row.authors }
    if let date = row.dates.lazy.compactMap(dates.read).first {
      article.date = date
      article.dateSource = .sidecar
    }
    if let modified = row.modified.flatMap(dates.read) { article.modified = modified }
    if let outlet = row.outlet { article.outlet = outlet }
    if let country = CountryCode.code(row.outletCountry) { article.outletCountry = country }
    if let language = row.language.flatMap(LanguageTag.primary) { article.language = language }
  }

  private func row(for source: Source) -> ArticleDraft? {
    for path in [source.description, source.path] {
      if path.hasPrefix(folder), let row = rows[String(path.dropFirst(folder.count))] { return row }
      if let row = rows[path] { return row }
    }
    return nil
  }
}
