using System.Security.Cryptography;
using Overflight.Feeds;
using Overflight.Record;
using Overflight.Record.Leaves;

namespace Overflight.Cli.Records;

/// <summary>
/// Finds the files that a record tells of: by name anywhere below a folder, or under any name by their hash. Only files of the right
/// length are read, each once.
/// </summary>
/// <param name="folder">Where they should be.</param>
/// <param name="onBytes">Called with a file while it is read: its path, bytes done, and bytes that it has.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class AttachmentSearch(string folder, Action<string, long, long> onBytes, CancellationToken cancellation)
{
    private static readonly string s_sha256OfNothing = Convert.ToHexStringLower(SHA256.HashData([]));

    private readonly List<(long Index, Leaf Leaf)> _leaves = [];
    private readonly Dictionary<string, (string? Sha256, string? Problem)> _read = new(StringComparer.Ordinal);

    /// <summary>Takes the record's next entry; those of other kinds are passed over.</summary>
    public void Take(long index, ReadOnlyMemory<byte> entry)
    {
        if (entry.Span.IndexOf("\"kind\":\"record.attachment\""u8) < 0)
            return;
        try
        {
            if (Leaf.Parse(entry.ToArray()) is { Kind: Attachment.Kind } leaf)
                _leaves.Add((index, leaf));
        }
        catch (RecordException)
        {
            // The check of the log says so.
        }
    }

    /// <summary>Looks for all that were told of, in the order of the log.</summary>
    public IReadOnlyList<CheckedAttachment> Find()
    {
        FileInfo[] files = [.. TrackFile.Expand([folder]).Select(path => new FileInfo(path)).Where(file => file.Exists)];
        var (byName, byLength) = (files.ToLookup(f => f.Name, StringComparer.Ordinal), files.ToLookup(LengthOf));
        return [.. _leaves.Select(told => Find(told.Index, told.Leaf, byName, byLength))];
    }

    private CheckedAttachment Find(long index, Leaf leaf, ILookup<string, FileInfo> byName, ILookup<long, FileInfo> byLength)
    {
        Attachment attachment;
        try
        {
            attachment = Attachment.Of(leaf);
        }
        catch (RecordException error)
        {
            return new(index, null, AttachmentStanding.Differs, null, error.Message);
        }
        FileInfo[] named = [.. byName[attachment.Name]];
        foreach (var file in named.Concat(byLength[attachment.Length]).Where(file => LengthOf(file) == attachment.Length))
        {
            if (Read(file).Sha256 == attachment.Sha256)
                return new(index, attachment, AttachmentStanding.Ok, file.FullName, null);
        }
        return named.Length == 0
            ? new(index, attachment, AttachmentStanding.Missing, null, $"no file of that name, and none of {attachment.Length} bytes with that hash")
            : new(index, attachment, AttachmentStanding.Differs, named[0].FullName, DifferenceOf(named[0], attachment));
    }

    private string DifferenceOf(FileInfo file, Attachment attachment)
    {
        if (LengthOf(file) is var length && length != attachment.Length)
            return $"has {length} bytes, not {attachment.Length}";
        var (sha256, problem) = Read(file);
        return problem ?? $"has SHA-256 {sha256}, not {attachment.Sha256}";
    }

    private (string? Sha256, string? Problem) Read(FileInfo file)
    {
        // Pipes and devices have no length, and reading one may never end.
        if (LengthOf(file) == 0)
            return (s_sha256OfNothing, null);
        var path = file.FullName;
        if (_read.TryGetValue(path, out var known))
            return known;
        try
        {
            return _read[path] = (StreamedHash.Of(path, (done, length) => onBytes(path, done, length), cancellation).Sha256, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return _read[path] = (null, $"cannot be read: {error.Message}");
        }
    }

    /// <summary>The length of the file that a link leads to.</summary>
    private static long LengthOf(FileInfo file) => file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target ? target.Length : file.Length;
}
