import Testing

@testable import Markup

private func parse(_ text: String) throws -> MarkupTree { try MarkupTree(html: Array(text.utf8)) }

@Suite struct HTMLTests {
  @Test func namesAgreeWithTheirTable() {
    #expect(MarkupName(known: "#text") == .text)
    #expect(MarkupName(known: "html") == .html)
    #expect(MarkupName(known: "aria-hidden") == .ariaHidden)
    #expect(MarkupName(known: "pubdate") == .pubdate)
    #expect(MarkupName.known.count == Set(MarkupName.known).count)
  }

  @Test func buildsOneTree() throws {
    let tree = try parse(
      "<html><body><P CLASS='a b' hidden>One <b>two</b> three</p><custom-tag x=1 id=c>four</custom-tag>"
    )
    let p = try #require(tree.firstDescendant("p", of: MarkupTree.root))
    #expect(tree.name(of: p) == .p)
    #expect(tree.text(of: p) == "One two three")
    #expect(tree.attribute(.class, of: p) == "a b")
    #expect(tree.attribute(.hidden, of: p) != nil)
    #expect(tree.children(of: p).map(tree.name(of:)) == [.text, .b, .text])
    let own = try #require(tree.firstDescendant("custom-tag", of: MarkupTree.root))
    #expect(tree.attribute(.id, of: own) == "c")
    #expect(tree.attribute("x", of: own) == nil, "only what tells what an element is")
  }

  @Test(arguments: [
    ("href=\"/a?b=1&amp;c=2\"", "/a?b=1&c=2"),
    ("href=\"/a?b=1\"", "/a?b=1"),
    ("href='it \"is\"'", "it \"is\""),
    ("href='it&#39;s'", "it's"),
    ("href=/a/b", "/a/b"),
    ("href = '/a'", "/a"),
    ("href=a&amp;b", "a&b"),
    ("href=''", ""),
    ("href", ""),
    ("href=\"\u{1}\"", "\u{1}"),
    ("href=\"/a\" href=\"/b\"", "/a"),
    ("href='caf\u{E9}'", "caf\u{E9}"),
  ])
  func readsAttributes(_ source: String, _ value: String) throws {
    let tree = try parse("<body class=first><p><a \(source) id=last>x</a>")
    let link = try #require(tree.firstDescendant("a", of: MarkupTree.root))
    #expect(tree.attribute(.href, of: link) == value)
    #expect(tree.attribute(.id, of: link) == "last")
    let body = try #require(tree.firstDescendant("body", of: MarkupTree.root))
    #expect(tree.attribute(.class, of: body) == "first")
  }

  /// What the parser is given in place of a value, written by a page, must not lead astray.
  @Test(arguments: ["\u{1}a&amp;", "\u{1}&amp;", "\u{1}pppppppp&amp;", "\u{1}p&#97;", "\u{1}&#97;"])
  func survivesForgedStandIns(_ value: String) throws {
    let tree = try parse("<p class=one><a href='\(value)'>x")
    let link = try #require(tree.firstDescendant("a", of: MarkupTree.root))
    #expect(tree.attribute(.href, of: link) != nil)
    #expect(tree.text(of: link) == "x")
  }

  @Test func keepsManyValuesApart() throws {
    let page = (0..<3_000).map { "<a id=i\($0) class='c\($0)' href='/\($0)'>x</a>" }.joined()
    let tree = try parse(page)
    for (index, link) in tree.descendants("a", of: MarkupTree.root).enumerated() {
      #expect(tree.attribute(.id, of: link) == "i\(index)")
      #expect(tree.attribute(.class, of: link) == "c\(index)")
      #expect(tree.attribute(.href, of: link) == "/\(index)")
    }
  }

  @Test func mendsValuesThatAreNotUTF8() throws {
    let page = Array("<a id=x".utf8) + [0xC3] + Array(" href=".utf8) + [0xA9] + Array("y>x".utf8)
    let tree = try MarkupTree(html: page)
    let link = try #require(tree.firstDescendant("a", of: MarkupTree.root))
    #expect(tree.attribute(.id, of: link) == "x\u{FFFD}")
    #expect(tree.attribute(.href, of: link) == "\u{FFFD}y")
  }

