/// The code lists of EN 16931 that are checked, as of its validation 1.3.16.
enum CodeLists {
  /// UNTDID 1001 as far as an Invoice may use it.
  static let invoiceTypes = codes(
    """
    71 80 81 82 84 102 130 202 203 204 211 218 219 295 325 326 331 380 382 383 384 385 386 387 388
    389 390 393 394 395 456 457 471 472 473 500 501 527 553 575 623 633 751 780 817 870 875 876 877
    935
    """)

  /// UNTDID 1001 as far as a CreditNote may use it.
  static let creditNoteTypes = codes("81 83 261 262 296 308 381 396 420 458 502 503 532")

  /// ISO 4217.
  static let currencies = codes(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
    CAD CDF CHE CHF CHW CLF CLP CNH CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD
    FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS
    KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
    MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
    SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STD SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
    UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD
    XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG
    """)

  /// UNTDID 2005 as UBL writes it: issue, delivery, payment.
  static let taxPoints = codes("3 35 432")

  /// UNTDID 4461.
  static let paymentMeans = codes("74 75 76 77 78 91 92 93 94 95 96 97 98 ZZZ").union(
    (1...70).map(String.init))

  /// UNCL 5305.
  static let vatCategories = codes("AE L M E S Z G O K B")

  /// UNTDID 5189.
  static let allowanceReasons = codes(
    "41 42 60 62 63 64 65 66 67 68 70 71 88 95 100 102 103 104 105")

  /// What a supporting document may be.
  static let mimeTypes = codes(
    """
    application/pdf image/png image/jpeg text/csv
    application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
    application/vnd.oasis.opendocument.spreadsheet
    """)

  /// EAS: schemes of electronic addresses; 0208 and 9925 are Belgium's.
  static let electronicAddresses = codes(
    """
    0002 0007 0009 0037 0060 0088 0096 0097 0106 0130 0135 0142 0147 0151 0154 0158 0170 0177 0183
    0184 0188 0190 0191 0192 0193 0194 0195 0196 0198 0199 0200 0201 0202 0203 0204 0205 0208 0209
    0210 0211 0212 0213 0215 0216 0217 0218 0219 0220 0221 0225 0230 0235 0240 0242 0244 0245 0246
    0248 9910 9913 9914 9915 9918 9919 9920 9922 9923 9924 9925 9926 9927 9928 9929 9930 9931 9932
    9933 9934 9935 9936 9937 9938 9939 9940 9941 9942 9943 9944 9945 9946 9947 9948 9949 9950 9951
    9952 9953 9957 9959 AN AQ AS AU EM
    """)

  private static func codes(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
