/// Zip files made by hand: members are stored without compression.
enum ZipFixture {
  struct Member {
    var name: String
    var content: [UInt8]
    var isEncrypted = false
    /// Content other than the check sum says.
    var isDamaged = false

    init(_ name: String, _ content: String) {
      self.name = name
      self.content = Array(content.utf8)
    }

    init(_ name: String, _ content: [UInt8]) {
      self.name = name
      self.content = content
    }
  }

  static func zip(_ members: [Member]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let offset = file.count
      // Bit 0: encrypted; bit 11: the name is UTF-8.
      let flags = 0x800 | (member.isEncrypted ? 1 : 0)
      let name = Array(member.name.utf8)
      let shared =
        little(20, 2) + little(flags, 2) + little(0, 2) + little(0, 4)
        + little(Int(GzipFixture.checksum(member.content)), 4) + little(member.content.count, 4)
        + little(member.content.count, 4) + little(name.count, 2) + little(0, 2)
      var content = member.content
      if member.isDamaged { content[content.count / 2] ^= 0x10 }
      file += Array("PK\u{3}\u{4}".utf8) + shared + name + content
      directory +=
        Array("PK\u{1}\u{2}".utf8) + little(20, 2) + shared + little(0, 2) + little(0, 2)
        + little(0, 2) + little(0, 4) + little(offset, 4) + name
    }
    return file + directory + Array("PK\u{5}\u{6}".utf8) + little(0, 4)
      + little(members.count, 2) + little(members.count, 2) + little(directory.count, 4)
      + little(file.count, 4) + little(0, 2)
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
