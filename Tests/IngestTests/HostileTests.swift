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
    "warc/ok.warc": (5, 0), "warc/ok.warc.gz": (5, 0), "warc/single_member.warc.gz": (5, 0),
    "warc/cl_too_big.warc": (3, 1), "warc/cl_too_small.warc": (3, 1),
    "warc/cl_negative.warc": (2, 1), "warc/cl_overflow.warc": (2, 1),
    "warc/cl_missing.warc": (2, 1), "warc/trunc_mid_payload.warc": (4, 1),
    "warc/trunc_mid_member.warc.gz": (4, 1), "warc/bitflip_member2.warc.gz": (4, 1),
    "warc/garbage_between.warc.gz": (2, 1), "warc/lf_only.warc": (0, 5),
    "warc/bad_version.warc": (3, 0), "warc/http_chunked_bad.warc": (0, 1),
    "warc/http_gzip_lie.warc": (1, 0), "warc/header_1MB.warc": (1, 1),
    "warc/no_status_line.warc": (0, 1), "warc/empty.warc.gz": (0, 1),
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
      root: folder.path, patterns: ["jsonl", "gz", "warc", "xml", "html"],
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
    #expect(seen > 140)
  }
  /// Each is one reject, and what was sound before it. The bombs of `hostile/make.py` take minutes
  /// to make. Read with limits so small that a debug build meets them soon.
  @Test(.enabled(if: bombs != nil, "no bombs: name their folder in PARLANCE_BOMBS"))
  func bombsEndInOneReject() throws {
    var limits = ReadLimits()
    limits.freeExpansion = 2 << 20
    limits.recordBytes = 1 << 20
    let parser = ArticleParser(today: today)
    let files = Archive(root: try #require(Self.bombs), patterns: ["."]).list().files
    #expect(files.count >= 7)
    for file in files {
      var (articles, rejects) = (0, 0)
      let time = ContinuousClock().measure {
        RecordReader(limits: limits).forEachRecord(in: file) { record in
          for result in parser.parse(record) {
            if case .success = result { articles += 1 } else { rejects += 1 }
          }
        }
      }
      #expect(rejects == 1, "\(file.path)")
      #expect(articles < 5000, "\(file.path)")
      #expect(time < .seconds(15), "\(file.path) took \(time)")
    }
  }

  static let bombs = ProcessInfo.processInfo.environment["PARLANCE_BOMBS"]
}
