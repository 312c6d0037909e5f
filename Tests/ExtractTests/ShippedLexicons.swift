import Corpus
import Extract
import Foundation
import Lexicons
import Normalize

/// The package's own folder, and the lexicons it ships, compiled once for all tests.
enum Shipped {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let lexicons = Result {
    CompiledLexicons(try LexiconSet.load([root.appending(path: "lexicons").path]))
  }

  /// Texts of others, which are not part of the repository: where `PARLANCE_DATA` says.
  static var data: URL {
    if let path = ProcessInfo.processInfo.environment["PARLANCE_DATA"] {
      return URL(filePath: path)
    }
    return root.deletingLastPathComponent().appending(path: "shared")
  }
}

/// A mention of the shipped lexicons in an article, as one reads it.
struct Sighting: Hashable {
  /// `lexicon/entry`.
  var entry: String
  var text: String
}

func sightings(_ tagger: inout Tagger, in article: Article) throws -> [Sighting] {
  let document = try Normalizer(makesSignatures: false).document(from: article)
  return tagger.mentions(in: document).map { mention in
    Sighting(
      entry: tagger.lexicons.catalogue.entries[Int(mention.entry)].name,
      text: text(of: mention, document))
  }
}
