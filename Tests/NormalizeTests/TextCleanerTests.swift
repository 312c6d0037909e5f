import Testing

@testable import Normalize

struct CleaningCase: Sendable, CustomTestStringConvertible {
  var raw: String
  var clean: String
  var testDescription: String { clean }

  init(_ raw: String, _ clean: String) {
    self.raw = raw
    self.clean = clean
  }
}

private let cases: [CleaningCase] = [
  .init("", ""),
  .init(" \t\u{A0}\u{3000} ", ""),
  .init("  two   words\t here ", "two words here"),
  .init("a\u{2003}b\u{202F}c\u{3000}d\u{2028}e\r\nf", "a b c d e f"),
  .init("AT&amp;T", "AT&T"),
  .init("AT&T", "AT&T"),
  .init("R&D; more", "R&D; more"),
  .init("It&#8217;s &ldquo;new&rdquo; &#x2014; &eacute;t&eacute;", "It’s “new” — été"),
  .init("&amp;amp;", "&amp;"),
  .init("&lt;b&gt;", "<b>"),
  .init("caf&#233; &#150; 5", "café – 5"),
  .init("&#0;&#xD800;&#99999999;&nosuch;&;&#;&#x;", "&#xD800;&#99999999;&nosuch;&;&#;&#x;"),
  .init("a&nbsp;&nbsp;b", "a b"),
  .init("ab&", "ab&"),
  .init("soft\u{AD}ware\u{200B} \u{FEFF}BOM\u{2060}\u{200E}", "software BOM"),
  .init("bell\u{07}\u{0} del\u{7F} c1\u{9B}", "bell del c1"),
  .init("“curly” ‘quotes’ – and — dashes…", "“curly” ‘quotes’ – and — dashes…"),
  .init("e\u{301}te\u{301}", "été"),
  .init("e\u{200B}\u{301}", "é"),
  .init("\u{212B}ngström \u{2126}", "Ångström Ω"),
  .init("\u{1112}\u{1161}\u{11AB}", "한"),
  .init("か\u{3099}", "が"),
  .init("broken \u{FFFD} byte", "broken \u{FFFD} byte"),
  .init("ＡＢＣ ９９６", "ＡＢＣ ９９６"),
  .init("I ❤\u{FE0F} 🚀", "I ❤ 🚀"),
]

@Test(arguments: cases)
func cleansText(_ example: CleaningCase) {
  // What stands before stays as it is.
  var output = Array("x\u{301}|".utf8)
  let before = output.count
  TextCleaner.append(example.raw, to: &output)
  // Compared by scalars: Swift's strings are equal under canonical equivalence.
  #expect(Array(output[before...]) == Array(example.clean.utf8))
  #expect(TextCleaner.cleaned(example.raw) == (example.clean.isEmpty ? nil : example.clean))
}

@Test func everyScalarThatIsCalledStableIsStable() {
  for value: UInt32 in 0...0x10FFFF {
    guard let scalar = Unicode.Scalar(value), CanonicalComposition.isStable(value) else { continue }
    if scalar.properties.canonicalCombiningClass != .notReordered {
      Issue.record("U+\(String(value, radix: 16)) is reordered")
    }
    var bytes = Array("a".utf8) + Array(String(scalar).utf8)
    let before = bytes
    CanonicalComposition.compose(&bytes, from: 0)
    if bytes != before { Issue.record("U+\(String(value, radix: 16)) is not stable") }
  }
}

@Test func joinsTheParagraphsThatAreLeft() {
  let lines = ["", " one ", "\u{200B}", "two\nlines", " "]
  #expect(TextCleaner.passage(lines) == Array("one\ntwo lines".utf8))
  #expect(TextCleaner.passage([]).isEmpty)
}
