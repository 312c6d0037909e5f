import Testing

@testable import Ingest

@Suite struct RecordTextTests {
  @Test(arguments: [
    ("<p>One &amp; two.</p><p>Three<br>Four</p>", ["One & two.", "Three", "Four"]),
    ("One.<br/><br/>Two goes<br>on.", ["One.", "Two goes on."]),
    ("<div>Lead<ul><li>a</li><li>b</li></ul>tail</div>", ["Lead", "a", "b", "tail"]),
    ("<p>Text</p><script>var x = 1 < 2;</script><figure>Picture</figure>", ["Text"]),
    ("if a < b and b > c", ["if a < b and b > c"]),
    (
      "Sears <S> rose & AT&amp;T fell.\nSo did <b>bonds</b>.",
      ["Sears rose & AT&T fell.", "So did bonds."]
    ),
    ("Sears <S> rose\nand <IBM> fell", ["Sears <S> rose", "and <IBM> fell"]),
    ("Line one.\nLine two.", ["Line one.", "Line two."]),
  ])
  func readsMarkupAndPlainText(text: String, paragraphs: [String]) {
    #expect(RecordText.paragraphs(text) == paragraphs)
  }

  @Test(arguments: [
    ("By Jane Doe and John Smith", ["Jane Doe", "John Smith"]),
    ("Jane Doe, John Smith", ["Jane Doe", "John Smith"]),
    ("Doe, Jane; Smith, John", ["Doe, Jane", "Smith, John"]),
    ("Smith, Jane", ["Smith, Jane"]),
    ("Jane Doe", ["Jane Doe"]),
    ("", []),
  ])
  func listsAuthors(text: String, names: [String]) {
    #expect(AuthorList.names(in: text) == names)
  }

  @Test(arguments: [
    ("en-US", "en"), ("EN", "en"), ("english", "en"), ("zh_Hans", "zh"), ("jpn", "ja"),
    ("und", nil), ("", nil), ("not a language", nil),
  ])
  func readsLanguageTags(text: String, tag: String?) {
    #expect(LanguageTag.primary(text) == tag)
  }

  @Test(arguments: [
    (" a  b\n c ", "a b c"), ("a b", "a b"), ("\u{A0}a\u{3000}b\u{200B}", "a b"), ("", ""),
    (" ", ""),
  ])
  func makesOneLine(text: String, line: String) {
    #expect(text.singleLine == line)
  }
}
