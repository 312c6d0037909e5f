import Foundation
import Testing

@testable import Lexicons

/// The JSON Schema for editors knows the keys that the reader knows, and no others.
@Suite struct SchemaTests {
  private static func schema() -> [String: Any] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try? Data(contentsOf: root.appending(path: "docs/lexicon.schema.json"))
    return data.flatMap { try? JSONSerialization.jsonObject(with: $0) } as? [String: Any] ?? [:]
  }

  private func keys(of object: [String: Any]?) -> Set<String> {
    Set((object?["properties"] as? [String: Any] ?? [:]).keys)
  }

  private func definition(_ name: String) -> [String: Any]? {
    (Self.schema()["$defs"] as? [String: Any])?[name] as? [String: Any]
  }

  @Test func keysAreThoseOfTheReader() {
    #expect(keys(of: Self.schema()) == Set(LexiconReader.fileKeys))
    #expect(keys(of: definition("entry")) == Set(LexiconReader.entryKeys))
    #expect(keys(of: definition("term")) == Set(LexiconReader.termKeys))
    #expect(keys(of: definition("affiliation")) == ["of", "role", "from", "until"])
    let patterns = definition("entry")?["patternProperties"] as? [String: Any]
    #expect(patterns.map { Array($0.keys) } == ["^terms\\.[a-z]{2,3}$"])
  }

  @Test func wordsAreThoseOfTheReader() {
    #expect(definition("variant")?["enum"] as? [String] == TermVariant.allCases.map(\.rawValue))
    #expect(definition("case")?["enum"] as? [String] == CaseRule.allCases.map(\.rawValue))
  }
}
