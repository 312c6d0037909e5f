import Testing

@testable import Markup

private func parse(_ text: String) throws -> MarkupTree { try MarkupTree(xml: Array(text.utf8)) }

@Suite struct XMLTests {
  @Test func navigates() throws {
    let tree = try parse(
      """
      <?xml version="1.0" encoding="iso-8859-1"?>
      <rss xmlns:media="http://m.example/"><channel><title>Café</title>
      <item n="1"><title>A</title><media:title url="u&amp;v">B</media:title></item>
      <item n="2"/></channel></rss>
      """)
    let channel = try #require(tree.firstDescendant("channel", of: MarkupTree.root))
    #expect(tree.localName(of: try #require(tree.rootElement)) == "rss")
    #expect(tree.firstChild("title", of: channel).map(tree.text(of:)) == "Café")
    let items = tree.children("item", of: channel)
    #expect(items.map { tree.attribute("n", of: $0) } == ["1", "2"])
    let titles = tree.children("title", of: items[0])
    #expect(titles.map(tree.text(of:)) == ["A", "B"])
    #expect(titles.map(tree.namespace(of:)) == ["", "http://m.example/"])
    #expect(tree.attribute("url", of: titles[1]) == "u&v")
    #expect(tree.attributes(of: titles[1]).map(\.name) == ["url"])
    #expect(tree.parent(of: items[0]) == channel)
    #expect(tree.children("absent", of: channel).isEmpty)
    #expect(tree.problem == nil)
  }

  @Test(arguments: [
    ("<a>caf&eacute;&nbsp;&mdash;</a>", "café\u{A0}—"),
    ("<a>AT&T R&D; &x; &#233; &#xE9;</a>", "AT&T R&D; &x; é é"),
    ("<a><![CDATA[<b>&eacute; & c</b>]]></a>", "<b>&eacute; & c</b>"),
    ("\n\n  <a>x</a>", "x"),
    ("<?xml version='1.0'?><?xml version='1.0'?><a>x</a>", "x"),
    ("\u{FEFF}<a>x</a>", "x"),
    ("<a>x</a><!-- made in 0.1 s --><script>", "x"),
    ("<a>x\u{0}y\u{1}z</a>", "x y z"),
    ("<a>x<!-- & <b> -->y</a>", "xy"),
    ("<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><a>x</a>", "x"),
    ("<!DOCTYPE a [<!ENTITY e \"ee\"> <!-- ] > -->]><a>&e;</a>", "&e;"),
    ("<a>x<b>y", "xy"),
  ])
  func mends(_ source: String, _ text: String) throws {
    #expect(try parse(source).text(of: MarkupTree.root) == text)
  }

  @Test(arguments: ["", " \n", "\u{FEFF}", "{\"a\":1}", "plain", "<", "<!DOCTYPE x"])
  func refuses(_ source: String) {
    #expect(throws: MarkupError.self) { try parse(source) }
  }

  @Test func saysWhereTheFaultIs() throws {
    let tree = try parse("<a>\n<b>\n</a>")
    #expect(tree.problem?.line == 3)
    #expect(tree.problem?.reason == .malformed)
  }

  @Test func expandsNoEntity() throws {
    var source = "<!DOCTYPE r [<!ENTITY a0 \"lol\">"
    for level in 1..<10 {
      source += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
    }
    #expect(try parse(source + "]><r>&a9;</r>").text.count < 10)
    let outside = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % p SYSTEM"
    #expect(
      try parse(outside + " \"file:///etc/passwd\"> %p;]><r>&x;</r>").text(of: MarkupTree.root)
        == "&x;")
  }

  @Test func survivesSize() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(try parse(deep + "x").count > 0)
    let wide = "<r " + (0..<100_000).map { "a\($0)='1'" }.joined(separator: " ") + "/>"
    _ = try? parse(wide)
    let spaces = "<r " + (0..<50_000).map { "xmlns:n\($0)='u\($0)'" }.joined(separator: " ") + "/>"
    _ = try? parse(spaces)
    var limits = MarkupLimits()
    limits.bytes = 10
    #expect(throws: MarkupError.self) {
      try MarkupTree(xml: Array("<a>0123456789</a>".utf8), limits: limits)
    }
  }
}
