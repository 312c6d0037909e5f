/// The first bytes of formats that hold no article for Parlance.
enum MagicNumber {
  /// What the bytes are, for a person; nil when they may be text.
  static func name(of head: [UInt8]) -> String? {
    for (name, magic) in table where head.starts(with: magic) { return name }
    return nil
  }

  private static let table: [(name: String, magic: [UInt8])] = [
    ("a PDF document", Array("%PDF-".utf8)),
    ("a GIF image", Array("GIF8".utf8)),
    ("a PNG image", [0x89, 0x50, 0x4E, 0x47]),
    ("a JPEG image", [0xFF, 0xD8, 0xFF]),
    ("a WebP image or other RIFF file", Array("RIFF".utf8)),
    ("a TIFF image", [0x49, 0x49, 0x2A, 0x00]),
    ("a TIFF image", [0x4D, 0x4D, 0x00, 0x2A]),
    ("an office document or e-book", [0x50, 0x4B, 0x03, 0x04]),
    ("an empty zip archive", [0x50, 0x4B, 0x05, 0x06]),
    ("a bzip2 file", Array("BZh".utf8)),
    ("an xz file", [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
    ("a 7-zip archive", [0x37, 0x7A, 0xBC, 0xAF]),
    ("a RAR archive", Array("Rar!".utf8)),
    ("an LZ4 file", [0x04, 0x22, 0x4D, 0x18]),
    ("an old office document", [0xD0, 0xCF, 0x11, 0xE0]),
    ("a rich-text document", Array("{\\rtf".utf8)),
    ("a PostScript document", Array("%!PS".utf8)),
    ("an SQLite database", Array("SQLite format 3".utf8)),
    ("an ELF executable", [0x7F, 0x45, 0x4C, 0x46]),
    ("a Windows executable", [0x4D, 0x5A, 0x90]),
    ("a Mach-O executable", [0xCF, 0xFA, 0xED, 0xFE]),
    ("an MP3 recording", Array("ID3".utf8)),
    ("an Ogg recording", Array("OggS".utf8)),
    ("a Parquet file", Array("PAR1".utf8)),
  ]
}
