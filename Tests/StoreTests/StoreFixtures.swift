import Bytes
import Corpus
import Foundation

@testable import Store

/// A folder that goes away with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "parlance-store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var store: String { path + "/study.sqlite" }
}

extension Document {
  /// A document of one sentence per given text.
  static func sample(
    _ id: String, path: String = "a.html", offset: Int? = nil, title: String = "A title",
    sentences: [String] = ["One sentence. ", "And another."], date: String? = "2019-03-27"
  ) -> Document {
    var starts: [UInt32] = []
    var body: [UInt8] = []
    for sentence in sentences {
      starts.append(UInt32(body.count))
      body += sentence.utf8
    }
    return Document(
      id: id, source: Source(path: path, offset: offset), url: "https://example.org/\(id)",
      authors: ["Ada Example", "Bo, \"the\" Example"], date: date.flatMap { CalendarDate(iso: $0) },
      dateSource: date == nil ? nil : .jsonLD, outlet: "Example Courier", outletCountry: "GB",
      language: "en",
      title: Passage(utf8: Array(title.utf8), sentenceStarts: title.isEmpty ? [] : [0]),
      body: Passage(utf8: body, sentenceStarts: starts), tokens: 5, signature: [1, 0, .max],
      contentHash: .max - 1)
  }
}

extension StudyStore {
  func store(
    _ documents: [Document], rejects: [Reject] = [], in path: String, isLast: Bool = true
  ) throws {
    var batch = StoredBatch(
      file: FileStamp(path: path, size: 10, modified: 20),
      records: documents.count + rejects.count, rejects: rejects, isLast: isLast)
    for document in documents { batch.append(document) }
    try store([batch])
  }

  func documents() throws -> [PackedDocument] {
    try parts(of: 7).flatMap { try documents(in: $0, withTexts: true) }
  }

  /// Stores mentions by terms whose numbers are their places in the catalogue.
  func tag(_ documents: [PackedDocument], _ mentions: [[Mention]] = []) throws {
    var batch = TaggedBatch()
    let vocabulary = mentions.isEmpty ? Vocabulary() : try vocabulary()
    for (index, document) in documents.enumerated() {
      try batch.append(
        document, index < mentions.count ? mentions[index] : [], document.columns(), vocabulary,
        numbers: Array(0..<100))
    }
    try setMentions(batch)
  }

  /// The forms, with terms whose numbers are their places in the catalogue, each of an entry.
  func forms() throws -> Forms { try forms(.sample) }

  func identifiers() throws -> [String] { try documents().map(\.documentID) }
}

extension TermPlaces {
  /// Terms 0 to 99 of entries 100 to 199.
  static var sample: TermPlaces {
    var places = TermPlaces(count: 100)
    for number in 0..<Int32(100) { places.set(number, entry: 100 + number, term: number) }
    return places
  }
}
