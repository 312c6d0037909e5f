public import Corpus
import Foundation
import GRDB

extension StudyStore {
  /// The entries and terms that the mentions point to.
  public func catalogue() throws -> Catalogue {
    try read { db in
      let decoder = JSONDecoder()
      let entries = try Row.fetchAll(
        db, sql: "SELECT lexicon, entry, label, parent, attributes FROM entries ORDER BY id"
      ).map { row in
        let attributes: String = row[4]
        return Catalogue.Entry(
          lexicon: row[0], id: row[1], label: row[2], parent: row[3],
          attributes: try decoder.decode([String: [String]].self, from: Data(attributes.utf8)))
      }
      return Catalogue(
        entries: entries, terms: try String.fetchAll(db, sql: "SELECT term FROM terms ORDER BY id"))
    }
  }

  static func replace(_ catalogue: Catalogue, in db: Database) throws {
    try db.execute(sql: "DELETE FROM entries; DELETE FROM terms")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let entry = try db.cachedStatement(sql: "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)")
    for (number, value) in catalogue.entries.enumerated() {
      let attributes = String(decoding: try encoder.encode(value.attributes), as: UTF8.self)
      try entry.execute(arguments: [
        number, value.lexicon, value.id, value.label, value.parent, attributes,
      ])
    }
    let term = try db.cachedStatement(sql: "INSERT INTO terms VALUES (?, ?)")
    for (number, value) in catalogue.terms.enumerated() {
      try term.execute(arguments: [number, value])
    }
  }
}
