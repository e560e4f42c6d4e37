using System.Security.Cryptography;
using System.Text;

namespace Overflight.Designations.Keeping;

/// <summary>A list as it was on a day.</summary>
/// <param name="List">The list's name in the store, such as <c>ofac-sdn</c>.</param>
/// <param name="Date">The list's date.</param>
/// <param name="DateOrigin">Where that date came from.</param>
/// <param name="Format">The form of its files.</param>
/// <param name="Parts">Which parts are there.</param>
/// <param name="IsPartial">Whether these are some rows of the list only: then nothing follows from what is not there.</param>
/// <param name="Sources">Its files.</param>
/// <param name="Counts">How much it holds.</param>
public sealed record ListVersion(
    string List, DateOnly Date, ListDateOrigin DateOrigin, ListFormat Format, ListParts Parts, bool IsPartial, IReadOnlyList<SourceFile> Sources, VersionCounts Counts)
{
    /// <summary>SHA-256 over the list's name, whether it is partial, and the hashes of its files: names this version wherever it is cited.</summary>
    public string ContentHash { get; } = HashOf(List, IsPartial, Sources);

    /// <summary>Whether an entry that is not in it was not on the list.</summary>
    public bool TellsAbsence => !IsPartial && Counts.RejectedEntries == 0;

    internal static string HashOf(string list, bool isPartial, IEnumerable<SourceFile> sources)
    {
        var lines = sources.Select(source => source.Sha256).Order(StringComparer.Ordinal).Prepend(isPartial ? "partial" : "complete").Prepend(list).Prepend("overflight/list-version/1");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")))));
    }
}
