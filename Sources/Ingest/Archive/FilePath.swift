/// Paths as the system has them: bytes, which need not be text.
enum FilePath {
  static let slash = UInt8(ascii: "/")

  static func join(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
    if folder.isEmpty || name.first == slash { return name }
    if name.isEmpty { return folder }
    return folder.last == slash ? folder + name : folder + [slash] + name
  }

  /// Without `./` at the front, doubled slashes or a slash at the end.
  static func simplified(_ path: [UInt8]) -> [UInt8] {
    let parts = path.split(separator: slash).filter { $0 != [UInt8(ascii: ".")] }
    let joined = Array(parts.joined(separator: [slash]))
    return path.first == slash ? [slash] + joined : joined
  }

  static func withoutTrailingSlash(_ path: [UInt8]) -> [UInt8] {
    var path = path
    while path.count > 1, path.last == slash { path.removeLast() }
    return path
  }

  /// The path as text. Bytes that are no UTF-8 become `%XX`; a path that has some escapes its `%`
  /// too, so that two such paths stay two.
  static func text(_ path: [UInt8]) -> String {
    if let text = String(validating: path, as: UTF8.self) { return text }
    var text: [UInt8] = []
    var index = 0
    while index < path.count {
      let length = scalarLength(at: index, in: path)
      if length == 0 || path[index] == UInt8(ascii: "%") {
        text += "%".utf8
        if path[index] < 0x10 { text += "0".utf8 }
        text += String(path[index], radix: 16, uppercase: true).utf8
        index += 1
      } else {
        text += path[index..<index + length]
        index += length
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The length of the UTF-8 scalar at `index`, or 0 if there is none.
  private static func scalarLength(at index: Int, in path: [UInt8]) -> Int {
    for length in 1...4 where index + length <= path.count {
      if String(validating: path[index..<index + length], as: UTF8.self) != nil { return length }
    }
    return 0
  }
}
