import Corpus
import Testing

@testable import Ingest

@Suite struct HostilePageTests {
  @Test(arguments: [
    String(repeating: "<div>", count: 50_000) + "<p>x</p>",
    String(repeating: "<table><tr><td>", count: 5_000) + "x",
    "<p>a" + String(repeating: " ", count: 500_000) + "b</p>",
    "<p>" + String(repeating: "2005-01-01 ", count: 20_000) + "</p>",
    String(repeating: "<a rel=author class=byline>By A", count: 5_000),
    String(repeating: "<h2><a>x</a></h2>", count: 20_000),
    String(repeating: "<time>", count: 20_000) + "x",
    "<script type=application/ld+json>" + String(repeating: "[", count: 100_000) + "</script><p>x",
    // A block that holds a control character only.
    "<p>\u{7F}<p>A text. <title>t</title>",
    "<p>x<script type=application/ld+json>{\"@type\":\"Article\",\"author\":{\"@id\":\"a\"}}",
  ])
  func survives(_ page: String) {
    _ = try? read(page)
  }

  /// Seeded, so that a failure repeats.
  @Test func survivesMutations() {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let seed = Array(
      """
      <html lang=en><head><title>T | S</title><meta name=author content="By A B"><meta name=date
      content=2019-01-02><script type=application/ld+json>{"@type":"Article","author":["X Y"]}</script>
      </head><body><h1>T</h1><p class=byline>By <a rel=author>A B</a> March 3, 2019</p><div><p>One, two.
      </p><br><br>三、四。<ul><li>x<li>y</ul><table><td>&amp;&eacute;<!-- c --></table></div>
      """.utf8)
    let pieces = [
      "<", ">", "\"", "<div class=\"", "</div>", "&#", "<p>", "\u{0}", "日", "<a href=", "2019-",
    ]
    .map { Array($0.utf8) }
    for _ in 0..<3_000 {
      var page = seed
      for _ in 0...next(8) {
        let place = next(page.count)
        switch next(4) {
        case 0: page[place] = UInt8(next(256))
        case 1: page.removeSubrange(place..<min(page.count, place + next(40)))
        case 2: page.insert(contentsOf: pieces[next(pieces.count)], at: place)
        default: page.insert(contentsOf: page[place..<min(page.count, place + next(80))], at: place)
        }
        if page.isEmpty { page = seed }
      }
      let article = try? PageReader(now: readingDay).article(from: page, source: Source(path: "m"))
      #expect(article?.paragraphs.contains { $0.isEmpty || $0.contains("\n") } != true)
    }
  }
}
