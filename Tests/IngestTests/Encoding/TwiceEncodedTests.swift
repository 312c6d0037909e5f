import Testing

@testable import Ingest

@Suite struct TwiceEncodedTests {
  /// As a crawler does: each byte of the UTF-8 is a character.
  private func encodedTwice(_ text: String) -> String {
    String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
  }

  private func read(_ text: String) -> String {
    String(decoding: TextDecoder.decode(Array(text.utf8)).utf8, as: UTF8.self)
  }

  @Test(arguments: ["the mayor’s “café”", "été à l’hôtel – 5 €", "Новости", "中文新聞", "a 😀 b", "É"])
  func restores(_ text: String) {
    #expect(read(encodedTwice(text)) == text)
  }

  @Test func restoresBesideSoundText() {
    #expect(read("Größe, " + encodedTwice("the mayor’s") + " 中文") == "Größe, the mayor’s 中文")
  }

  @Test(arguments: [
    "café", "Ã©", "â€™", "Größe Â", "\u{85}", "Ã", "\u{E2}\u{80}", "\u{E2}\u{80}x\u{99}",
    // Overlong, half a surrogate pair, beyond Unicode.
    "\u{C0}\u{80}", "\u{ED}\u{A0}\u{80}", "\u{F5}\u{80}\u{80}\u{80}",
  ])
  func leavesOtherTextAlone(_ text: String) {
    #expect(read(text) == text)
  }
}
