/// The attribute values of an HTML page that go round the parser. They are two fifths of what is
/// left of a page, and libxml2 takes each character of them through two calls. In the markup
/// stands a mark and the number of the value instead.
struct AttributeValues {
  /// All values, each with a space behind it, so that no two can make up a character between them.
  private(set) var bytes: [UInt8] = []
  /// Where each value begins, and at last where the next one would.
  private var starts: [Int32] = [0]

  /// No character of a page that people read.
  private static let mark: UInt8 = 0x01
  /// A number is written by its hexadecimal digits, the lowest first, as letters from `a`.
  private static let digits = UInt8(ascii: "a")

  mutating func reserve(bytes count: Int) {
    bytes.reserveCapacity(count)
    starts.reserveCapacity(count / 16)
  }

  /// Keeps a value, and writes its stand-in to the markup.
  mutating func setAside(_ value: ArraySlice<UInt8>, writingTo markup: inout [UInt8]) {
    markup.append(Self.mark)
    var number = starts.count - 1
    repeat {
      markup.append(Self.digits + UInt8(number & 0xF))
      number >>= 4
    } while number > 0
    bytes.append(contentsOf: value)
    bytes.append(UInt8(ascii: " "))
    starts.append(Int32(bytes.count))
  }

  /// Where in `bytes` the value stands that the parser was given a stand-in for; nil if what it was
  /// given is the value itself. A page that writes a stand-in of its own names one of its values.
  func range(of value: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard value.count > 1, value.count < 9, unsafe value[0] == Self.mark else {
      return nil
    }
    var number = 0
    for digit in unsafe value[1...].reversed() {
      guard digit >= Self.digits, digit < Self.digits + 16 else { return nil }
      number = number << 4 | Int(digit - Self.digits)
    }
    guard number + 1 < starts.count else { return nil }
    return Int(starts[number])..<Int(starts[number + 1]) - 1
  }
}
