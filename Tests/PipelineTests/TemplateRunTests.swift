import Corpus
import Ingest
import Pipeline
import TestSupport
import Testing

@Suite struct TemplateRunTests {
  private static let today = CalendarDate(iso: "2026-06-15")!

  private static let menu =
    "Home News Wafers Cars Money Opinion Podcasts Video Letters About us Contact Jobs Help Terms "
    + "of use Privacy Cookies"

  /// Articles of one outlet with a menu before the first sentence of each.
  private static func lines(_ numbers: Range<Int>) -> String {
    numbers.map { number in
      let (year, month) = (2018 + number % 3, number % 9 + 1)
      return """
        {"id":"a\(number)","url":"https://news.example/\(number)","title":"Story \(number)",\
        "date":"\(year)-0\(month)-11","text":"\(menu) \(number) ships lay in port \(number * 7) \
        on that day, waiting for \(number * 3) pilots.\\nFollow us.\\nShip \(number) left."}

        """
    }.joined()
  }

  private static func study(_ files: Int, rule: String = "learn") throws -> SmallStudy {
    let study = try SmallStudy(pages: 4)
    try study.writeStudy("templates: \(rule)")
    for file in 0..<files { try add(file, to: study) }
    return study
  }

  private static func add(_ file: Int, to study: SmallStudy) throws {
    try study.folder.write("archive/menu-\(file).jsonl", lines(file * 10..<file * 10 + 10))
  }

  private static func mentionsOfMenu(_ study: SmallStudy, in out: String) throws -> Int {
    CSVTable(try study.folder.text(out + "/mentions.csv")).rows.count {
      $0["document_id"]?.hasPrefix("a") == true && $0["text"] == "Wafers"
    }
  }

  @Test func menusMakeNoMentionsWhereTemplatesAreLearned() throws {
    let study = try Self.study(2)
    try RunTests.run(study, out: "learned")
    #expect(try Self.mentionsOfMenu(study, in: "learned") == 0)
    try study.writeStudy("templates: keep")
    try RunTests.run(study, out: "kept")
    #expect(try Self.mentionsOfMenu(study, in: "kept") == 20)
  }

  @Test func filesAddedLaterGiveWhatAFreshRunGives() throws {
    let study = try Self.study(1)
    try RunTests.run(study, out: "grown")
    try Self.add(1, to: study)
    try Self.add(2, to: study)
    let grown = try RunTests.run(study, jobs: 1, out: "grown")
    let fresh = try RunTests.run(study, jobs: 3, out: "fresh")
    #expect(RunTests.differences(grown, fresh) == [])
    let again = try RunTests.run(study, out: "grown")
    #expect(RunTests.differences(grown, again) == [])
    // So do files that go, and a rule that changes.
    try study.folder.remove("archive/menu-2.jsonl")
    try study.writeStudy("templates: keep")
    try RunTests.run(study, out: "grown")
    try study.writeStudy("templates: learn")
    let shrunk = try RunTests.run(study, out: "grown")
    #expect(RunTests.differences(shrunk, try RunTests.run(study, out: "fresh-2")) == [])
  }

  @Test func parseDropsThemAndSaysHowMany() throws {
    let study = try Self.study(2)
    let paths = [study.folder.path + "/archive"]
    let settings = RunSettings(jobs: 2, today: Self.today, isQuiet: true)
    let templates = try TemplateTool(paths: paths, settings: settings).learn()
    var bytes: [UInt8] = []
    var count = TemplateCount()
    _ = try ParseTool(paths: paths, templates: templates, settings: settings).run(
      write: { bytes += $0 }, onReject: { _ in }, onTemplates: { count = $0 })
    #expect(count.description == "40 template blocks dropped from 20 articles")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("Wafers Cars") && !text.contains("Follow us."))
    #expect(text.contains("\"text\":\"13 ships lay in port 91 on that day"))
  }

  @Test func theExplanationGivesTheReason() throws {
    let study = try Self.study(2)
    let paths = [study.folder.path + "/archive/menu-1.jsonl"]
    let settings = RunSettings(jobs: 2, today: Self.today, isQuiet: true)
    var bytes: [UInt8] = []
    _ = try ExplainTool(
      paths: paths, format: .text,
      templates: try TemplateTool(paths: paths, settings: settings).learn(), settings: settings
    ).run(write: { bytes += $0 }, onReject: { _ in })
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("- template") } == 20)
    #expect(lines.contains { $0.hasPrefix("+") && $0.hasSuffix(" Ship 13 left.") })
    #expect(lines.contains("  2 of 4 blocks kept"))
  }
}
