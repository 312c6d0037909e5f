/// Names and abbreviations of the months in the languages of Europe that archives are written in;
/// Chinese, Japanese and Korean number them.
enum MonthNames {
  /// The month that a word names, 1…12, whatever its case.
  static func month(of word: ArraySlice<UInt8>) -> Int? {
    guard word.count >= 3, word.count <= longest, let first = word.first,
      first < 0x80 || (0xC3...0xD1).contains(first)
    else { return nil }
    return numbers[folded(word)]
  }

  /// In bytes: a name in Greek has eleven letters of two.
  private static let longest = 24

  /// In lower case.
  private static func folded(_ word: ArraySlice<UInt8>) -> [UInt8] {
    if let letters = foldedASCII(word) { return letters }
    return Array(String(decoding: word, as: UTF8.self).lowercased().utf8)
  }

  private static func foldedASCII(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    var letters = Array(word)
    for index in letters.indices {
      if letters[index] >= 0x80 { return nil }
      if (0x41...0x5A).contains(letters[index]) { letters[index] += 0x20 }
    }
    return letters
  }

  private static let numbers: [[UInt8]: Int] = {
    var numbers: [[UInt8]: Int] = [:]
    for (index, names) in names.enumerated() {
      for name in names.split(separator: " ") { numbers[Array(name.utf8)] = index + 1 }
    }
    return numbers
  }()

  /// English, French, German, Spanish, Italian, Portuguese and Dutch; then the Scandinavian
  /// languages, Polish, Czech, Hungarian, Turkish, Indonesian, Russian, Ukrainian and Greek.
  private static let names = [
    """
    january jan janvier janv januar jänner jan enero ene gennaio gen janeiro januari \
    januar stycznia styczeń ledna leden január ocak oca \
    января январь янв січня січень ιανουαρίου ιανουάριος ιαν
    """,
    """
    february feb février fevrier févr fév februar feber febrero febbraio fevereiro fev februari \
    lutego luty února únor február şubat şub pebruari \
    февраля февраль фев февр лютого лютий φεβρουαρίου φεβρουάριος φεβ
    """,
    """
    march mar mars märz maerz mär mrz marzo março marco maart mrt \
    marts marca marzec března březen március márc mart maret \
    марта март мар мрт березня березень μαρτίου μάρτιος μαρ μάρ
    """,
    """
    april apr avril avr abril abr aprile \
    kwietnia kwiecień dubna duben április ápr nisan nis \
    апреля апрель апр квітня квітень απριλίου απρίλιος απρ
    """,
    """
    may mai mayo maggio mag maio mei \
    maj maja května květen május máj mayıs мая май травня травень μαΐου μαίου μάιος μάι μαϊ
    """,
    """
    june jun juin juni junio giugno giu junho \
    czerwca czerwiec června červen június jún haziran haz \
    июня июнь июн червня червень ιουνίου ιούνιος ιουν ιούν
    """,
    """
    july jul juillet juil juli julio luglio lug julho \
    lipca lipiec července červenec július júl temmuz tem \
    июля июль июл липня липень ιουλίου ιούλιος ιουλ ιούλ
    """,
    """
    august aug août aout agosto ago augustus \
    augusti sierpnia sierpień srpna srpen augusztus ağustos ağu agustus agu \
    августа август авг серпня серпень αυγούστου αύγουστος αυγ αύγ
    """,
    """
    september sep sept septembre septiembre setiembre settembre set setembro \
    września wrzesień září szeptember szept eylül eyl \
    сентября сентябрь сен сент вересня вересень σεπτεμβρίου σεπτέμβριος σεπ σεπτ
    """,
    """
    october oct octobre oktober okt octubre ottobre ott outubro out \
    października październik října říjen október ekim eki \
    октября октябрь окт жовтня жовтень οκτωβρίου οκτώβριος οκτ
    """,
    """
    november nov novembre noviembre novembro \
    listopada listopad kasım kas nopember \
    ноября ноябрь ноя нояб листопада листопад νοεμβρίου νοέμβριος νοε νοέ
    """,
    """
    december dec décembre decembre déc dezember dez diciembre dic dicembre dezembro \
    desember grudnia grudzień prosince prosinec aralık ara \
    декабря декабрь дек грудня грудень δεκεμβρίου δεκέμβριος δεκ
    """,
  ]
}
