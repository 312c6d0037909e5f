import Corpus

/// The outlets of a study: by the host of an article's address, or by name.
///
/// A CSV file with the columns `match`, `outlet`, `country`. A match with a point is a host and
/// covers the hosts below it (`nytimes.com` also `cooking.nytimes.com`; the longest wins); any
/// other is an outlet's name as articles write it, whatever its case.
public struct OutletTable: Sendable {
  /// Lines that could not be used. The others are.
  public let problems: [TableProblem]

  private struct Outlet {
    var name: String?
    var country: String?
  }

  private var outlets: [String: Outlet] = [:]

  /// - Parameters:
  ///   - location: the path to open.
  ///   - name: the path as the study names it.
  public init(location: String, name: String) throws(TableProblem) {
    let table = try TableFile(location: location, name: name)
    guard table.columns.contains("match") else {
      throw TableProblem(file: name, line: 1, message: "no column is called match")
    }
    var problems = table.problems
    for row in table.rows {
      let country = row.cells["country"]
      let code = CountryCode.code(country)
      var message: String?
      if row.cells["match"] == nil { message = "the match is empty" }
      if let country, code == nil { message = "'\(country)' is no country code of two letters" }
      let key = Self.key(row.cells["match"] ?? "")
      if outlets[key] != nil { message = "'\(key)' is matched by an earlier line already" }
      if let message {
        problems.append(TableProblem(file: name, line: row.line, message: message))
      } else {
        outlets[key] = Outlet(name: row.cells["outlet"], country: code)
      }
    }
    self.problems = problems.sorted { $0.line < $1.line }
  }

  /// Names the article's outlet and its country, if the table knows it.
  func apply(to article: inout Article) {
    guard let outlet = outlet(of: article) else { return }
    if let name = outlet.name { article.outlet = name }
    if let country = outlet.country { article.outletCountry = country }
  }

  private func outlet(of article: Article) -> Outlet? {
    if let host = article.url.flatMap(Self.host), let outlet = outlet(atHost: host) {
      return outlet
    }
    guard let name = article.outlet.map(Self.key) else { return nil }
    return outlets[name] ?? outlet(atHost: name)
  }

  private func outlet(atHost host: String) -> Outlet? {
    var labels = host.split(separator: ".")
    while labels.count > 1 {
      if let outlet = outlets[labels.joined(separator: ".")] { return outlet }
      labels.removeFirst()
    }
    return nil
  }

  private static func key(_ match: String) -> String {
    let key = match.singleLine.lowercased()
    return key.hasPrefix("www.") ? String(key.dropFirst(4)) : key
  }

  /// The host of an address, in lower case.
  static func host(of url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let authority = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host = authority.split(separator: "@").last?.split(separator: ":").first
    return host.map { key(String($0)) }
  }
}
