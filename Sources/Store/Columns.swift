import Corpus
import Foundation
internal import GRDB

/// The columns of a row, read without trust: in a damaged file anything may stand anywhere, and
/// GRDB's own conversions stop the program over it.
struct Columns {
  /// What stands in the column is not what was stored there.
  struct Damage: Error {}

  private let row: Row

  init(_ row: Row) { self.row = row }

  func text(_ index: Int) throws(Damage) -> String {
    guard let text = try optionalText(index) else { throw Damage() }
    return text
  }

  func optionalText(_ index: Int) throws(Damage) -> String? {
    switch value(index) {
    case .string(let text): return text
    case .null: return nil
    default: throw Damage()
    }
  }

  func integer(_ index: Int) throws(Damage) -> Int64 {
    guard let integer = try optionalInteger(index) else { throw Damage() }
    return integer
  }

  func optionalInteger(_ index: Int) throws(Damage) -> Int64? {
    switch value(index) {
    case .int64(let integer): return integer
    case .null: return nil
    default: throw Damage()
    }
  }

  /// A number of things.
  func count(_ index: Int) throws(Damage) -> Int {
    let integer = try integer(index)
    guard (0...Int64(Int32.max)).contains(integer) else { throw Damage() }
    return Int(integer)
  }

  func bytes(_ index: Int) throws(Damage) -> [UInt8] {
    guard let bytes = try optionalBytes(index) else { throw Damage() }
    return bytes
  }

  func optionalBytes(_ index: Int) throws(Damage) -> [UInt8]? {
    switch value(index) {
    case .blob(let data): return Array(data)
    case .null: return nil
    default: throw Damage()
    }
  }

  func optionalDate(_ index: Int) throws(Damage) -> CalendarDate? {
    guard let text = try optionalText(index) else { return nil }
    guard let date = CalendarDate(iso: text) else { throw Damage() }
    return date
  }

  /// One of the words of an enumeration.
  func optionalWord<Word: RawRepresentable>(
    _ index: Int, _ type: Word.Type = Word.self
  ) throws(Damage) -> Word? where Word.RawValue == String {
    guard let text = try optionalText(index) else { return nil }
    guard let word = Word(rawValue: text) else { throw Damage() }
    return word
  }

  private func value(_ index: Int) -> DatabaseValue.Storage {
    (row[index] as DatabaseValue).storage
  }
}
