import Testing

@testable import Ingest

@Suite struct JSONParserTests {
  @Test func readsEveryKindOfValue() throws {
    let text = #" {"a": [1, -2.5e+3, true, false, null], "b": {"c": "x"}, "": "é😀"} "#
    let value = try JSONParser.parse(Array(text.utf8))
    let object = try #require(value.object)
    #expect(object.keys == ["a", "b", ""])
    #expect(
      object["a"]
        == .array([.number("1"), .number("-2.5e+3"), .bool(true), .bool(false), .null]))
    #expect(object["b"]?.object?["c"] == .string("x"))
    #expect(object[""] == .string("é😀"))
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u00e9\u4E2D""#, "é中"),
    (#""a\ud83d\ude00b""#, "a😀b"),
    (#""\u0000""#, "\0"),
    (#""""#, ""),
  ])
  func readsEscapes(text: String, value: String) throws {
    #expect(try JSONParser.parse(Array(text.utf8)) == .string(value))
  }

  @Test(arguments: [
    "", " ", "{", "[", "[1,]", "[,1]", "{\"a\":1,}", "{a:1}", "{'a':1}", "[1 2]", "{\"a\" 1}",
    "NaN", "Infinity", "-", "01", "1.", ".5", "1e", "+1", "tru", "nulll", "1 1", "\"a", "\"\\x\"",
    "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"a\tb\"", "\"a\nb\"", "[1]]",
    "/* */ 1", "\u{FEFF}1", "\0",
  ])
  func refusesWhatIsNoJSON(text: String) {
    #expect(throws: JSONParser.Failure.self) { try JSONParser.parse(Array(text.utf8)) }
  }

  @Test func saysWhereTheTextStopsBeingJSON() {
    let failure = #expect(throws: JSONParser.Failure.self) {
      try JSONParser.parse(Array(#"{"id":,}"#.utf8))
    }
    #expect(failure?.offset == 6)
  }

  @Test func nestsToALimit() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONParser.parse(nested(JSONParser.maximumDepth))
    for depth in [JSONParser.maximumDepth + 1, 100_000] {
      #expect(throws: JSONParser.Failure.self) { try JSONParser.parse(nested(depth)) }
    }
  }

  @Test func takesTheLastOfTwoEqualKeys() throws {
    let object = try JSONParser.parse(Array(#"{"id":1,"id":2}"#.utf8)).object
    #expect(object?["id"] == .number("2"))
  }
}
