namespace Overflight.Misb.Sets.St0102;

/// <summary>How countries are coded (ST 0102 table of country coding methods, also used by ST 0601 tag 122).</summary>
internal static class CountryCodingMethod
{
    public static string[] Labels { get; } =
    [
        "", "ISO 3166 two letter", "ISO 3166 three letter", "FIPS 10-4 two letter", "FIPS 10-4 four letter", "ISO 3166 numeric",
        "STANAG 1059 two letter", "STANAG 1059 three letter", "", "", "FIPS 10-4 mixed", "ISO 3166 mixed", "STANAG 1059 mixed",
        "GENC two letter", "GENC three letter", "GENC numeric", "GENC mixed", "GENC administrative subdivision",
    ];
}
