import Corpus
import Foundation
import Testing

@testable import Ingest

/// Files that are made to break readers.
@Suite(.enabled(if: SharedData.has("hostile/make.py"), "no hostile files: set PARLANCE_DATA"))
struct HostileTests {
  /// Articles and rejects that each file must give.
  static let counts: [String: (articles: Int, rejects: Int)] = [
    "jsonl/ok.jsonl": (10, 0), "jsonl/no_final_newline.jsonl": (10, 0), "jsonl/crlf.jsonl": (10, 0),
    "jsonl/bom.jsonl": (10, 0), "jsonl/blank_lines.jsonl": (10, 0),
    "jsonl/truncated_last.jsonl": (10, 1), "jsonl/bad_middle.jsonl": (10, 6),
    "jsonl/invalid_utf8_line.jsonl": (10, 1), "jsonl/u2028_in_string.jsonl": (2, 0),
    "jsonl/huge_line_50MB.jsonl": (2, 1), "jsonl/deep_100k.jsonl": (2, 1),
    "jsonl/dup_keys.jsonl": (1, 0), "jsonl/nul_line.jsonl": (10, 1), "jsonl/bignum.jsonl": (1, 0),
    "gz/ok.jsonl.gz": (10, 0), "gz/concat_10_members.jsonl.gz": (10, 0),
    "gz/concat_empty_member.jsonl.gz": (10, 0), "gz/trailing_zeros.jsonl.gz": (10, 0),
    "gz/trailing_garbage.jsonl.gz": (10, 1), "gz/trunc_half.jsonl.gz": (800, 1),
    "gz/trunc_trailer.jsonl.gz": (10, 1), "gz/bad_crc.jsonl.gz": (10, 1),
    "gz/bad_isize.jsonl.gz": (10, 1), "gz/header_only.gz": (0, 1), "gz/zero_bytes.gz": (0, 1),
    "gz/not_gz_plaintext.jsonl.gz": (10, 0), "gz/reserved_flag.gz": (0, 1),
    "gz/fextra_fname.jsonl.gz": (10, 0), "gz/nested3.gz": (10, 0),
    "xml/leading_blank.xml": (1, 0),
    "xml/junk_after.xml": (1, 0), "xml/html_entities_undeclared.xml": (1, 0),
    "xml/ext_dtd.xml": (1, 0), "xml/stylesheet_pi.xml": (1, 0), "xml/empty.xml": (0, 1),
    "xml/bom_only.xml": (0, 1), "xml/jsonfeed_named_xml.xml": (0, 1),
    "xml/html_404_as_feed.xml": (0, 1), "html/empty.html": (0, 1),
    "html/pdf_as_html.html": (0, 1), "html/gif_as_html.html": (0, 1),
  ]

  @Test func givesArticlesOrRejectsAndNothingElse() throws {
    let folder = try TemporaryFolder()
    let script = SharedData.root + "/hostile/make.py"
    guard SharedData.run("python3", script, folder.path) else { return }
    let parser = ArticleParser(today: today)
    var seen = 0
    // A feed of 100,000 entries is left out: sound, and slow in a debug build.
    let archive = Archive(
      root: folder.path, patterns: ["jsonl", "gz", "xml", "html"],
      excluding: ["xml/items_100k.xml"])
    for file in archive.list().files {
      var (articles, rejects) = (0, 0)
      let time = ContinuousClock().measure {
        RecordReader().forEachRecord(in: file) { record in
          for result in parser.parse(record) {
            switch result {
            case .success(let article):
              articles += 1
              #expect(!article.title.contains("CANARY") && !article.text.contains("CANARY"))
            case .failure: rejects += 1
            }
          }
        }
      }
      seen += 1
      #expect(articles + rejects > 0, "\(file.path)")
      #expect(time < .seconds(15), "\(file.path) took \(time)")
      guard let expected = Self.counts[file.path] else { continue }
      #expect((articles, rejects) == expected, "\(file.path): \(articles), \(rejects)")
    }
    #expect(seen > 120)
  }
}
