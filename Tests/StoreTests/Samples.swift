import Corpus

@testable import Store

/// A document with every field filled.
func sample(_ id: String, _ path: String = "a.html", _ offset: Int? = nil) -> Document {
  Document(
    id: id, source: Source(path: path, offset: offset), url: "https://example.com/\(id)",
    authors: ["Ann Lee", "O’Neil, Bo"], date: CalendarDate(iso: "2019-03"), dateSource: .jsonLD,
    outlet: "Valley Post", outletCountry: "US", language: "en",
    title: Passage(utf8: Array("Über \(id)".utf8), sentenceStarts: [0]),
    body: Passage(utf8: Array("One. 二つ。\nThree \(id).".utf8), sentenceStarts: [0, 5, 15]),
    tokens: 7, signature: (0..<64).map { UInt32($0) &* 0x9E37_79B9 }, contentHash: .max - 3)
}

func bare(_ id: String, _ path: String, _ offset: Int? = nil) -> Document {
  Document(
    id: id, source: Source(path: path, offset: offset),
    title: Passage(utf8: [0x54], sentenceStarts: [0]), body: .empty)
}

func file(_ path: String) -> ArchiveFile {
  ArchiveFile(path: path, size: 10, modified: 1_700_000_000_123_456_789, contentHash: "abc")
}

func mention(_ entry: Int32, at start: Int32, field: Field = .body) -> Mention {
  Mention(
    entry: entry, term: entry + 1, field: field,
    range: TextRange(bytes: start..<start + 3, scalars: start..<start + 2), sentence: 1,
    paragraph: 2, ambiguous: entry == 1)
}

extension StudyStore {
  /// One file of one document each.
  func insert(_ documents: [Document], options: String = "o") throws {
    for document in documents {
      let number = try begin(file(document.source.path), options: options)
      try insert([PackedDocument(document)], rejects: [], for: number)
      try finish(number)
    }
  }

  var identifiers: [String] {
    get throws {
      var found: [String] = []
      try forEachDocument(texts: false) { found.append($0.document.id) }
      return found
    }
  }
}
