/// Tar files made by hand, in POSIX's ustar format.
enum TarFixture {
  static func tar(_ members: [ZipFixture.Member]) -> [UInt8] {
    members.flatMap { header($0) + padded($0.content, to: 512) }
      + [UInt8](repeating: 0, count: 1024)
  }

  private static func header(_ member: ZipFixture.Member) -> [UInt8] {
    let isFolder = member.name.hasSuffix("/")
    let start =
      field(member.name, 100) + field("0000644\0", 8) + field("0000000\0", 8)
      + field("0000000\0", 8) + field(octal(member.content.count, 11), 12)
      + field(octal(0, 11), 12)
    let end =
      field(isFolder ? "5" : "0", 1) + field("", 100) + field("ustar\0", 6) + field("00", 2)
    let blank = padded(start + Array(repeating: 0x20, count: 8) + end, to: 512)
    let sum = blank.reduce(0) { $0 + Int($1) }
    return padded(start + field(octal(sum, 6) + "\0 ", 8) + end, to: 512)
  }

  private static func octal(_ value: Int, _ digits: Int) -> String {
    let text = String(value, radix: 8)
    return String(repeating: "0", count: digits - text.count) + text
  }

  private static func field(_ text: String, _ width: Int) -> [UInt8] {
    padded(Array(text.utf8), to: width)
  }

  private static func padded(_ bytes: [UInt8], to multiple: Int) -> [UInt8] {
    let missing = (multiple - bytes.count % multiple) % multiple
    let width = bytes.isEmpty && multiple < 512 ? multiple : missing
    return bytes + [UInt8](repeating: 0, count: width)
  }
}
