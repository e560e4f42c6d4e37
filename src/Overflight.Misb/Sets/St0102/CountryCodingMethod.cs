namespace Overflight.Misb.Sets.St0102;

/// <summary>How countries are coded (ST 0102.12): the numbers differ between tag 2 and tag 12.</summary>
internal static class CountryCodingMethod
{
    /// <summary>Tag 2: the classifying country and the releasing instructions.</summary>
    public static string[] Classifying { get; } =
    [
        "", "ISO 3166 two letter", "ISO 3166 three letter", "FIPS 10-4 two letter", "FIPS 10-4 four letter", "ISO 3166 numeric",
        "STANAG 1059 two letter", "STANAG 1059 three letter", "", "", "FIPS 10-4 mixed", "ISO 3166 mixed", "STANAG 1059 mixed",
        "GENC two letter", "GENC three letter", "GENC numeric", "GENC mixed",
    ];

    /// <summary>Tag 12, the object's countries, and tag 122 of ST 0601.</summary>
    public static string[] Objects { get; } =
    [
        "", "ISO 3166 two letter", "ISO 3166 three letter", "ISO 3166 numeric", "FIPS 10-4 two letter", "FIPS 10-4 four letter",
        "STANAG 1059 two letter", "STANAG 1059 three letter", "", "", "", "", "",
        "GENC two letter", "GENC three letter", "GENC numeric", .. Enumerable.Repeat("", 48), "GENC administrative subdivision",
    ];
}
