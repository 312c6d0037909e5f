import Foundation
import Testing

@testable import Ingest

/// feedparser's own cases, each with what it expects of the feed.
@Suite(.enabled(if: SharedData.has("data/formats.tar.gz"), "no shared data: set PARLANCE_DATA"))
struct FeedparserTests {
  /// Cases in which an article says something else than feedparser, and why it should.
  static let exceptions: [(reason: String, cases: Set<String>)] = [
    (
      "an article has one text, the fullest: a summary beside it is not kept",
      [
        "wellformed/atom10/entry_content_and_summary.xml",
        "wellformed/rss/item_description_and_summary.xml",
        "wellformed/rss/item_summary_and_description.xml",
      ]
    ),
    (
      "the day is the one written, in the zone it is written in, not that of UTC",
      ["wellformed/cdf/item_lastmod_parsed.xml"]
    ),
    (
      "an id is kept as written: Atom forbids to resolve it, and no entity is expanded",
      [
        "wellformed/base/http_entry_id_base_content_location.xml",
        "wellformed/base/http_entry_id_base_docuri.xml",
        "wellformed/rss/entity_in_doctype.xml",
      ]
    ),
    (
      "drawings are no text",
      [
        "wellformed/namespace/atomsvgdesc.xml", "wellformed/namespace/atomsvgtitle.xml",
        "wellformed/namespace/rss2.0svgtitle.xml",
      ]
    ),
    (
      "HTML says where scripts, comments, declarations and frames end; feedparser guesses",
      [
        "wellformed/sanitize/entry_content_crazy.xml",
        "wellformed/sanitize/entry_summary_crazy.xml",
        "wellformed/sanitize/entry_title_crazy.xml", "wellformed/sanitize/feed_title_crazy.xml",
        "wellformed/sanitize/item_content_encoded_crazy.xml",
        "wellformed/sanitize/item_description_crazy.xml",
        "wellformed/sanitize/item_fullitem_crazy.xml",
        "wellformed/sanitize/entry_content_iframe.xml",
        "wellformed/sanitize/entry_summary_iframe.xml",
        "wellformed/sanitize/item_content_encoded_script_nested_cdata.xml",
        "wellformed/sanitize/xml_declaration_unexpected_character.xml",
        "wellformed/sanitize/xml_malicious_comment.xml",
      ]
    ),
    (
      "the file is UTF-8 with one bad byte: the byte is replaced, the rest not read otherwise",
      ["encoding/bozo_linenoise.xml"]
    ),
  ]

  @Test func readsWhatTheCasesExpect() throws {
    let samples = try SharedData.formats("./feeds")
    var tally = Tally()
    for file in Archive(root: samples.path, patterns: ["feeds"]).list().files {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: samples.path + "/" + file.path))
      let path = String(file.path.dropFirst("feeds/".count))
      if let test = FeedparserCase(path: path, bytes: Array(bytes)) { tally.add(test) }
    }
    print(tally.report)
    let excepted = Self.exceptions.reduce(into: Set<String>()) { $0.formUnion($1.cases) }
    for (path, failure) in tally.failures.sorted(by: { $0.key < $1.key }) {
      #expect(excepted.contains(path), "\(path): \(failure)")
    }
    #expect(excepted.subtracting(tally.failures.keys) == [], "no longer exceptions")
    #expect(tally.cases == 2_092)
    #expect(tally.held == 1_199)
  }

  /// Clauses that hold, fail, or speak of nothing that articles have.
  private struct Tally {
    var cases = 0
    var held = 0
    /// Those of them that expect markup without a word in it.
    var wordless = 0
    var failed = 0
    /// By path.
    var failures: [String: String] = [:]
    var outOfScope: [String: Int] = [:]

    mutating func add(_ test: FeedparserCase) {
      cases += 1
      for clause in test.expectation.clauses {
        if case .outOfScope(let kind) = clause {
          outOfScope[kind, default: 0] += 1
        } else if let failure = test.failure(of: clause) {
          failed += 1
          failures[test.path] = failure
        } else {
          held += 1
          if FeedparserCase.expectsNoWord(clause) { wordless += 1 }
        }
      }
    }

    var report: String {
      let kinds = outOfScope.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return "feedparser: \(cases) cases; \(held) of \(held + failed) clauses in scope hold, "
        + "\(wordless) of them of markup without a word; "
        + "out of scope: " + kinds.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    }
  }
}
