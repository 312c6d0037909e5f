import Corpus
import Foundation
import Testing

@testable import Ingest

/// Web archives that are made to break readers, and bombs.
@Suite(.enabled(if: SharedData.has("hostile/make.py"), "no hostile files: set PARLANCE_DATA"))
struct HostileArchiveTests {
  /// Articles and rejects that each file must give.
  static let counts: [String: (articles: Int, rejects: Int)] = [
    "ok.warc": (5, 0), "ok.warc.gz": (5, 0), "single_member.warc.gz": (5, 0),
    "cl_too_big.warc": (3, 1), "cl_too_small.warc": (3, 1), "cl_negative.warc": (2, 1),
    "cl_overflow.warc": (2, 1), "cl_missing.warc": (2, 1), "trunc_mid_payload.warc": (4, 1),
    "trunc_mid_member.warc.gz": (4, 1), "bitflip_member2.warc.gz": (4, 1),
    "garbage_between.warc.gz": (2, 1), "lf_only.warc": (0, 5), "bad_version.warc": (3, 0),
    "http_chunked_bad.warc": (0, 1), "http_gzip_lie.warc": (1, 0), "header_1MB.warc": (1, 1),
    "no_status_line.warc": (0, 1), "empty.warc.gz": (0, 1),
  ]

  @Test func readsWhatIsSoundInDamagedArchives() throws {
    let folder = try TemporaryFolder()
    try #require(SharedData.run("python3", SharedData.root + "/hostile/make.py", folder.path))
    for (name, expected) in Self.counts {
      let (articles, rejects) = ingest(folder, "warc/" + name)
      #expect((articles.count, rejects.count) == expected, "\(name): \(rejects)")
    }
  }

  static let bombs = ProcessInfo.processInfo.environment["PARLANCE_BOMBS"]

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
}
