using System.Globalization;
using Overflight.Designations;
using Overflight.Designations.Keeping;
using Overflight.Designations.Standing;

namespace Overflight.Cli.Lists;

/// <summary>Words that answers about lists share.</summary>
internal static class ListsWords
{
    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(EntryType type) => type.ToString().ToLowerInvariant();

    public static string Of(NameKind kind) => kind switch { NameKind.Primary => "", NameKind.AlsoKnownAs => "a.k.a. ", NameKind.FormerlyKnownAs => "f.k.a. ", _ => "n.k.a. " };

    public static string KindOf(NameKind kind) => kind switch { NameKind.Primary => "primary", NameKind.AlsoKnownAs => "aka", NameKind.FormerlyKnownAs => "fka", _ => "nka" };

    public static string Of(DesignationState state) => state == DesignationState.Draft ? "draft (to be designated)" : state.ToString().ToLowerInvariant();

    public static string Of(Answer answer) => answer.ToString().ToLowerInvariant();

    /// <summary>The list, its date, and the beginning of its content hash.</summary>
    public static string Of(ListVersion version) => $"{version.List} of {Of(version.Date)} ({version.ContentHash[..12]}{(version.IsPartial ? ", a part of the list" : "")})";

    public static string Counted(long count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
