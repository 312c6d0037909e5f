import Corpus
import Testing

@testable import Ingest

/// Tables of which a part is missing.
@Suite struct TableDamageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// The members of a gzip file; the second one is damaged.
    var members: [String]
    var titles: [String]
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "plain cells",
      members: ["title,day,text\na,1,x\nb,2,", "y\nc,3,z\nd,", "1,y\ne,2,y\nf,3,y\n"],
      titles: ["a", "e", "f"]),
    Case(
      name: "members of whole rows", members: ["title,text\na,x\n", "b,x\n", "c,x\nd,x\ne,x\n"],
      titles: ["a", "d", "e"]),
    Case(
      name: "a gap within quotes",
      members: [
        "title,text\n\"a\",\"x\"\n", "\"b\",\"One, two.",
        "\nThree, four.\nFive, six.\",7\n\"c\",\"Eight, \"\"nine\"\".\nTen, eleven.\"\n\"d\",\"x\"\n",
      ],
      titles: ["a", "c", "d"]),
    Case(
      name: "a gap outside quotes",
      members: [
        "title,text\na,\"x\"\n", "b,\"x\nx\"\n", "c,\"One, two.\nThree.\"\nd,\"x,\n\ny\"\ne,x\n",
      ],
      titles: ["a", "d", "e"]),
    Case(
      name: "a gap before a quote",
      members: ["title,text\na,\"x\"\n", "b,", "\"x\ny\"\nc,x\nd,x\n"],
      titles: ["a", "c", "d"]),
    Case(
      name: "a gap after a quote", members: ["title,text\na,\"x\"\n", "b,\"x", "\"\nc,x\nd,x\n"],
      titles: ["a", "c", "d"]),
    Case(
      name: "the header repeated",
      members: ["title,text\na,x\n", "title,text\nb,x\n", "title,text\nc,x\ntitle,text\nd,x\n"],
      titles: ["a", "c", "d"]),
    Case(name: "the header lost", members: ["", "title,text\n", "a,x\nb,x\n"], titles: []),
    Case(name: "nothing behind", members: ["title,text\na,x\n", "b,x\n", "c"], titles: ["a"]),
  ]

  @Test(arguments: cases)
  func goesOnBehindADamagedMember(_ test: Case) throws {
    var members = test.members.map { GzipFixture.member($0) }
    // The header of its one block: nothing of the member can be unpacked.
    members[1][10] = 7
    let (articles, rejects) = try ingest(members.flatMap(\.self), as: "x.csv.gz")
    #expect(articles.map(\.title) == test.titles)
    #expect(rejects.map(\.reason) == [.corrupt])
    let goesOn = rejects.first?.detail.contains("reading goes on at byte") == true
    #expect(goesOn == (test.name != "the header lost"))
  }

  /// Members that begin anywhere, one of them damaged: whatever is read is a row as it was written.
  @Test func makesNoRowOfParts() throws {
    var random = SplitMix(state: 7)
    let words = ["one", "two, three", "\"four\"", "\n", "five\nsix", ",", "\"\n", "seven"]
    var read = 0
    for _ in 0..<300 {
      let texts = (0..<40).map { number in
        let some = (0...Int.random(in: 0..<6, using: &random)).map { _ in
          words.randomElement(using: &random) ?? ""
        }
        return "Text \(number) " + some.joined(separator: " ") + " end"
      }
      let isQuoted = Bool.random(using: &random)
      let rows = texts.enumerated().map { number, text in
        let isPlain = !isQuoted && !text.contains { $0 == "\"" || $0 == "," || $0 == "\n" }
        let cell = isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
        return "Title \(number),\(cell)\n"
      }
      let table = Array(("title,text\n" + rows.joined()).utf8)
      let cuts = (0..<4).map { _ in Int.random(in: 20..<table.count, using: &random) }.sorted()
      var members = zip([0] + cuts, cuts + [table.count]).map {
        GzipFixture.member(Array(table[$0..<$1]))
      }
      members[Int.random(in: 1..<members.count, using: &random)][10] = 7
      let (articles, _) = try ingest(members.flatMap(\.self), as: "x.csv.gz")
      for article in articles {
        let number = try #require(Int(article.title.dropFirst(6)))
        let expected = texts[number].split { $0 == "\n" || $0 == " " }
        #expect(article.text.split { $0 == "\n" || $0 == " " } == expected)
      }
      read += articles.count
    }
    // A fifth of each table is lost on average, and a row or two beside it.
    #expect(read > 300 * 40 * 7 / 10)
  }

  /// A member whose check sum is wrong was read as it is.
  @Test func keepsRowsBeforeAWrongCheckSum() throws {
    var member = GzipFixture.member("title,text\na,x\nb,x\n")
    member[member.count - 8] ^= 1
    let rest = GzipFixture.member("c,x\nd,x\n")
    let (articles, rejects) = try ingest(member + rest + member + rest, as: "x.csv.gz")
    #expect(articles.map(\.title) == ["a", "b", "d", "a", "b", "d"])
    #expect(rejects.map(\.reason) == [.corrupt, .corrupt])
  }

  /// A row that is too long ends where all ways to read it agree that another begins.
  @Test func goesOnBehindALongRow() throws {
    var limits = ReadLimits()
    limits.recordBytes = 1 << 10
    for length in [2_000, 2_500_000] {
      let long = String(repeating: "x", count: length)
      let text = "title,text\na,x\n\"\(long)\n\",y\nb,\"x\"\nc,x\n"
      let (articles, rejects) = try ingest(Array(text.utf8), as: "x.csv", limits: limits)
      // What is longer than the buffer ends unseen: its next row may be part of it.
      #expect(articles.map(\.title) == (length < 10_000 ? ["a", "b", "c"] : ["a", "c"]))
      #expect(rejects.map(\.reason) == [.tooLarge])
    }
  }

  @Test func goesOnBehindAQuoteThatIsLeftOpen() throws {
    var limits = ReadLimits()
    limits.recordBytes = 1 << 16
    let rows = (0..<40_000).map { "\($0),\"A text, in \"\"quotes\"\",\nof two lines\"\n" }
    let text = "title,text\n\"open,x\n" + rows.joined()
    let (articles, rejects) = try ingest(Array(text.utf8), as: "x.csv", limits: limits)
    #expect(articles.count > 39_990)
    #expect(articles.allSatisfy { Int($0.title) != nil && $0.paragraphs.count == 2 })
    #expect(rejects.count < 4)
  }
}
