import Corpus
import Foundation
import Testing

@testable import Ingest

/// The samples that warcio and Resiliparse test themselves with.
@Suite(.enabled(if: SharedData.has("data/formats.tar.gz"), "no shared data: set PARLANCE_DATA"))
struct SharedCaptureTests {
  static let folder = Result { () throws -> TemporaryFolder in
    let folder = try TemporaryFolder()
    let archive = SharedData.root + "/data/formats.tar.gz"
    try #require(SharedData.run("tar", "-xzf", archive, "-C", folder.path, "./warc"))
    return folder
  }

  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var articles: Int
    var reasons: [Reject.Reason] = []
    var testDescription: String { name }
  }

  @Test(arguments: [
    Sample(name: "warcio/example.warc", articles: 1),
    Sample(name: "warcio/example.warc.gz", articles: 1),
    Sample(name: "warcio/example.arc", articles: 1),
    Sample(name: "warcio/example.arc.gz", articles: 1),
    Sample(name: "warcio/example-bad.warc.gz.bad", articles: 1),
    Sample(name: "warcio/example-bad-non-chunked.warc.gz", articles: 1),
    Sample(name: "warcio/example-wrong-chunks.warc.gz", articles: 1),
    Sample(name: "warcio/example-iana.org-chunked.warc", articles: 1),
    Sample(name: "warcio/example-resource.warc.gz", articles: 1),
    Sample(name: "warcio/example-wget-bad-target-uri.warc.gz", articles: 1),
    Sample(
      name: "warcio/example-space-in-target-uri.warc.gz", articles: 0, reasons: [.empty]),
    Sample(name: "warcio/example-digest.warc", articles: 0, reasons: [.empty]),
    // Records whose line ends were changed after their lengths were written.
    Sample(name: "warcio/example-space-in-url.arc", articles: 0, reasons: [.truncated]),
    Sample(name: "warcio/example-trunc.warc", articles: 0, reasons: [.corrupt]),
    Sample(
      name: "warcio/bad.arc", articles: 0, reasons: [.corrupt, .malformed, .corrupt]),
    Sample(
      name: "warcio/post-test.warc.gz", articles: 0, reasons: [.noText, .noText, .noText]),
    Sample(name: "resiliparse/warcfile.warc", articles: 16),
    Sample(name: "resiliparse/warcfile.warc.gz", articles: 16),
    Sample(name: "resiliparse/clueweb-quirk.warc.gz", articles: 29),
    Sample(name: "resiliparse/clipped.warc.gz", articles: 0, reasons: [.truncated]),
    Sample(
      name: "resiliparse/block-sized-records.warc.gz", articles: 0,
      reasons: [.unknownFormat, .unknownFormat, .unknownFormat]),
    Sample(
      name: "resiliparse/warcfile.warc.lz4", articles: 0, reasons: [.unknownFormat]),
  ])
  func reads(_ sample: Sample) throws {
    let (articles, rejects) = ingest(try Self.folder.get(), "warc/" + sample.name)
    #expect(articles.count == sample.articles)
    #expect(rejects.map(\.reason) == sample.reasons, "\(rejects)")
    #expect(articles.allSatisfy { $0.url != nil })
  }
}
