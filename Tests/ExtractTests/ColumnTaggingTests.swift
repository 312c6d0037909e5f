import Bytes
import Corpus
import Extract
import Foundation
import Lexicons
import Normalize
import Testing

/// Texts as columns over a vocabulary that holds only some of their items.
struct ColumnEncoding {
  private var encoder = ItemEncoder()
  private let spellsOut: (Int32) -> Bool

  /// - Parameter spellsOut: whether the vocabulary lacks the item of that number.
  init(spellsOut: @escaping (Int32) -> Bool = { _ in false }) { self.spellsOut = spellsOut }

  mutating func columns(_ passage: Passage) -> TokenColumns {
    let sequence = encoder.encode(passage.utf8.span, sentenceStarts: passage.sentenceStarts)
    var codes: [UInt8] = []
    for item in sequence.items {
      let (bytes, kind) = encoder.table.item(item)
      if spellsOut(item) || bytes.count > Vocabulary.maximumLength {
        TokenColumns.append(spelling: bytes, kind, to: &codes)
      } else {
        DenseCode.append(Int(item) + 1, to: &codes)
      }
    }
    return TokenColumns(
      codes: codes[...], sentenceStarts: sequence.sentenceStarts, size: passage.utf8.count)
  }

  var vocabulary: Vocabulary {
    var vocabulary = Vocabulary()
    for number in 0..<encoder.table.count {
      let (bytes, kind) = encoder.table.item(Int32(number))
      vocabulary.append(bytes.count > Vocabulary.maximumLength ? [] : bytes, kind)
    }
    return vocabulary
  }
}

/// Mentions found in columns are those found in the text, to the last field.
@Suite struct ColumnTaggingTests {
  private func compare(_ documents: [Document], _ lexicons: CompiledLexicons) {
    for rareness in [0, 3] as [Int32] {
      var encoding = ColumnEncoding { rareness > 0 && $0 % rareness == 0 }
      let columns = documents.map { (encoding.columns($0.title), encoding.columns($0.body)) }
      var onText = Tagger(lexicons)
      var onColumns = Tagger(lexicons, vocabulary: encoding.vocabulary)
      for (document, (title, body)) in zip(documents, columns) {
        let expected = onText.mentions(in: document)
        var header = document
        header.title = .empty
        header.body = .empty
        let found = onColumns.mentions(in: header, title: title, body: body)
        #expect(found == expected, "\(document.id): \(document.body.text.prefix(500))")
      }
    }
  }

  static let pieces = [
    "Sequoia", "Sequoia Capital", "venture", "fund", "996", "9 9 6", "China", "CHINA", "Chinese",
    "ByteDance", "SoftBank's", "Y Combinator", "Baidu, Inc.", "U.S.", "Silicon Valley", "台湾",
    "腾讯", "テンセント", "삼성", "naïve", "“", "” ", " ", " ", " ", " ", "  ", ", ", ". ", "\n", " – ",
    "’s ", "-", "🎈", "é", "overtime", "work", "Huawei", "the", "of", "start-ups", "copy", "cats",
    String(repeating: "long", count: 100),
  ]

  @Test("In random texts, with all shipped lexicons", arguments: 0..<40)
  func random(_ seed: Int) throws {
    var random = NaiveAgreementTests.Generator(state: UInt64(seed) &* 31 &+ 7)
    func text() -> String {
      let words = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }
      let text = words.joined(separator: Bool.random(using: &random) ? " " : "")
      return seed % 5 == 0 ? text.lowercased() : seed % 7 == 0 ? text.uppercased() : text
    }
    let documents = (0..<10).map { number in
      document(text(), title: text(), date: "2019-05-06", outlet: "Example", language: "en")
    }
    compare(documents, try Shipped.lexicons.get())
  }

  @Test("With regular expressions, proximities and conditions")
  func termLanguage() throws {
    let lexicons = try lexicon(
      terms: [
        "/9[-– ]?9[-– ]?6/", "/é+/", "copy NEAR/3 cat*", "fund BEFORE/5 China",
        "{term: Sequoia, near: [venture], within: sentence}", "{term: Huawei, after: China}",
        "{term: the, unless: [\"/U\\\\.S\\\\./\"], within: 5}",
      ])
    var random = NaiveAgreementTests.Generator(state: 5)
    let documents = (0..<200).map { _ in
      document(
        (0..<40).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined(),
        title: "é 996")
    }
    compare(documents, lexicons)
  }

  @Test("In the articles of PARLANCE_DATA, with all shipped lexicons")
  func articles() throws {
    let file = Shipped.data.appending(path: "data/wikinews.jsonl.gz")
    guard FileManager.default.fileExists(atPath: file.path) else {
      print("skipped: no \(file.path)")
      return
    }
    let unpack = Process()
    unpack.executableURL = URL(filePath: "/usr/bin/env")
    unpack.arguments = ["gzip", "-dc", file.path]
    let pipe = Pipe()
    unpack.standardOutput = pipe
    try unpack.run()
    struct Line: Decodable {
      var id: String
      var title: String
      var text: String
    }
    let lines = pipe.fileHandleForReading.readDataToEndOfFile().split(separator: 0x0A)
    let documents = try lines.prefix(60).map { data in
      let line = try JSONDecoder().decode(Line.self, from: data)
      return try Normalizer(makesSignatures: false).document(
        from: Article(
          id: line.id, source: Source(path: line.id), title: line.title,
          paragraphs: line.text.split(separator: "\n").map(String.init)))
    }
    compare(documents, try Shipped.lexicons.get())
  }

  @Test("Damaged columns give nothing or other mentions, never a trap", arguments: 0..<100)
  func damage(_ seed: Int) throws {
    var random = NaiveAgreementTests.Generator(state: UInt64(seed))
    let text = (0..<60).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    var encoding = ColumnEncoding { $0 % 4 == 0 }
    var columns = encoding.columns(passage(text))
    let lexicons = try lexicon(terms: ["China", "Sequoia Capital", "/9+/"])
    var tagger = Tagger(lexicons, vocabulary: encoding.vocabulary)
    for _ in 0...2 {
      columns.codes[Int.random(in: columns.codes.indices, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    for mention in tagger.mentions(in: document(""), title: .empty, body: columns) ?? [] {
      #expect(Int(mention.range.bytes.upperBound) <= columns.size)
    }
  }
}
