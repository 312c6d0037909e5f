import Corpus
import Testing

@testable import Ingest

@Suite struct FieldMappingTests {
  static let fields = FieldMapping([
    "title": ["kop"], "text": ["inhoud.tekst", "inleiding"], "date": ["datum"],
    "outlet": ["krant.naam"], "authors": ["makers.naam"], "outlet_country": ["krant.land"],
  ])

  @Test func readsTheKeysThatAStudyNames() throws {
    let json = """
      {"kop": "De kop", "title": "untitled", "datum": "2019-03-27", "inleiding": "Kort.",
       "inhoud": {"tekst": "Een.\\nTwee."}, "krant": {"naam": "De Krant", "land": "NL"},
       "makers": [{"naam": "An Lee"}, {"rol": "foto"}, {"naam": "Bo Chen"}]}
      """
    let article = try #require(
      try ingest(json, as: "x.json", fields: Self.fields).articles.first)
    #expect(article.title == "De kop")
    #expect(article.paragraphs == ["Een.", "Twee."])
    #expect(article.date?.description == "2019-03-27")
    #expect(article.outlet == "De Krant" && article.outletCountry == "NL")
    #expect(article.authors == ["An Lee", "Bo Chen"])
  }

  /// A mapped key that a record lacks leaves the field to the names that are always read.
  @Test func fallsBackOnTheUsualNames() throws {
    let json = #"{"kop": "", "title": "T", "inleiding": "Kort.", "text": "Lang."}"#
    let article = try #require(
      try ingest(json, as: "x.json", fields: Self.fields).articles.first)
    #expect(article.title == "T")
    #expect(article.paragraphs == ["Kort."])
  }

  /// A column may have points in its name, as programs write that flatten objects.
  @Test func readsColumns() throws {
    let csv = "Kop,datum,krant.naam,inhoud.tekst\nDe kop,2019-03-27,De Krant,Een.\n"
    let (articles, rejects) = try ingest(csv, as: "x.csv", fields: Self.fields)
    #expect(rejects.isEmpty)
    #expect(articles.map(\.title) == ["De kop"])
    #expect(articles.map(\.outlet) == ["De Krant"])
    #expect(articles.map(\.paragraphs) == [["Een."]])
    #expect(try ingest(csv, as: "x", fields: Self.fields).articles.count == 1)
    let unmapped = try ingest(csv, as: "x.csv")
    #expect(unmapped.articles.isEmpty)
    #expect(unmapped.rejects.map(\.reason) == [.unknownFormat])
  }
}
