internal import CLibXML2

/// What both parsers share of libxml2.
enum LibXML2 {
  /// Initialises the library once per process, and makes it print nothing.
  static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Creates a parser over `bytes`, runs `parse` on it, and frees it.
  static func withContext(
    _ create: (UnsafePointer<CChar>, Int32) -> xmlParserCtxtPtr?, _ bytes: [UInt8],
    _ parse: (xmlParserCtxtPtr) -> Void
  ) throws(MarkupError) {
    guard isReady else { return }
    let created = unsafe bytes.withUnsafeBytes { raw -> Bool in
      guard let start = unsafe raw.assumingMemoryBound(to: CChar.self).baseAddress,
        let context = unsafe create(start, Int32(raw.count))
      else { return false }
      unsafe parse(context)
      if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
      unsafe context.pointee.myDoc = nil
      unsafe xmlFreeParserCtxt(context)
      return true
    }
    if !created { throw MarkupError(.tooLarge, "no memory to parse \(bytes.count) bytes") }
  }
}

extension UnsafeMutableRawPointer {
  /// The builder behind a SAX callback's user data.
  var builder: UnsafeMutablePointer<BuilderBox> {
    unsafe assumingMemoryBound(to: BuilderBox.self)
  }
}

/// A builder and the parser that feeds it.
struct BuilderBox {
  var builder: TreeBuilder
  var context: xmlParserCtxtPtr
  var problem: MarkupError?
  /// Steps that faults in deep nesting have cost: each makes libxml2 search its stack.
  var searched = 0

  /// Ends the parse; what was read stays.
  func stop() {
    unsafe xmlStopParser(context)
  }
}

extension LibXML2 {
  /// The character that HTML gives an entity name.
  static func htmlEntity(named name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let terminated = name + [0]
    return unsafe terminated.withUnsafeBufferPointer { name in
      guard let start = name.baseAddress, let entity = unsafe htmlEntityLookup(start) else {
        return nil
      }
      return unsafe Unicode.Scalar(entity.pointee.value)
    }
  }
}
