import Corpus
import Testing

@testable import Ingest

/// The samples with which readers of these exports are tested elsewhere.
@Suite(.enabled(if: SharedData.has("data/formats.tar.gz"), "no shared data: set PARLANCE_DATA"))
struct ExportSamplesTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    /// Of each article: title, outlet, day, authors, first word and last of its text.
    var articles: [[String]]
    var rejects: [Reject.Reason] = []
    var testDescription: String { name }
  }

  private static let samples = [
    Sample(
      name: "factiva/factiva_test.html",
      articles: [
        ["Test 1", "Test newspaper", "2011-12-29", "", "First", "paragraph."],
        ["Test 2", "Ouest France", "2011-12-29", "", "First", "paragraph."],
      ]),
    Sample(
      name: "factiva/factiva_test.xml",
      articles: [
        ["TEST - first test article", "My Newspaper", "2012-01-09", "", "This", "article."],
        ["TEST - second article de test", "My Newspaper", "2012-01-06", "", "Voici", "accentué."],
        ["TEST - third test article", "My Newspaper", "2012-05-06", "", "This", "article."],
      ]),
    Sample(
      name: "europresse/europresse_test1.html",
      articles: [
        ["A heading: some text", "l'Humanité", "2013-10-05", "", "Some", "Test."],
        [
          "Another heading with colored text inside", "Mag", "2012-10-03", "Second Author",
          "Contents", "note.",
        ],
        ["Heading", "Magazine 1", "2012-10-04", "Name", "This", "test"],
      ]),
    Sample(
      name: "europresse/europresse_test2.html",
      articles: [
        ["Title", "Newspaper", "2006-03-14", "", "Some", "mark."],
        ["Title", "Newspaper", "2006-03-14", "Ariane Chemin", "Some", "text."],
        ["A heading", "Newspaper", "2006-03-13", "", "A", "paragraph."],
        ["Title", "Newspaper", "2006-03-13", "", "Text.", "Text."],
      ]),
    Sample(
      name: "lexisnexis/lexisnexis_test_en.html",
      articles: [
        ["Heading One", "Some Newspaper", "1991-12-19", "PAPER AUTHOR", "Some", "paper."],
        ["First part; Second part", "Some Newspaper", "1993-01-28", "", "A", "blah."],
      ]),
    Sample(
      name: "lexisnexis/lexisnexis_test_fr.html",
      articles: [
        ["Title of first article", "My newpaper", "2013-04-12", "", "First", "remove."],
        [
          "Another title, with accents: éà", "My newpaper", "2013-10-14", "", "Introduction",
          "more.",
        ],
        ["\" A quoted title \"", "My newpaper", "2013-03-10", "", "Last", "article."],
      ]),
    Sample(
      name: "lexisnexis/lexisnexis_test_copyright_error.html",
      articles: [["", "The Daily Planet", "2018-12-31", "", "Rank", "1,111"]], rejects: [.noText]),
  ]

  @Test(arguments: samples)
  func readsSamples(_ sample: Sample) throws {
    let (articles, rejects) = try read(sample.name)
    let told = articles.map { article in
      let words = article.text.split(whereSeparator: \.isWhitespace)
      return [
        article.title, article.outlet ?? "", article.date?.description ?? "",
        article.authors.joined(separator: "; "), String(words.first ?? ""),
        String(words.last ?? ""),
      ]
    }
    #expect(told == sample.articles)
    #expect(rejects.map(\.reason) == sample.rejects)
    #expect(Set(articles.map(\.id)).count == articles.count)
  }

  @Test func readsPlainText() throws {
    let (articles, rejects) = try read("lexisnexis/sample.TXT")
    #expect(rejects.isEmpty)
    #expect(articles.count == 10)
    #expect(
      articles.map(\.outlet) == [
        "Guardian.com", "Guardian", "The Sun (England)", "The Times (London)",
        "The Times (London)", "The Times (London)", "Guardian", "MAIL ON SUNDAY (London)",
        "Sunday Mirror", "DAILY MAIL (London)",
      ])
    #expect(
      articles.map { $0.date?.day } == [11, 11, 11, 11, 11, 11, 8, 10, 10, 9])
    #expect(articles.map(\.paragraphs.count) == [5, 12, 8, 6, 12, 7, 6, 10, 7, 49])
    #expect(articles.map(\.authors.count) == [1, 1, 1, 1, 1, 1, 1, 1, 2, 0])
    #expect(articles.allSatisfy { $0.language == "en" && !$0.text.contains("LOAD-DATE") })
    #expect(!articles.contains { $0.text.contains("Copyright 2010") })
  }

  @Test func readsWord() throws {
    let (articles, rejects) = try read("lexisnexis/sample.DOCX")
    #expect(rejects.isEmpty)
    #expect(articles.count == 10)
    #expect(articles.allSatisfy { $0.outlet == "The Guardian(London)" })
    #expect(articles.map { $0.date?.day } == [1, 2, 4, 3, 4, 2, 3, 3, 3, 2])
    #expect(articles.map(\.authors.count) == [2, 1, 1, 1, 2, 1, 1, 1, 2, 1])
    #expect(articles.map(\.paragraphs.count) == [5, 7, 3, 9, 5, 14, 1, 16, 7, 4])
    #expect(articles.last?.title == "What is Wikipedia")
    #expect(!articles.contains { $0.text.contains("Copyright 2019") })
  }

  /// Newswire in Factiva's XML, as lines broken at a width.
  @Test func readsNewswire() throws {
    let (articles, rejects) = try read("factiva/reut21578-factiva.xml")
    #expect(rejects.isEmpty)
    #expect(articles.count == 19)
    #expect(articles.allSatisfy { $0.date?.year == 1987 && $0.paragraphs.count > 1 })
  }

  private func read(_ name: String) throws -> (articles: [Article], rejects: [Reject]) {
    let samples = try TemporaryFolder()
    let archive = SharedData.root + "/data/formats.tar.gz"
    let file = "./vendor-exports/" + name
    try #require(SharedData.run("tar", "-xzf", archive, "-C", samples.path, file))
    return ingest(samples)
  }
}
