import Pipeline
import TestSupport
import Testing

/// What filled sheets say, and what is told of sheets that say it badly.
@Suite struct CodedSheetTests {
  private func score(
    _ sheets: [String], scale: CodeScale = .nominal
  ) throws -> (rows: [ScoreRow], lines: [String]) {
    let folder = try TemporaryFolder()
    for (index, text) in sheets.enumerated() { try folder.write("\(index).csv", text) }
    var lines: [String] = []
    let rows = try ScoreTool(
      sheets: sheets.indices.map { folder.path + "/\($0).csv" }, scale: scale
    ).rows { lines.append($0) }
    return (rows, lines)
  }

  private func value(_ rows: [ScoreRow], _ measure: String) -> ScoreRow? {
    rows.first { $0.entry == "all" && $0.measure == measure }
  }

  @Test func countsEachCoderWhereTheyDisagree() throws {
    let head = "item,entry,weight,code\n"
    let (rows, _) = try score([
      head + "a,x/y,1,yes\nb,x/y,1,yes\nc,x/y,1,yes\nd,x/y,1,yes\n",
      head + "a,x/y,1,yes\nb,x/y,1,no\nc,x/y,1,no\nd,x/y,1,no\n",
    ])
    let precision = try #require(value(rows, "precision"))
    #expect(precision.value == 0.625 && precision.n == 4)
  }

  @Test func weighsByStratum() throws {
    // 90 mentions of which half are right, 10 that are right.
    let sheet =
      "item,entry,weight,stratum,code\na,x/y,45,1,yes\nb,x/y,45,1,no\nc,x/y,5,2,yes\nd,x/y,5,2,1\n"
    let (rows, lines) = try score([sheet])
    #expect(value(rows, "precision")?.value == 0.75)
    let weighted = try #require(value(rows, "precision_weighted"))
    #expect(abs((weighted.value ?? 0) - 0.55) < 1e-12 && weighted.n == 4)
    #expect((weighted.low ?? 1) < 0.2 && (weighted.high ?? 0) > 0.8)
    #expect(lines.count == 1 && lines[0].contains("100 mentions of 1 entry"))
  }

  /// One draw each, and all right: no reason to be certain.
  @Test func isNotCertainOfEntriesDrawnOnce() throws {
    let sheet =
      "item,entry,weight,stratum,code\n"
      + (0..<5).map { "\($0),x/e\($0),40,1,yes\n" }.joined()
    let weighted = try #require(value(try score([sheet]).rows, "precision_weighted"))
    #expect(weighted.value == 1 && weighted.high == 1)
    #expect((weighted.low ?? 1) < 0.6)
  }

  @Test(arguments: [
    ("item,entry,code\na,x/y,yes\n", "no precision_weighted: 1 of 1 items"),
    ("item,entry,weight,code\na,x/y,\"2,500\",yes\nb,x/y,2,no\n", "no precision_weighted: 1 of 2"),
    ("item,entry,weight,code\na,x/y,3,yes\nb,x/y,2,?\n", "2 of the 5 mentions"),
    ("item,entry,code\na,x/y,yes\nb,x/y,WAHR\nc,x/y,WAHR\n", "0.csv:3: the code 'WAHR' (2×)"),
    ("item,code_a,code_b\na,yes,no\n", "0.csv:1: there is no column 'entry'"),
    ("item,entry,code\na,x/y,yes\nb,,yes\n", "0.csv:3: 1 items without 'entry'"),
    ("item,entry,code_a,code_b\na,x/y,1,0\nb,x/y,yes,\n", "1 of 2 items were coded by one"),
  ])
  func tellsWhatFiguresLeaveOut(_ sheet: String, _ message: String) throws {
    let lines = try score([sheet]).lines
    #expect(lines.contains { $0.contains(message) }, "\(lines)")
    if message.hasPrefix("no precision_weighted") {
      #expect(value(try score([sheet]).rows, "precision_weighted") == nil)
    }
  }

  @Test(arguments: [
    (["item,note\n1,a\n"], "there is no column 'code'"),
    (["item,code\n1,yes\n1,no\n"], "0.csv:3: the item '1' is there twice"),
    (["item,entry,code\n"], "0.csv:1: there are no rows below the header"),
    (["item,entry,code\n\"a,x/y,yes\nb,x/y,no\n"], "0.csv:2: a quote that opens here"),
    (["item,code\na,yes\n"], "nothing to score"),
    (["item,entry,code\na,x/y,maybe\n"], "nothing to score"),
    (["item,entry,code\na,x/y,\n"], "nothing to score"),
    (["item,entry,code\na,x/y,yes\n,x/y,no\n"], "0.csv:3: the row has no 'item'"),
    (
      ["entry,code\nx/y,yes\n", "item,entry,code\na,x/y,yes\n"],
      "0.csv:1: there is no column 'item'"
    ),
  ])
  func refusesSheetsThatSayNothing(_ sheets: [String], _ message: String) throws {
    let error = #expect(throws: (any Error).self) { try score(sheets) }
    let text = "\(try #require(error))"
    #expect(text.contains(message), "\(text)")
  }

  @Test func readsWeightsWithADecimalComma() throws {
    let weighted = value(
      try score(["item;entry;weight;code\na;x/y;2,5;yes\nb;x/y;7,5;no\n"]).rows,
      "precision_weighted")
    #expect(weighted?.value == 0.25)
  }

  @Test func passesOverRowsThatSpreadsheetsLeaveBlank() throws {
    let rows = try score(["item,entry,code\na,x/y,yes\n,,\n"]).rows
    #expect(value(rows, "precision")?.n == 1)
  }
}
