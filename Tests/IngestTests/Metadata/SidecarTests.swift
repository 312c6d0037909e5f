import Corpus
import Testing

@testable import Ingest

@Suite struct SidecarTests {
  @Test func winsOverTheRecord() throws {
    let folder = try TemporaryFolder()
    try folder.write("articles/a.txt", "A\n\nOne.")
    try folder.write("articles/deep/b.txt", "B\n\nOne.")
    try folder.write("articles/c.jsonl", #"{"title": "C1"}"# + "\n" + #"{"title": "C2"}"#)
    let location = try folder.write(
      "articles/metadata.csv",
      """
      path,date,outlet,Title,authors,outlet country,language
      a.txt,2019-03-27,The Example,,Ann Lee; Bo Chen,jp,Japanese
      articles/deep/b.txt,2019-03,,"Better, title",,,
      c.jsonl,2020-01-01,,,,,
      c.jsonl#16,2021-01-01,,,,,
      """)
    let sidecar = try Sidecar(location: location, name: "articles/metadata.csv", today: today)
    #expect(sidecar.problems.isEmpty)
    let archive = Archive(
      root: folder.path, patterns: ["articles"], excluding: ["articles/metadata.csv"])
    let parser = ArticleParser(today: today, sidecar: sidecar)
    var articles: [Article] = []
    for file in archive.list().files {
      RecordReader().forEachRecord(in: file) { record in
        articles += parser.parse(record).compactMap { try? $0.get() }
      }
    }
    try #require(articles.count == 4)
    #expect(articles.map(\.title) == ["A", "C1", "C2", "Better, title"])
    #expect(
      articles.map(\.date?.description) == ["2019-03-27", "2020-01-01", "2021-01-01", "2019-03"])
    #expect(articles.allSatisfy { $0.dateSource == .sidecar })
    #expect(articles[0].authors == ["Ann Lee", "Bo Chen"])
    #expect(articles[0].outlet == "The Example")
    #expect(articles[0].outletCountry == "JP")
    #expect(articles[0].language == "ja")
  }

  @Test func namesTheLineOfEachProblem() throws {
    let folder = try TemporaryFolder()
    let location = try folder.write(
      "metadata.csv",
      "path,date,note\na,2019-02-30,\n\"b\nb\",2019-01-01,\nc,2019-01-01\n,2019-01-01\n"
        + "c,2020-01-01,x\nd,1,2,3\ne,2199-01-01,\n")
    let sidecar = try Sidecar(location: location, name: "metadata.csv", today: today)
    #expect(
      sidecar.problems.map(\.description) == [
        "metadata.csv:2: '2019-02-30' is no date an article can have",
        "metadata.csv:6: the path is empty",
        "metadata.csv:7: 'c' is described in line 5 already",
        "metadata.csv:8: the row has 4 cells, the header 3",
        "metadata.csv:9: '2199-01-01' is no date an article can have",
      ])
  }

  @Test func refusesAFileThatIsNone() throws {
    let folder = try TemporaryFolder()
    let location = try folder.write("metadata.csv", "file,date\na,2019\n")
    for name in [location, folder.path + "/missing.csv", folder.path] {
      #expect(throws: TableProblem.self) {
        try Sidecar(location: name, name: "metadata.csv", today: today)
      }
    }
  }
}
