import Corpus
import Testing

@testable import Ingest

@Suite struct OutletTableTests {
  private func table(_ text: String) throws -> OutletTable {
    let folder = try TemporaryFolder()
    return try OutletTable(location: try folder.write("outlets.csv", text), name: "outlets.csv")
  }

  @Test(arguments: [
    ("https://www.example.com/2019/a", nil, "The Example", "US"),
    ("http://user@tech.example.com:8080/a", nil, "The Example", "US"),
    ("https://jp.example.com/a", nil, "Example Japan", "JP"),
    ("https://notexample.com/a", "Own name", "Own name", nil),
    (nil, "the  EXAMPLE", "The Example", "US"),
    (nil, "example.com", "The Example", "US"),
    (nil, "Nikkei", "Nikkei", "JP"),
    (nil, nil, nil, nil),
  ])
  func namesOutlets(url: String?, outlet: String?, name: String?, country: String?) throws {
    let table = try table(
      "match,outlet,country\nwww.example.com,The Example,us\njp.example.com,Example Japan,JP\n"
        + "The Example,The Example,US\nnikkei,,JP\n")
    var article = Article(id: "x", source: Source(path: "x"), url: url, outlet: outlet)
    table.apply(to: &article)
    #expect(article.outlet == name)
    #expect(article.outletCountry == country)
  }

  @Test func namesTheLineOfEachProblem() throws {
    let table = try table("match,outlet,country\na.com,A,USA\n,B,US\nc.com,C,US\nC.com,D,US\n")
    #expect(
      table.problems.map(\.description) == [
        "outlets.csv:2: 'USA' is no country code of two letters",
        "outlets.csv:3: the match is empty",
        "outlets.csv:5: 'c.com' is matched by an earlier line already",
      ])
  }
}
