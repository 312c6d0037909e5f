import Corpus
import Pipeline
import TestSupport
import Testing

@Suite struct ExplainTests {
  @Test func textSaysOfEachBlockWhatBecameOfItAndOfTheMetadataWhereItWasRead() throws {
    let text = try explain(Self.page, as: .text)
    #expect(
      text == """
        page.html
          title     A small bridge reopens  (h1 on the page)
                    · og:title         A small bridge reopens | The Quay
                    · title element    A small bridge reopens - The Quay
                    · h1 heading       A small bridge reopens
          authors   Ann Lee  (meta)
                    · meta             Ann Lee
          date      2014-05-06  (opengraph)
                    · opengraph        2014-05-06
                    · meta             2014-05-07
          modified  –
          3 of 6 blocks kept
        - navigation            nav.menu                 links 100 %     Home
        - before the body       h1                                       A small bridge reopens
        +                       p                        prose 87        \(Self.paragraphs[0])
        +                       p                        prose 84        \(Self.paragraphs[1])
        +                       p.last                   prose 97        \(Self.paragraphs[2].prefix(90))…
        - footer                footer                                   All rights reserved.


        """)
  }

  @Test func aPageOfExplanationsBringsNothingOfThePageToLife() throws {
    let canary = #"<script>alert("canary")</script><img src=x onerror='canary()'>"#
    let shown = canary.replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    let html = try explain(
      """
      <html><head><title>\(shown)</title><meta name="author" content='"><b>Ann</b>'>
      <body class='"><script>canary()</script>'><h1>\(shown)</h1>
      \(Self.paragraphs.map { "<p class='\"><svg onload=canary()>'>\($0) \(shown)</p>" }.joined())
      </body></html>
      """, as: .html)
    #expect(html.contains("canary"))
    let tags = Set(
      html.split(separator: "<").dropFirst().map {
        $0.prefix { $0.isLetter || "!/0123456789".contains($0) }
      })
    #expect(
      tags.isSubset(
        of: [
          "!DOCTYPE", "html", "/html", "meta", "title", "/title", "style", "/style", "section",
          "/section", "h1", "/h1", "h2", "/h2", "table", "/table", "tr", "/tr", "th", "/th", "td",
          "/td", "small", "/small", "p", "/p", "div", "/div",
        ]))
    // Quotes of the page are written out, so that none ends an attribute.
    #expect(!html.contains("onload=canary()>'"))
    #expect(html.contains("default-src 'none'"))
  }

  @Test func controlCharactersAreSpelledOut() throws {
    let text = try explain(
      #"{"title": "Red \u001b[31m", "text": "A \u202eturned line"}"#, as: .text, name: "a.jsonl")
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    #expect(text.contains(#"\u{1B}[31m"#))
  }

  private func explain(
    _ content: String, as format: ExplainTool.Format, name: String = "page.html"
  ) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(name, content)
    let settings = RunSettings(jobs: 2, today: CalendarDate(iso: "2026-06-15")!, isQuiet: true)
    var bytes: [UInt8] = []
    let isComplete = try ExplainTool(
      paths: [folder.path + "/" + name], format: format, settings: settings
    ).run(write: { bytes += $0 }, onReject: { _ in })
    #expect(isComplete)
    return String(decoding: bytes, as: UTF8.self).replacing(folder.path + "/", with: "")
  }

  private static let paragraphs = [
    "The old bridge over the creek opened again on Tuesday, two years after a flood took it.",
    "Masons from three villages rebuilt its arch by hand, stone by stone, with lime only.",
    "It will carry walkers, carts and sheep, but no lorries at all, said the woman who keeps its gate.",
  ]

  private static let page = """
    <html><head><title>A small bridge reopens - The Quay</title>
    <meta property="og:title" content="A small bridge reopens | The Quay">
    <meta name="author" content="Ann Lee">
    <meta property="article:published_time" content="2014-05-06T10:00:00Z">
    <meta name="pubdate" content="2014-05-07"></head>
    <body><nav class="menu"><a href="/">Home</a></nav><h1>A small bridge reopens</h1>
    <p>\(paragraphs[0])</p>
    <p>\(paragraphs[1])</p>
    <p class="last">\(paragraphs[2])</p>
    <footer>All rights reserved.</footer></body></html>
    """
}
