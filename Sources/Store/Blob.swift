import Foundation

/// Columns of bytes.
enum Blob {
  static func data(_ bytes: [UInt8]) -> Data { Data(bytes) }

  static func data(_ numbers: [UInt32]) -> Data {
    var data = Data(capacity: numbers.count * 4)
    for number in numbers {
      for shift in stride(from: UInt32(0), to: 32, by: 8) {
        data.append(UInt8(truncatingIfNeeded: number >> shift))
      }
    }
    return data
  }

  static func numbers(_ bytes: [UInt8]) -> [UInt32] {
    stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).map { index in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[index + $1]) << UInt32($1 * 8) }
    }
  }
}
