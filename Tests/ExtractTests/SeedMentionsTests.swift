import Corpus
import Extract
import Foundation
import Lexicons
import Testing

/// The names and phrases of the two founding articles, which are not part of the repository.
@Suite struct SeedMentionsTests {
  struct Row {
    var category: String
    var text: String
    var occurrences: Int
  }

  /// Entries of the lexicons of names that the two articles truly mention beyond the listed ones.
  static let alsoMentioned: Set<String> = [
    "country/KR", "place/asia", "place/europe", "place/zhongguancun", "programme/treasury",
    "person/robyn-klingler-vidra", "person/ramon-pacheco-pardo",
  ]

  static let table = Shipped.data.appending(path: "reference/seed-mentions.csv")

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: table.path),
      "no seed articles: set PARLANCE_DATA to the folder that holds them"))
  func everyRowIsFoundAndNoOtherName() throws {
    var tagger = Tagger(try Shipped.lexicons.get())
    for (file, rows) in try rows() {
      let url = Shipped.data.appending(path: "seeds/\(file)")
      let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
        $0.trimmingCharacters(in: .whitespaces)
      }.filter { !$0.isEmpty }
      let found = try sightings(
        &tagger,
        in: Article(
          id: file, source: Source(path: file), title: lines[0],
          paragraphs: Array(lines.dropFirst())))
      var explained = Self.alsoMentioned
      for row in rows {
        let same = found.filter {
          $0.entry.hasPrefix(row.category + "/") && hasWord($0.text, row.text)
        }
        explained.formUnion(same.map(\.entry))
        #expect(same.count >= row.occurrences, "\(row.category) '\(row.text)' in \(file)")
      }
      for extra in found where !extra.entry.hasPrefix("theme/") {
        #expect(explained.contains(extra.entry), "\(extra.entry) '\(extra.text)' in \(file)")
      }
    }
  }

  private func hasWord(_ text: String, _ word: String) -> Bool {
    let pattern = #"(?<!\w)"# + NSRegularExpression.escapedPattern(for: word) + #"(?!\w)"#
    return text.range(of: pattern, options: .regularExpression) != nil
  }

  private func rows() throws -> [String: [Row]] {
    var byFile: [String: [Row]] = [:]
    for line in try String(contentsOf: Self.table, encoding: .utf8).split(separator: "\n")
      .dropFirst()
    {
      let head = line.split(separator: ",", maxSplits: 2)
      guard let comma = head[2].lastIndex(of: ","), let count = Int(head[2][comma...].dropFirst())
      else { continue }
      let text = head[2][..<comma].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
      byFile[String(head[0]), default: []].append(
        Row(category: String(head[1]), text: text, occurrences: count))
    }
    return byFile
  }
}
