import Corpus
import Testing

@testable import Ingest

@Suite struct RecordReaderTests {
  @Test func cutsLinesAtTheirOffsets() throws {
    let text = "\u{FEFF}{\"title\":\"a\"}\r\n\n{\"title\":\"b\u{2028}c\"}\n{\"title\":\"d\"}"
    let (articles, rejects) = try ingest(text, as: "x.jsonl")
    #expect(rejects.isEmpty)
    #expect(articles.map(\.title) == ["a", "b c", "d"])
    #expect(articles.map(\.source.offset) == [3, 19, 37])
    #expect(articles.map(\.id) == ["x.jsonl#3", "x.jsonl#19", "x.jsonl#37"])
  }

  @Test func passesOverALineThatIsTooLong() throws {
    var limits = ReadLimits()
    limits.recordBytes = 1 << 16
    let long = "{\"title\":\"" + String(repeating: "x", count: 1 << 20) + "\"}"
    let text = "{\"title\":\"a\"}\n\(long)\n{\"title\":\"b\"}\n"
    let (articles, rejects) = try ingest(Array(text.utf8), as: "x.jsonl", limits: limits)
    #expect(articles.map(\.title) == ["a", "b"])
    #expect(rejects.map(\.reason) == [.tooLarge])
    #expect(rejects.map(\.source.offset) == [14])
    let (pages, pageRejects) = try ingest(Array(long.utf8), as: "x.json", limits: limits)
    #expect(pages.isEmpty)
    #expect(pageRejects.map(\.reason) == [.tooLarge])
  }

  @Test(arguments: [
    ("x.jsonl", "{\"title\":\"a\"}\n{\"title\":\"#\"}\n{\"title\":\"b\"}\n", 14),
    ("x.json", "[{\"title\":\"a\"},{\"title\":\"#\"},{\"title\":\"b\"}]", 15),
    ("x.csv", "title,text\na,x\n\"#\",x\nb,x\n", 15),
  ])
  func holdsEachRecordToTheLimit(_ name: String, _ text: String, _ offset: Int) throws {
    var limits = ReadLimits()
    limits.recordBytes = 1 << 10
    for length in [1_000, 1_100, 700_000] {
      let text = text.replacing("#", with: String(repeating: "x", count: length))
      let (articles, rejects) = try ingest(Array(text.utf8), as: name, limits: limits)
      let isOver = length > limits.recordBytes
      #expect(articles.count == (isOver ? 2 : 3))
      #expect(articles.last?.title == "b")
      guard isOver else { continue }
      #expect(rejects.map(\.reason) == [.tooLarge])
      #expect(rejects.map(\.source.offset) == [offset])
    }
  }

  @Test func cutsRowsAtLineFeedsOutsideQuotes() throws {
    let text = #"""
      id,title,text
      1,"One, ""two""","First paragraph.
      Second paragraph."
      2,5" screen,plain

      3,"last",x
      """#
    let (articles, rejects) = try ingest(text, as: "x.csv")
    #expect(rejects.isEmpty)
    #expect(articles.map(\.id) == ["1", "2", "3"])
    #expect(articles.map(\.title) == ["One, \"two\"", "5\" screen", "last"])
    #expect(articles.map(\.source.offset) == [14, 68, 87])
    #expect(articles[0].paragraphs == ["First paragraph.", "Second paragraph."])
  }

  @Test func saysThatAQuoteIsLeftOpen() throws {
    let (articles, rejects) = try ingest("id,title\n1,a\n2,\"b\n3,c\n", as: "x.csv")
    #expect(articles.map(\.title) == ["a"])
    #expect(rejects.map(\.reason) == [.malformed])
    #expect(rejects.map(\.source.offset) == [13])
  }

  @Test func rejectsRowsOfAnotherLength() throws {
    let (articles, rejects) = try ingest("id,title\n1,a,b\n2,c\n3\n", as: "x.csv")
    #expect(articles.map(\.title) == ["c"])
    #expect(rejects.map(\.reason) == [.malformed, .malformed])
  }

  /// What Excel saves as "Unicode text".
  @Test func readsTablesInUTF16() throws {
    let units = Array("\u{FEFF}title\ttext\nNaïve\t漢字 text\n".utf16)
    let bytes = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let (articles, _) = try ingest(bytes, as: "x.txt")
    #expect(articles.map(\.title) == ["Naïve"])
    #expect(articles.map(\.paragraphs) == [["漢字 text"]])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var content: String
    var reason: Reject.Reason
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "page.html", content: "%PDF-1.4\n", reason: .unknownFormat),
    Case(name: "page.html", content: "GIF89a\u{1}\u{0}", reason: .unknownFormat),
    Case(name: "a.zip", content: "PK\u{3}\u{4}x", reason: .truncated),
    Case(name: "blank.txt", content: " \n\t ", reason: .empty),
    Case(name: "zeros.txt", content: "a\0b\0\0\0\0", reason: .unknownFormat),
    Case(name: "feed.xml", content: "no tag", reason: .malformed),
    Case(name: "data.xml", content: "<?xml version=\"1.0\"?><orders/>", reason: .unknownFormat),
    Case(name: "numbers.csv", content: "a,b\n1,2\n", reason: .unknownFormat),
    Case(name: "x.json", content: "[1, 2]", reason: .malformed),
    Case(name: "x.json", content: "[]", reason: .empty),
    Case(name: "x.json", content: "3", reason: .malformed),
    Case(name: "x.jsonl", content: "{\"id\": 1}", reason: .noText),
  ])
  func rejects(_ test: Case) throws {
    let (articles, rejects) = try ingest(test.content, as: test.name)
    #expect(articles.isEmpty)
    #expect(Set(rejects.map(\.reason)) == [test.reason])
    #expect(rejects.allSatisfy { !$0.detail.contains("\n") })
  }

  /// The bytes decide what a file is; its name only where they leave a choice.
  @Test(arguments: [
    ("x", "{\"title\":\"a\"}\n{\"title\":\"b\"}\n", 2),
    ("x.txt", "{\"title\":\"a\"}\n{\"title\":\"b\"}\n", 2),
    ("x.json", "{\n  \"title\": \"a\"\n}\n", 1),
    ("x", "[\n{\"title\": \"a\"}, {\"title\": \"b\"}]", 2),
    ("x", "{\"articles\": [{\"title\": \"a\"}, {\"title\": \"b\"}]}", 2),
    ("x", "title,date,text\na,2019-01-01,b\n", 1),
    ("x", "[Update] The title\n\nSome text.", 1),
    ("x.jsonl", "{\"title\":\"a\"}", 1),
  ])
  func tellsFormatsByContent(name: String, content: String, count: Int) throws {
    let (articles, rejects) = try ingest(content, as: name)
    #expect(rejects.isEmpty)
    #expect(articles.count == count)
  }
}
