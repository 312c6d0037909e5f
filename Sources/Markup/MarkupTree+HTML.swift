internal import Bytes
internal import CLibXML2

extension MarkupTree {
  /// Parses an HTML page. Any bytes parse: the result may be nearly empty, but never fails on
  /// syntax. The page must be UTF-8, whatever it declares; bytes that are not become U+FFFD.
  ///
  /// Scripts, styles, comments and drawings are left out; `application/ld+json` goes to
  /// `linkedData`.
  public init(html page: [UInt8], limits: MarkupLimits = MarkupLimits()) throws(MarkupError) {
    guard page.count <= limits.bytes else {
      throw MarkupError(.tooLarge, "\(page.count) bytes, more than \(limits.bytes)")
    }
    let prepared = HTMLPreparation(ofValid: page, maxAttributes: limits.attributes)
    guard prepared.markup.contains(where: { !$0.isSpace }) else {
      throw MarkupError(.empty, "no markup and no text")
    }
    self.init()
    var overflow: MarkupError?
    var tree = MarkupTree()
    try LibXML2.withContext(htmlCreateMemoryParserCtxt, prepared.markup) { context in
      var box = unsafe BuilderBox(
        builder: TreeBuilder(
          limits: limits, sizeHint: prepared.markup.count, values: prepared.values),
        context: context)
      unsafe withUnsafeMutablePointer(to: &box) { pointer in
        unsafe configureHTML(context, pointer)
        _ = unsafe htmlParseDocument(context)
        overflow = unsafe pointer.pointee.builder.overflow
        tree = unsafe pointer.pointee.builder.finish()
      }
    }
    if let overflow { throw overflow }
    tree.linkedData = prepared.linkedData
    self = tree
  }
}

extension HTMLPreparation {
  /// Checks what is left of the page, which is the smaller part, and repairs the page if that is
  /// not UTF-8.
  fileprivate init(ofValid page: [UInt8], maxAttributes: Int) {
    self.init(page, maxAttributes: maxAttributes)
    guard !isUTF8(markup) || !isUTF8(values.bytes) || !linkedData.allSatisfy(isUTF8) else { return }
    self.init(validUTF8(page), maxAttributes: maxAttributes)
  }
}

private func isUTF8(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }

/// `bytes`, with what is not UTF-8 replaced by U+FFFD.
func validUTF8(_ bytes: [UInt8]) -> [UInt8] {
  isUTF8(bytes) ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
}

private func configureHTML(_ context: htmlParserCtxtPtr, _ box: UnsafeMutablePointer<BuilderBox>) {
  let options =
    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
  _ = unsafe htmlCtxtUseOptions(context, Int32(options))
  unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
  // A parser that knows the encoding does not guess it from the first bytes.
  unsafe context.pointee.encoding = UnsafePointer(xmlStrdup("UTF-8"))

  var handler = unsafe xmlSAXHandler()
  unsafe handler.initialized = XML_SAX2_MAGIC
  unsafe handler.startElement = { data, name, attributes in
    guard let box = unsafe data?.builder, let name = unsafe name else { return }
    let number = unsafe box.pointee.builder.name(name)
    guard unsafe box.pointee.builder.startElement(number) else {
      unsafe box.pointee.stop()
      return
    }
    guard var attribute = unsafe attributes else { return }
    while let key = unsafe attribute[0] {
      let number = unsafe box.pointee.builder.name(key)
      if let value = unsafe attribute[1] {
        let bytes = unsafe UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value)))
        unsafe box.pointee.builder.attribute(number, bytes)
      } else {
        unsafe box.pointee.builder.attribute(number, UnsafeBufferPointer(start: nil, count: 0))
      }
      unsafe attribute += 2
    }
  }
  unsafe handler.endElement = { data, _ in
    unsafe data?.builder.pointee.builder.endElement()
  }
  unsafe handler.characters = { data, text, count in
    unsafe data?.builder.pointee.builder.characters(
      UnsafeBufferPointer(start: text, count: Int(count)))
  }
  unsafe handler.cdataBlock = handler.characters
  unsafe handler.ignorableWhitespace = handler.characters
  unsafe handler.serror = { data, _ in
    guard let box = unsafe data?.builder else { return }
    unsafe box.pointee.searched += Int(box.pointee.context.pointee.nameNr)
    if unsafe box.pointee.searched > searchBudget { unsafe box.pointee.stop() }
  }
  unsafe context.pointee.sax.pointee = handler
  unsafe context.pointee.userData = UnsafeMutableRawPointer(box)
}

/// A misplaced end tag makes libxml2 search its whole stack; a page that nests deeply and errs
/// often would take minutes. No page that people read comes near.
private let searchBudget = 400_000_000