  @Test func foldsWhiteSpaceBehindTags() throws {
    let tree = try parse("<div>\n    <p>  one  two\n</p>\t\t<p>three</div>")
    #expect(tree.text(of: MarkupTree.root) == "\n one  two\n three")
  }

  @Test(arguments: [
    "<title>t</title><article><p>a</article>",
    "<html><head><title>t</title><main><p>a</main>", "<nav>a</nav>",
    "<title>t</title></head><body class=x><header>a</header>",
  ])
  func opensTheBodyWhereThePageDoesNot(page: String) throws {
    let tree = try parse(page)
    let body = try #require(tree.firstDescendant("body", of: MarkupTree.root))
    #expect(tree.text(of: body) == "a")
  }

  @Test(arguments: [
    ("<p>a<script>var x = '<p>no</p>';</script>b", "ab"),
    ("<p>a<SCRIPT src=x></SCRIPT >b", "ab"),
    ("<p>a<style>p{}</style><!-- <p>no --><svg><text>no</text></svg>b", "ab"),
    ("<p>a<svg/>b<svg>c", "abc"),
    ("<p>1 < 2 &amp; 3</p>", "1 < 2 & 3"),
    ("<p>a\u{0}b", "a b"),
    ("<p title='>'>a</p>", "a"),
    ("<meta charset=latin1><p>café", "café"),
    ("<?xml version='1.0' encoding='latin1'?><p>café", "café"),
    ("<textarea><p>no</textarea><p>a", "a"),
    ("<p>a<![CDATA[x]]>b</p>", "ab"),
  ])
  func keepsWhatReadersSee(_ source: String, _ text: String) throws {
    #expect(try parse(source).text(of: MarkupTree.root) == text)
  }

  @Test func mendsBytesThatAreNotUTF8() throws {
    let tree = try MarkupTree(html: Array("<p>a".utf8) + [0xFF, 0xC0] + Array("b".utf8))
    #expect(tree.text(of: MarkupTree.root) == "a\u{FFFD}\u{FFFD}b")
  }

  @Test func keepsLinkedData() throws {
    let tree = try parse(
      "<script type='application/ld+json'>{\"a\": \"</b>\"}</script><script>no</script><p>a")
    #expect(tree.linkedData.map { String(decoding: $0, as: UTF8.self) } == ["{\"a\": \"</b>\"}"])
  }

  @Test(arguments: [
    String(repeating: "<div>", count: 100_000) + "<p>x</p>",
    String(repeating: "<b>", count: 300_000) + "x",
    String(repeating: "<a><b>", count: 20_000) + "x",
    String(repeating: "<p><font>", count: 20_000) + "x",
    String(repeating: "<table><tr><td>", count: 10_000) + "x",
    "<p>x" + String(repeating: "<", count: 500_000),
    "<p>x" + String(repeating: "&", count: 500_000),
    "<p>x" + String(repeating: "<!--", count: 200_000),
    "<p>x" + String(repeating: "</", count: 200_000),
    "<p>x" + String(repeating: "<svg>", count: 50_000),
    "<p " + (0..<100_000).map { "a\($0)=1" }.joined(separator: " ") + ">x",
    "<p " + (0..<100_000).map { "a\($0)" }.joined(separator: " ") + ">x",
    "<p>x" + String(repeating: "<a href=\"", count: 100_000),
  ])
  func survives(_ source: String) throws {
    let tree = try parse(source)
    #expect(tree.text.contains(UInt8(ascii: "x")))
  }

  @Test func boundsMisplacedEndTags() throws {
    let source =
      String(repeating: "<div>", count: 100_000) + String(repeating: "</x>", count: 100_000)
    _ = try parse(source)
  }

  @Test func closesEveryRange() throws {
    var generator = SystemRandomNumberGenerator()
    let seed = Array(
      "<div class=a><p>one <b>two</p><table><td>x</div>&amp;<!-- c --><a href='x'>".utf8)
    for _ in 0..<2_000 {
      var page = seed + seed
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        page[Int.random(in: 0..<page.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      guard let tree = try? MarkupTree(html: page) else { continue }
      for node in 0..<tree.count {
        #expect(tree.end(of: node) > node && tree.end(of: node) <= tree.count)
        if node > 0 { #expect(tree.end(of: node) <= tree.end(of: tree.parent(of: node))) }
        #expect(tree.textRange(of: node).upperBound <= tree.text.count)
      }
    }
  }
}
