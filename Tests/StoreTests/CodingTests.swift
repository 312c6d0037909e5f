import Foundation
import Testing

@testable import Store

@Test(arguments: [[], [0], [0, 1, 127, 128, 300, 70_000, .max], [5, 5]] as [[UInt32]])
func offsetsComeBack(_ offsets: [UInt32]) {
  #expect(OffsetCoding.decode(OffsetCoding.encode(offsets)) == offsets)
}

@Test func offsetsCutShortAreRefused() {
  #expect(OffsetCoding.decode(Data([0x80])) == nil)
  #expect(OffsetCoding.decode(Data(repeating: 0xFF, count: 9)) == nil)
}

@Test(arguments: [0, 1, 100, 100_000])
func textsComeBack(_ count: Int) {
  let text = (0..<count).map { UInt8(truncatingIfNeeded: $0 / 7) }
  let packed = Deflate.compress(text)
  #expect(Deflate.decompress(Data(packed), length: count) == text)
  #expect(Deflate.decompress(Data(packed.dropLast()), length: count) == nil)
  #expect(Deflate.decompress(Data(packed), length: count + 1) == nil)
  var spoiled = packed
  spoiled[spoiled.count - 1] ^= 1
  #expect(Deflate.decompress(Data(spoiled), length: count) == nil)
}
