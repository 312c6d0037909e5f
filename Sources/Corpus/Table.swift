/// The shape of a table that Parlance publishes: a CSV file and its entry in `datapackage.json`.
public struct TableSchema: Sendable, Hashable {
  public struct Column: Sendable, Hashable {
    public enum Kind: String, Sendable { case string, integer, number, boolean, date, any }
    public var name: String
    public var kind: Kind
    public var description: String

    public init(_ name: String, _ kind: Kind, _ description: String) {
      self.name = name
      self.kind = kind
      self.description = description
    }
  }

  /// File name without `.csv`.
  public var name: String
  public var description: String
  public var columns: [Column]

  public init(name: String, description: String, columns: [Column]) {
    self.name = name
    self.description = description
    self.columns = columns
  }
}

/// One cell. `missing` is written as nothing at all, never as 0 or NA.
public enum Value: Sendable, Hashable {
  case text(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case missing

  public static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .missing }
  public static func optional(_ integer: Int?) -> Value { integer.map(Value.integer) ?? .missing }
  /// A number that is not finite is missing.
  public static func optional(_ number: Double?) -> Value {
    number.flatMap { $0.isFinite ? Value.number($0) : nil } ?? .missing
  }
}

/// A row of a published table.
public protocol TableRow: Sendable {
  static var schema: TableSchema { get }
  /// In the order of `schema.columns`.
  var values: [Value] { get }
}
