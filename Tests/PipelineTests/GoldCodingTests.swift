import Pipeline
import TestSupport
import Testing

/// Mentions and series beside a coding of all that some documents hold.
@Suite struct GoldCodingTests {
  private func gold(_ folder: TemporaryFolder, _ study: Study? = nil) -> ScoreTool.Gold {
    ScoreTool.Gold(
      path: folder.path + "/gold.csv", mentions: folder.path + "/mentions.csv", study: study)
  }

  private func value(_ rows: [ScoreRow], _ entry: String, _ measure: String) -> ScoreRow? {
    rows.first { $0.entry == entry && $0.measure == measure }
  }

  @Test func comparesMentionsWithAGoldCoding() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "gold.csv",
      "document_id,entry\na,x/one\na,x/two\nb,x/one\nc,\nd,x/one\n")
    try folder.write(
      "mentions.csv",
      "document_id,lexicon,entry\na,x,one\na,x,one\nb,x,two\nc,x,one\nd,x,one\nelse,x,one\na,y,three\n"
    )
    let tool = ScoreTool(
      sheets: [], gold: gold(folder))
    let rows = try tool.rows()
    // x/one: gold a b d, found a c d. x/two: gold a, found b.
    #expect(value(rows, "x/one", "precision")?.value == 2.0 / 3)
    #expect(value(rows, "x/one", "recall")?.value == 2.0 / 3)
    #expect(value(rows, "x/one", "specificity")?.value == 0)
    #expect(value(rows, "x/two", "specificity")?.value == 2.0 / 3)
    #expect(value(rows, "all", "precision")?.value == 0.5)
    #expect(value(rows, "all", "recall")?.n == 4)
    #expect(value(rows, "y/three", "precision") == nil)
  }

  @Test func comparesSpansWhereTheGoldCodingHasThem() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "gold.csv",
      "document_id,entry,field,start,end\na,x/one,body,5,9\na,x/one,body,20,24\na,x/one,title,0,4\n"
    )
    try folder.write(
      "mentions.csv",
      "document_id,lexicon,entry,field,start,end\na,x,one,body,4,9\na,x,one,body,30,34\n")
    let rows = try ScoreTool(
      sheets: [], gold: gold(folder)
    ).rows()
    #expect(value(rows, "x/one", "precision")?.value == 0.5)
    #expect(value(rows, "x/one", "recall")?.value == 1.0 / 3)
  }

  /// A study of one lexicon: `one` with `leaf` below it, and `two`.
  private func study(_ folder: TemporaryFolder, measures: String = "") throws -> Study {
    try folder.write("archive/none.txt", "")
    try folder.write(
      "lexicon.yaml",
      """
      lexicon: x
      entries:
        - {id: one, terms: [one]}
        - {id: leaf, parent: one, terms: [leaf]}
        - {id: two, terms: [two]}

      """)
    try folder.write(
      "study.yaml",
      "study: S\narchive: [archive]\nlexicons: [lexicon.yaml]\nperiod: year\n" + measures)
    return try Study.load(folder.path + "/study.yaml")
  }

  private func corrected(
    _ folder: TemporaryFolder, _ study: Study?
  ) throws -> (rows: [CorrectedRow], lines: [String]) {
    var lines: [String] = []
    let rows = try ScoreTool(sheets: [], gold: gold(folder, study)).corrected(
      series: folder.path + "/series.csv"
    ) { lines.append($0) }
    return (rows, lines)
  }

  @Test func correctsSeriesByWhatTheGoldCodingShows() throws {
    let folder = try TemporaryFolder()
    // 50 with, of which 45 found; 100 without, of which 5 found.
    let gold = (0..<150).map { "d\($0),\($0 < 50 ? "x/one" : "")\n" }.joined()
    try folder.write("gold.csv", "document_id,entry\n" + gold)
    let found = (0..<50).map { "d\($0 < 45 ? $0 : $0 + 5),x,one\n" }.joined()
    try folder.write("mentions.csv", "document_id,lexicon,entry\n" + found)
    try folder.write(
      "series.csv",
      """
      measure,period,group,group_value,documents,documents_hit
      x/one,2020,all,all,200,60
      x/one,2021,all,all,,
      x/two,2020,all,all,200,60

      """)
    let (rows, lines) = try corrected(folder, study(folder))
    #expect(rows.count == 2 && lines.isEmpty)
    #expect(abs((rows[0].corrected ?? 0) - 0.25 / 0.85) < 1e-12)
    #expect(abs((rows[0].low ?? 0) - 0.2068888893557777) < 1e-9)
    #expect(rows[1].corrected == nil && rows[1].low == nil)
    #expect(throws: RunError.self) { try corrected(folder, nil) }
  }

  /// A branch was coded; the lexicon finds it by the leaf below. Nothing is wrong, so the corrected
  /// series is the published one.
  @Test func readsACodedEntryAsItsBranch() throws {
    let folder = try TemporaryFolder()
    try folder.write("gold.csv", "document_id,entry\na,x/one\nb,x/one\nc,\nd,\n")
    try folder.write("mentions.csv", "document_id,lexicon,entry\na,x,leaf\nb,x,one\ne,x,leaf\n")
    try folder.write(
      "series.csv",
      "measure,period,documents,documents_hit\nx/one,2020,100,30\nx/leaf,2020,100,20\n")
    let study = try study(folder)
    let rows = try corrected(folder, study).rows
    #expect(rows.map(\.measure) == ["x/one"])
    #expect(rows.first?.corrected == 0.3)
    let scores = try ScoreTool(sheets: [], gold: gold(folder, study)).rows()
    #expect(value(scores, "x/one", "recall")?.value == 1)
    #expect(value(scores, "all", "precision")?.value == 1)
    #expect(value(scores, "x/leaf", "precision") == nil)
  }

  @Test func doesNotReadACodedLeafAsTheBranchAboveIt() throws {
    let folder = try TemporaryFolder()
    try folder.write("gold.csv", "document_id,entry\na,x/leaf\nb,\n")
    try folder.write("mentions.csv", "document_id,lexicon,entry\na,x,leaf\nb,x,one\n")
    try folder.write(
      "series.csv",
      "measure,period,documents,documents_hit\nx/one,2020,100,30\nx/leaf,2020,100,20\n")
    let (rows, lines) = try corrected(folder, study(folder))
    #expect(rows.map(\.measure) == ["x/leaf"] && rows.first?.corrected == 0.2)
    #expect(lines.count == 1 && lines[0].contains("'x/one' is not corrected"))
  }

  @Test func correctsMeasuresThatCountJustWhatWasCoded() throws {
    let folder = try TemporaryFolder()
    try folder.write("gold.csv", "document_id,entry\na,x/one\nb,\n")
    try folder.write("mentions.csv", "document_id,lexicon,entry\na,x,leaf\n")
    try folder.write(
      "series.csv",
      "measure,period,documents,documents_hit\nones,2020,100,30\nabout,2020,100,20\n")
    let measures = """
      measures:
        - {id: ones, count: x/one}
        - {id: about, count: x/one, about: true}
        - {id: near, count: x/one, with: x/two}
        - {id: both, count: [x/one, x/two]}
        - {id: other, count: x/two}

      """
    let (rows, lines) = try corrected(folder, study(folder, measures: measures))
    #expect(rows.map(\.measure) == ["ones"] && rows.first?.corrected == 0.3)
    for id in ["about", "near", "both", "other"] {
      #expect(lines.count { $0.contains("'\(id)'") } == 1)
    }
    let none = "measures:\n  - {id: other, count: x/two}\n"
    #expect(throws: RunError.self) { try corrected(folder, study(folder, measures: none)) }
  }

  @Test func saysWhatIsWrongWithAGoldCoding() throws {
    let folder = try TemporaryFolder()
    try folder.write("gold.csv", "document_id,entry\na,x/onr\nnone,x/one\nnone,x/two\n")
    try folder.write("mentions.csv", "document_id,lexicon,entry\na,x,one\n")
    try folder.write("documents.csv", "document_id\na\nb\n")
    let study = try study(folder)
    var lines: [String] = []
    let rows = try ScoreTool(sheets: [], gold: gold(folder, study)).rows { lines.append($0) }
    #expect(value(rows, "x/one", "recall")?.n == 0)
    #expect(lines.contains { $0.contains("gold.csv:2:") && $0.contains("mean 'x/one'") })
    #expect(lines.contains { $0.hasPrefix("1 entry of the coded lexicons (the first is x/one)") })
    #expect(lines.contains { $0.contains("gold.csv:3: 2 rows are left out") })
    try folder.write("gold.csv", "document_id,entry\nnone,x/one\n")
    #expect(throws: (any Error).self) {
      try ScoreTool(sheets: [], gold: gold(folder, study)).rows()
    }
  }
}
