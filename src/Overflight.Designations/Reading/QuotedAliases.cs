using System.Text.RegularExpressions;

namespace Overflight.Designations.Reading;

/// <summary>Weak aliases in OFAC's remarks: <c>a.k.a. 'BNC'.</c>, <c>f.k.a. 'X'</c>, <c>n.k.a. 'X'</c>.</summary>
internal static partial class QuotedAliases
{
    public static IEnumerable<ListedName> Of(string? remarks)
    {
        if (remarks is null)
            yield break;
        foreach (Match match in Pattern().Matches(remarks))
        {
            var kind = match.Groups[1].ValueSpan[0] switch { 'a' => NameKind.AlsoKnownAs, 'f' => NameKind.FormerlyKnownAs, _ => NameKind.NowKnownAs };
            yield return new(match.Groups[2].Value, kind, NameQuality.Low);
        }
    }

    // An apostrophe inside a name is no end: what follows the end is a stop, a semicolon or nothing.
    [GeneratedRegex(@"\b([afn])\.k\.a\.,? '([^;]{1,200}?)'(?=[.;,)]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
