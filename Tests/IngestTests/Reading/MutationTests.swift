import Corpus
import Foundation
import Testing

@testable import Ingest

/// Archives with bytes flipped, cut out, doubled and put in at random places, the same in each run.
/// Whatever they hold, reading ends, with articles and rejects. `PARLANCE_MUTATIONS` asks for more
/// of them.
@Suite struct MutationTests {
  static let count =
    ProcessInfo.processInfo.environment["PARLANCE_MUTATIONS"].flatMap { Int($0) } ?? 60

  struct Seed: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var testDescription: String { name }
  }

  static let seeds: [Seed] = {
    let records = CaptureFixture.records(digest: true)
    let warc = Array(records.joined())
    let arc =
      Array("filedesc://x.arc 127.0.0.1 20190401100000 text/plain 5\n1 0 x\n\n".utf8)
      + CaptureFixture.arc(page: "one") + CaptureFixture.arc(page: "two")
    let members: [ZipFixture.Member] = [
      .init("a.txt", MemberTests.page), .init("b.jsonl", MemberTests.lines),
      .init("c.gz", GzipFixture.member(MemberTests.lines)),
    ]
    let codings = ContentCodingTests.cases.flatMap {
      CaptureFixture.warc(CaptureFixture.http($0.body, fields: $0.fields))
    }
    return [
      Seed(name: "warc", bytes: warc), Seed(name: "arc", bytes: arc),
      Seed(name: "warc.gz", bytes: records.flatMap { GzipFixture.member($0) }),
      Seed(name: "warc.zst", bytes: records.flatMap { ZstdFixture.frame($0) }),
      Seed(name: "codings.warc", bytes: codings),
      Seed(name: "zip", bytes: ZipFixture.zip(members)),
      Seed(name: "tar", bytes: TarFixture.tar(members)),
      Seed(name: "tar.gz", bytes: GzipFixture.member(TarFixture.tar(members))),
      Seed(
        name: "jsonl.gz",
        bytes: (0..<20).flatMap { _ in GzipFixture.member(GzipTests.lines) }),
      Seed(
        name: "csv.gz",
        bytes: (0..<20).flatMap { GzipFixture.member("title,text\n\"\($0)\",\"x\ny\"\nz,x\n") }),
    ]
  }()

  @Test(arguments: seeds)
  func ends(_ seed: Seed) throws {
    var random = SplitMix(state: UInt64(seed.bytes.count))
    let parser = ArticleParser(today: today)
    for number in 0..<Self.count {
      let bytes = Self.mutated(seed.bytes, &random)
      var results = 0
      let time = ContinuousClock().measure {
        RecordReader().forEachRecord(in: MemorySource(bytes), path: seed.name, depth: 0) {
          results += parser.parse($0).count
        }
      }
      #expect(results > 0, "\(number)")
      #expect(time < .seconds(5), "\(number) took \(time)")
    }
  }

  private static func mutated(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0..<4, using: &random) where bytes.count > 8 {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(place + Int.random(in: 1..<200, using: &random), bytes.count)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes[place] = [0, 0xFF, 0x0A, 0x20, 0x39].randomElement(using: &random) ?? 0
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 4: bytes.removeLast(bytes.count - place)
      default:
        bytes.insert(contentsOf: (place..<end).map { _ in random.byte() }, at: place)
      }
    }
    return bytes
  }
}

/// A generator that gives the same numbers everywhere (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: next()) }
}
