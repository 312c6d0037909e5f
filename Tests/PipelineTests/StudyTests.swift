import Aggregate
import Corpus
import Ingest
import Lexicons
import Pipeline
import TestSupport
import Testing

@Suite struct StudyTests {
  /// The first problem that reading `text` finds, without the file's folder.
  static func problem(_ text: String) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write("lexicon.yaml", SmallStudy.lexicon)
    let file = try folder.write("study.yaml", text)
    do throws(LexiconError) {
      _ = try Instrument(try Study.load(file))
      return ""
    } catch {
      let message = error.diagnostics[0].description
      #expect(!message.contains("\n"))
      return message.replacing(folder.path + "/", with: "")
    }
  }

  @Test("Every key is read")
  func all() throws {
    let folder = try TemporaryFolder()
    for name in ["lexicon.yaml", "meta/data.csv", "outlets.csv"] { try folder.write(name, "x") }
    let file = try folder.write(
      "study.yaml",
      """
      study: A name
      archive: [a/, "b/*.gz"]
      metadata: meta/data.csv
      outlets: outlets.csv
      fields: {title: kop, text: [inhoud.tekst, lead]}
      limits: {record_bytes: 64 MB, free_expansion: 1 gib, nesting_depth: 2, expanded_bytes: 4096}
      lexicons: lexicon.yaml
      dates: {from: 2012, to: 2013-06}
      period: week
      groups: [outlet, language]
      measures:
        - {id: one, count: theme/work}
        - {count: [theme/a, "fund[country=JP]"], with: country/CN, within: paragraph}
      duplicates: documents
      cooccurrence: {units: [article, sentence], period: quarter, minimum: 5}
      max_rejected: 12
      out: tables
      """)
    let study = try Study.load(file)
    #expect(study.name == "A name")
    #expect(study.archive == ["a/", "b/*.gz"])
    #expect(study.metadata == "meta/data.csv" && study.outlets == "outlets.csv")
    #expect(study.fields == ["title": ["kop"], "text": ["inhoud.tekst", "lead"]])
    #expect(study.limits.recordBytes == 64 << 20 && study.limits.freeExpansion == 1 << 30)
    #expect(study.limits.nestingDepth == 2 && study.limits.expandedBytes == 4096)
    #expect(study.limits.windowBytes == 128 << 20 && study.limits.expansionRatio == 250)
    #expect(study.lexicons == ["lexicon.yaml"])
    #expect(study.from?.description == "2012" && study.to?.description == "2013-06")
    #expect(study.period == .week && study.groups == [.outlet, .language])
    #expect(study.measures.map(\.id) == ["one", "theme/a+fund[country=JP]"])
    #expect(study.measures[1].count == ["theme/a", "fund[country=JP]"])
    #expect(study.measures[1].with == ["country/CN"] && study.measures[1].within == .paragraph)
    #expect(study.count == .documents)
    #expect(study.cooccurrence.units == [.article, .sentence])
    #expect(study.cooccurrence.period == .quarter && study.cooccurrence.minimum == 5)
    #expect(study.maximumRejected == .count(12))
    #expect(study.out == "tables" && study.folder == folder.path)
    #expect(study.resolve("a/b") == folder.path + "/a/b" && study.resolve("/a") == "/a")
  }

  @Test("What is not said has a default")
  func defaults() throws {
    let folder = try TemporaryFolder()
    try folder.write("l.yaml", "x")
    try folder.write("study.yaml", "archive: a\nlexicons: l.yaml\n")
    // A folder stands for the study.yaml in it.
    let study = try Study.load(folder.path)
    #expect(study.period == .month && study.groups.isEmpty && study.measures.isEmpty)
    #expect(
      study.count == .clusters && study.panels.isEmpty && study.bootstrap == 0
        && study.maximumRejected == .share(0.1))
    #expect(study.out == "out" && study.from == nil && study.metadata == nil)
  }

  static let base = "archive: a\nlexicons: lexicon.yaml\n"

  @Test(
    "Each mistake is named with its line and the nearest word",
    arguments: [
      (
        "perod: month",
        "study.yaml:3:1: error: unknown key 'perod' in a study; did you mean 'period'?"
      ),
      ("period: monht", "study.yaml:3:9: error: 'monht' is no period; did you mean 'month'?"),
      ("period: [month]", "study.yaml:3:9: error: expected a period"),
      ("groups: [country]", "study.yaml:3:10: error: 'country' is no group"),
      (
        "fields: {titel: kop}",
        "study.yaml:3:10: error: unknown key 'titel' in 'fields:'; did you mean 'title'?"
      ),
      ("fields: [title]", "expected 'fields:' with the keys id, url, title"),
      ("fields: {title: {nl: kop}}", "expected a key or column, or a list of them"),
      (
        "limits: {record_byte: 64 MB}",
        "study.yaml:3:10: error: unknown key 'record_byte' in 'limits:'; did you mean 'record_bytes'?"
      ),
      (
        "limits: {record_bytes: 64 MO}",
        "study.yaml:3:24: error: 'record_bytes: 64 MO' is no size such as 64 MB; the units are B, KB"
      ),
      ("limits: {record_bytes: 64 GB}", "'record_bytes: 64 GB' is not from 1 KB to 1 GB"),
      ("limits: {expanded_bytes: 9999999999 TB}", "is not from 0 to 1024 TB"),
      ("limits: {expansion_ratio: 5%}", "'expansion_ratio: 5%' is no whole number"),
      ("limits: {nesting_depth: -1}", "'nesting_depth: -1' is not from 0 to 32"),
      ("limits: {nesting_depth: [1]}", "study.yaml:3:25: error: expected a limit"),
      ("limits: 64 MB", "expected 'limits:' with the keys record_bytes, expansion_ratio"),
      ("groups: outlets", "study.yaml:3:9: error: 'outlets' is no group; did you mean 'outlet'?"),
      ("duplicates: cluster", "did you mean 'clusters'?"),
      ("count: outlet", "did you mean 'outlets'?"), ("panel: fix", "did you mean 'fixed'?"),
      ("bootstrap: 3", "from 40 to 10000"),
      ("comparisons: funds", "expected a list of comparisons"),
      ("comparisons: [{id: a}]", "this comparison has no 'kind:'"),
      ("comparisons: [{kind: concentraton}]", "did you mean 'concentration'?"),
      ("comparisons: [{kind: concentration}]", "'concentration' has no 'count:'"),
      ("comparisons: [{kind: asymmetry, measures: a}]", "'asymmetry' needs two 'measures:'"),
      ("comparisons: [{kind: frame_share, measures: a}]", "'frame_share' has no 'frame:'"),
      (
        "comparisons: [{kind: adoption_lag, measures: theme/wrok}]",
        "in the comparison 'adoption_lag': 'theme/wrok' is no measure of the study"
      ),
      ("events: none.csv", "'events' names 'none.csv', which does not exist"),
      ("dates: {from: 2019-02-30}", "study.yaml:3:15: error: '2019-02-30' is not a date"),
      ("dates: {form: 2019}", "unknown key 'form' in 'dates:'; did you mean 'from'?"),
      ("dates: {from: 2020, to: 2019}", "study.yaml:3:8: error: the dates end before they begin"),
      ("dates: 2019", "study.yaml:3:8: error: expected 'dates:' with the keys from, to"),
      (
        "metadata: nowhere.csv",
        "study.yaml:3:11: error: 'metadata' names 'nowhere.csv', which does not exist"
      ),
      ("outlets: nowhere.csv", "'outlets' names 'nowhere.csv', which does not exist"),
      (
        "max_rejected: few",
        "study.yaml:3:15: error: 'max_rejected: few' is neither a number nor a share"
      ),
      ("max_rejected: 101%", "neither a number nor a share"),
      ("max_rejected: -1", "neither a number nor a share"),
      ("cooccurrence: {minimum: 0}", "'minimum: 0' is not a number from 1"),
      ("cooccurrence: {unit: article}", "did you mean 'units'?"),
      ("measures: theme/work", "study.yaml:3:11: error: expected a list of measures"),
      ("measures: [{id: a}]", "study.yaml:3:12: error: this measure has no 'count:'"),
      (
        "measures: [{id: a, cuont: theme/work}]",
        "unknown key 'cuont' in a measure; did you mean 'count'?"
      ),
      (
        "measures: [{count: theme/work}, {count: theme/work}]",
        "the measure 'theme/work' is given twice"
      ),
      ("measures: [{count: theme/work, within: line}]", "'line' is no unit"),
      ("measures: [{count: theme/wrok}]", "study.yaml:3:12: error: in the measure 'theme/wrok'"),
      ("measures: [{count: theme/wrok}]", "did you mean 'work'?"),
      ("measures: [{count: them/work}]", "'theme"),
      ("study: [a", "study.yaml:4"),
      ("study:\n\t- a", "the line holds a tab: indent with spaces"),
      ("study: a\nstudy: b", "'study' is given twice"),
      ("out: [a]", "study.yaml:3:6: error: expected a path"),
    ])
  func mistakes(_ lines: String, _ message: String) throws {
    let problem = try Self.problem(Self.base + lines + "\n")
    #expect(problem.contains(message), "\(problem)")
  }

  @Test("Every mistake of a file is told at once")
  func several() throws {
    #expect {
      try Study.parse("perod: month\ngroups: [none]\n", file: "s.yaml")
    } throws: { error in
      // Two mistakes, and two keys that must be there.
      (error as? LexiconError)?.diagnostics.count == 4
    }
  }

  @Test(
    "A study that is none is one clear line",
    arguments: [
      ("", "study.yaml:1:1: error: is empty"),
      ("- a\n- b\n", "study.yaml:1:1: error: expected a study with the keys"),
      ("just words\n", "expected a study with the keys"),
      ("archive: a\n", "has no 'lexicons:' key"),
      ("lexicons: lexicon.yaml\n", "has no 'archive:' key"),
      ("archive: a\nlexicons: nowhere\n", "study.yaml:2:11: error: 'lexicons' names 'nowhere'"),
    ])
  func noStudy(_ text: String, _ message: String) throws {
    let problem = try Self.problem(text)
    #expect(problem.contains(message), "\(problem)")
  }

  @Test("A study that is not there is named")
  func missing() {
    #expect {
      try Study.load("/nowhere/study.yaml")
    } throws: {
      "\($0)" == "/nowhere/study.yaml: error: no such study file; write one as the user guide shows"
    }
  }

  @Test("The limit of rejects is a count or a share of all records, and never all of them")
  func limits() {
    #expect(Study.RejectLimit.count(2).allows(2, of: 100))
    #expect(!Study.RejectLimit.count(2).allows(3, of: 100))
    #expect(Study.RejectLimit.share(0.1).allows(10, of: 100))
    #expect(!Study.RejectLimit.share(0.1).allows(11, of: 100))
    #expect(Study.RejectLimit.share(0).allows(0, of: 0))
    #expect(!Study.RejectLimit.count(5).allows(1, of: 1))
  }
}
