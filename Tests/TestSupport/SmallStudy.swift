/// A study of a few invented articles, small enough to run dozens of times.
public struct SmallStudy: Sendable {
  public let folder: TemporaryFolder

  public var file: String { folder.path + "/study.yaml" }

  /// The tables and their descriptions.
  public static let outputs = [
    "documents.csv", "rejects.csv", "mentions.csv", "series.csv", "shifts.csv",
    "cooccurrence.csv", "keyness.csv", "collocates.csv", "examples.csv", "comparisons.csv",
    "resonance.csv", "datapackage.json", "manifest.json",
  ]

  /// - Parameter pages: how many pages, beside one file of JSON Lines, one feed and a broken file.
  public init(pages: Int = 30) throws {
    folder = try TemporaryFolder()
    try writeStudy()
    try folder.write("lexicon.yaml", Self.lexicon)
    for number in 0..<pages { try writePage(number) }
    try folder.write("archive/lines.jsonl", (0..<10).map(Self.line).joined())
    try folder.write("archive/feed.xml", Self.feed)
    try folder.write("archive/broken.jsonl.gz", "\u{1F}\u{0B}no gzip")
  }

  public static let lexicon = """
    lexicon: theme
    entries:
      - id: work
        label: Work
        terms: [overtime]
      - id: work-996
        label: 996
        parent: work
        terms: ["996", nine to six]
      - id: chips
        label: Chips
        terms: [wafer*, semiconductor]

    """

  /// Writes `study.yaml`, with `lines` more.
  public func writeStudy(_ lines: String = "") throws {
    try folder.write(
      "study.yaml",
      """
      study: Small
      archive: [archive]
      lexicons: [lexicon.yaml]
      dates: {from: 2018-01-01, to: 2020-12-31}
      period: month
      groups: [outlet]
      max_rejected: 50%
      \(lines)

      """)
  }

  public func writePage(_ number: Int, word: String = "overtime") throws {
    let month = number % 12 + 1
    let day = number % 28 + 1
    let date = "\(2018 + number % 3)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    try folder.write(
      "archive/pages/\(number % 4)/page-\(number).html",
      """
      <!DOCTYPE html><html lang="en"><head><title>Story \(number) of the day</title>
      <meta property="og:site_name" content="Courier \(number % 3)">
      <meta property="article:published_time" content="\(date)T08:00:00Z"></head>
      <body><nav><a href="/">Home</a></nav><article><h1>Story \(number) of the day</h1>
      <p>Engineers in district \(number) spoke of \(word) again, and of the 996 schedule that the
      factory asks for. A wafer costs \(number * 7) dollars, said people who know the trade.</p>
      <p>Nobody in the room, which holds \(number + 3) people, wanted to add a word to that. Paper
      number \(number * 31) lay on the table, and the window stood open to the harbour.</p>
      </article></body></html>
      """)
  }

  static func line(_ number: Int) -> String {
    """
    {"id":"line-\(number % 8)","title":"Line \(number)","date":"2019-0\(number % 9 + 1)-03",\
    "outlet":"Lines","text":"From nine to six they made semiconductor \(number), ein, zwei, drei."}

    """
  }

  static let feed = """
    <?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>
    <item><title>First of the feed</title><pubDate>Tue, 05 Feb 2019 10:00:00 GMT</pubDate>
    <description>The overtime of wafer makers is long.</description></item>
    <item><title>Second of the feed</title><pubDate>Tue, 05 Mar 2019 10:00:00 GMT</pubDate>
    <description>Nothing of note.</description></item></channel></rss>
    """

  /// The bytes of all outputs, by name.
  public func outputs(in out: String = "out") -> [String: [UInt8]] {
    var bytes: [String: [UInt8]] = [:]
    for name in Self.outputs {
      bytes[name] = folder.data("\(out)/\(name)").map { Array($0) }
    }
    return bytes
  }

  public func table(_ name: String, in out: String = "out") throws -> CSVTable {
    CSVTable(try folder.text("\(out)/\(name).csv"))
  }
}
