import Lexicons
import Testing

@Suite struct BoundedRegexTests {
  private func matches(_ pattern: String, _ text: String) throws -> [String] {
    let utf8 = Array(text.utf8)
    return try BoundedRegex(pattern).matches(in: utf8).map {
      String(decoding: utf8[$0], as: UTF8.self)
    }
  }

  @Test func matchesAreFoundLeftToRight() throws {
    #expect(try matches(#"\d+"#, "1 22 333") == ["1", "22", "333"])
    #expect(try matches(#"\bé\w*"#, "été élan") == ["été", "élan"])
    #expect(try matches(#"(?i)ÉT"#, "été") == ["ét"])
    #expect(try matches("x*", "axb") == ["x"])
    #expect(try matches("a", "") == [])
    #expect(try matches("(?=é)|b", "ééb") == ["b"])
    #expect(try matches(#"a\Kb"#, "ab") == ["b"])
  }

  @Test func whatBacktracksIsGivenUpForItsLine() throws {
    let endless = String(repeating: "x", count: 5_000)
    var found: [String] = []
    let spent = try ContinuousClock().measure {
      found = try matches("(x+)+y", "\(endless)\nxxy")
    }
    #expect(found == ["xxy"])
    #expect(spent < .seconds(5))
  }

  @Test func syntaxErrorsSayWhere() {
    #expect(throws: BoundedRegex.SyntaxError.self) { try BoundedRegex("a(") }
    do throws(BoundedRegex.SyntaxError) {
      _ = try BoundedRegex("ab[")
    } catch {
      #expect(error.offset == 3 && error.message.contains("missing"))
    }
  }
}
