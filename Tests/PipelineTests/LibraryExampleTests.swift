import Corpus
import Foundation
import Lexicons
import Testing

/// The example of docs/library.md is `LibraryExample.swift`: compiled, run, the same to the letter.
@Suite struct LibraryExampleTests {
  @Test func findsTheMentionsOfAPage() throws {
    let lexicons = try LexiconSet(parsing: [
      (
        "hours.yaml",
        """
        lexicon: theme
        entries:
          - id: work-996
            terms: [996 schedule]
        """
      )
    ])
    let today = try #require(CalendarDate(iso: "2026-01-01"))
    let html = """
      <html><head><title>Long hours</title></head><body><article><h1>Long hours</h1>
      <p>Programmers in several cities say that the 996 schedule has become the rule in their \
      offices, and that few of them were asked before it was introduced last spring.</p>
      </article></body></html>
      """
    #expect(try mentions(in: html, of: lexicons, today: today) == ["theme/work-996 43..<55"])
  }

  @Test func isTheCodeOfTheGuide() throws {
    let example = try Documentation.text("Tests/PipelineTests/LibraryExample.swift")
    let guide = try Documentation.text("docs/library.md")
    #expect(guide.contains("```swift\n\(example)```"))
    #expect(example.split(separator: "\n").count <= 15)
  }
}
