using System.Text;
using Overflight.Record.Leaves;
using Overflight.Record.Storage;

namespace Overflight.Record.Packaging;

/// <summary>The package's letter to whoever receives it.</summary>
internal static class EvidenceReadme
{
    public static string Of(EvidenceManifest manifest, LogReader log, IEnumerable<Leaf> leaves)
    {
        var text = new StringBuilder();
        text.Append($"""
            Evidence from the record {manifest.Origin}
            {new string('=', 26 + manifest.Origin.Length)}

            What this is. {Counted(manifest.Entries.Count, "entry", "entries")} of a log that its operator cannot change afterwards without being found out, with
            all that you need to check that yourself. The log had {Counted(manifest.Size, "entry", "entries")} when this package was made.

            Check it, without trusting who gave it to you:
              1. Open verify.html in a browser. It needs no network, and it checks what is in this package at once.
                 Or: node verify.mjs PACKAGE.zip --vkey KEY
                 Or: overflight record verify PACKAGE.zip --vkey KEY
              2. Compare the log's key that it shows with one that you got from somewhere else: from the operator's publications, from a
                 court's file, from an earlier package. A key that came only with the package proves nothing. It is said to be:

            {string.Concat(LogKeysOf(log).Select(key => $"     {key}\n"))}
              3. Look at who witnessed the checkpoint, and when: witnesses are what keeps an operator from showing different logs to
                 different people.

            What it proves: that these entries, word for word, are in the log at their places, under the checkpoint that was signed (and
            witnessed) then. What it does not prove: that what an entry says is true, and that nothing was left out of the log.

            Sealed fields are in the log as digests only. Where a field was opened, the opening is checked against its digest; whether
            other fields are sealed, and how many, cannot be seen.

            Entries in this package:

            """);
        foreach (var (leaf, entry) in leaves.Zip(manifest.Entries))
            text.Append($"  {entry.Index,8}  {DateTimeOffset.FromUnixTimeMilliseconds(leaf.Time):yyyy-MM-dd HH:mm:ss} UTC  {leaf.Kind}  {leaf.Subject}\n");
        text.Append("""

            The formats: RFC 6962 (the tree), C2SP tlog-checkpoint, tlog-cosignature, tlog-policy and tlog-proof (checkpoint, policy, proofs),
            RFC 8785 (leaves), RFC 9901 (sealed fields). Any program that knows these can check this package; verify.mjs is one that you can read.

            """);
        return text.ToString();
    }

    private static IEnumerable<string> LogKeysOf(LogReader log) => log.Note.Signatures.Where(s => s.Name == log.Head.Origin).Select(s => $"{s.Name}, key id {s.KeyId:x8} (in full in the file policy)");

    private static string Counted(long count, string one, string many) => $"{count:N0} {(count == 1 ? one : many)}";
}
