import Foundation
import Ingest
import Lexicons
import Pipeline
import TestSupport
import Testing

/// What `count:`, `panel:`, `bootstrap:` and `events:` of a study change in its tables.
@Suite struct SeriesOptionsTests {
  private func total(_ study: SmallStudy, _ column: String) throws -> Int {
    try study.table("series").rows.filter { $0["measure"] == "theme/work" && $0["group"] == "all" }
      .reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
  }

  /// One story in three copies, two of them in one outlet.
  @Test("Copies count once, once in each outlet, or each time")
  func copies() throws {
    let study = try SmallStudy(pages: 0)
    let words = (0..<40).map { "word\($0)" }.joined(separator: " ")
    func line(_ id: String, _ outlet: String) -> String {
      """
      {"id":"\(id)","title":"Story","date":"2019-01-03","outlet":"\(outlet)",\
      "text":"They spoke of overtime \(words)."}

      """
    }
    try study.folder.write(
      "archive/copies.jsonl", line("a", "One") + line("b", "One") + line("c", "Two"))
    var totals: [Int] = []
    for rule in ["clusters", "outlets", "documents"] {
      try study.writeStudy("count: \(rule)")
      try RunTests.run(study)
      totals.append(try total(study, "documents_hit"))
    }
    #expect(totals[1] == totals[0] + 1)
    #expect(totals[2] == totals[0] + 2)
  }

  @Test("A bootstrap and a panel do not depend on the number of threads")
  func threads() throws {
    let study = try SmallStudy()
    try study.writeStudy("panel: [fixed, demeaned]\nbootstrap: 100\nperiod: year")
    try study.folder.write(
      "study.yaml", try study.folder.text("study.yaml").replacing("period: month\n", with: ""))
    let one = try RunTests.run(study, jobs: 1, out: "one")
    #expect(RunTests.differences(one, try RunTests.run(study, jobs: 8, out: "eight")) == [])
    let rows = try study.table("series", in: "one").rows
    #expect(rows.contains { $0["rate_boot_high"] != "" && $0["rate_high"] != "" })
    #expect(rows.contains { $0["group"] == "panel" && $0["group_value"] == "fixed" })
    #expect(rows.contains { $0["group"] == "all" && $0["share_within"] != "" })
  }

  @Test("An event's effect is a row of shifts.csv, for its jurisdiction and for all")
  func events() throws {
    let study = try SmallStudy(pages: 60)
    try study.folder.write(
      "events.csv", "date,label,jurisdiction\n2019-06-15,A law,\n1999-01-01,Long ago,\n")
    try study.writeStudy("events: events.csv")
    try RunTests.run(study)
    let rows = try study.table("shifts").rows.filter { $0["kind"] == "intervention" }
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { $0["event"] == "A law" && $0["period"] == "2019-06" })
    #expect(Set(rows.map { $0["method"] }) == ["interrupted-level", "interrupted-slope"])
    // Another event is another result.
    try study.folder.write("events.csv", "date,label\n2019-09-01,A law\n")
    try RunTests.run(study)
    let moved = try study.table("shifts").rows.filter { $0["kind"] == "intervention" }
    #expect(moved.allSatisfy { $0["period"] == "2019-09" })
  }

  @Test(
    "A table of events that cannot be used is named with its line",
    arguments: [
      ("day,label\n", "events.csv:1: no column is called date"),
      ("date,label\nsoon,Law\n", "events.csv:2: 'soon' is not a date like 2019-03-27"),
      ("date,label\n2019-01-01,\n", "events.csv:2: the label is empty"),
    ])
  func badEvents(text: String, message: String) throws {
    let study = try SmallStudy(pages: 0)
    try study.folder.write("events.csv", text)
    try study.writeStudy("events: events.csv")
    let problem = #expect(throws: TableProblem.self) { try RunTests.run(study) }
    #expect(problem?.description == message)
  }

  @Test("Comparisons are rows of comparisons.csv")
  func comparisons() throws {
    let study = try SmallStudy(pages: 60)
    try study.writeStudy(
      """
      comparisons:
        - {id: frames, kind: asymmetry, measures: [theme/work-996, theme/chips], by: outlet}
        - {id: chips, kind: frame_share, frame: theme/chips, measures: [theme/work]}
        - {id: first, kind: adoption_lag, measures: [theme/work], by: outlet}
        - {id: attention, kind: concentration, count: theme}
        - {id: words, kind: distance, by: outlet}
        - {id: new, kind: resonance, measures: [theme/work]}
      """)
    let tables = try RunTests.run(study, jobs: 1, out: "one")
    #expect(RunTests.differences(tables, try RunTests.run(study, jobs: 8, out: "eight")) == [])
    let rows = try study.table("comparisons", in: "one").rows
    #expect(Set(rows.map { $0["comparison"] }) == ["frames", "chips", "first", "attention"])
    // Sixty short pages have too few words for a distance and too few articles a month for a mean.
    let articles = try study.table("resonance", in: "one").rows
    #expect(articles.count > 10 && articles.allSatisfy { $0["novelty"] != "" })
    #expect(rows.allSatisfy { $0["value"] != "" })
    // Outlets that are counted for a comparison have no series.
    try study.writeStudy("comparisons: [{kind: concentration, count: theme/wrk}]")
    #expect(throws: LexiconError.self) { try RunTests.run(study) }
  }
}
