using System.Globalization;
using Overflight.Cli.Running;

namespace Overflight.Cli.Records;

/// <summary>An entry with what is open of it, in sentences.</summary>
internal static class RevealText
{
    public static void Write(RevealedEntry entry, string? file)
    {
        var leaf = entry.Leaf;
        Console.WriteLine(PrintableText.Of($"Entry {entry.Index}: {leaf.Kind} about {leaf.Subject}, written {TimeOf(leaf.Time)}"));
        foreach (var name in leaf.FieldNames)
            Console.WriteLine($"  {FieldText.Of(name, leaf.Field(name)!.Value)}");
        foreach (var open in entry.Opened)
        {
            Console.WriteLine($"  {FieldText.Of(open.Field.Name, open.Field.Value)}");
            Console.WriteLine(PrintableText.Of($"    sealed, opened by {(open.Published is { } by ? $"entry {open.Entry} ({by.Authority}: {by.Reason})" : file)}"));
        }
        foreach (var (at, tombstone) in entry.Tombstones)
        {
            var approvers = string.Join(", ", tombstone.Approvals.SelectMany(note => note.Signatures).Select(signature => signature.Name));
            Console.WriteLine(PrintableText.Of($"  destroyed: what opened {tombstone.Digests.Count} of {leaf.Digests.Count} digests, says entry {at} ({tombstone.Reason}); approved by {approvers} (whose keys these are, the vault knows)"));
        }
        if (entry.SealedDigests > 0)
            Console.WriteLine($"  sealed still: {entry.SealedDigests} of {leaf.Digests.Count} digests; how many of them are fields, nobody can tell who has no key");
        else if (leaf.Digests.Count == 0)
            Console.WriteLine("  nothing is sealed in it");
        foreach (var (source, reason) in entry.Refused)
            Console.WriteLine(PrintableText.Of($"  refused: {source}: {reason}"));
    }

    private static string TimeOf(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";
}
