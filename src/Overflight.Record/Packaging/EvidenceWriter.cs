using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Overflight.Record.Leaves;
using Overflight.Record.Proofs;
using Overflight.Record.Storage;

namespace Overflight.Record.Packaging;

/// <summary>Writes evidence packages: everything that an outsider needs to verify some entries, with a verifier that is not ours to change afterwards.</summary>
public static class EvidenceWriter
{
    /// <summary>The page holds its package's files; with more attachments than this it says that it did not check them.</summary>
    private const long MostBytesInPage = 24 << 20;

    /// <summary>Writes a package.</summary>
    /// <param name="path">The record.</param>
    /// <param name="content">What goes into it. Leaves that open, show, destroy or hold something of these entries go with them.</param>
    /// <param name="output">Where the zip goes.</param>
    /// <returns>The indexes that are in it, ascending.</returns>
    /// <exception cref="RecordException">An entry is not there, a disclosure does not fit, or a file is none that a leaf tells of.</exception>
    public static IReadOnlyList<long> Write(string path, EvidenceContent content, Stream output)
    {
        ArgumentNullException.ThrowIfNull(content);
        var log = new LogReader(path);
        var related = RelatedLeaves.Of(path, content.Entries);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["checkpoint"] = log.Note.ToBytes(),
            ["policy"] = content.Policy ?? OwnPolicy(path),
        };
        var (entries, leaves) = (new List<EvidenceManifest.Entry>(), new Dictionary<long, (Leaf Leaf, IReadOnlyDictionary<string, Disclosure> Opened)>());
        foreach (var index in related.Indexes)
        {
            var proof = ProofBundle.Create(log, index);
            var leaf = Leaf.Parse(proof.Extra!.Value);
            var disclosures = related.Disclosures(index).Concat(content.Disclosures.Where(d => d.Index == index).SelectMany(d => d.Disclosures)).DistinctBy(d => d.Text).ToList();
            leaves[index] = (leaf, leaf.Resolve(disclosures));
            var entry = new EvidenceManifest.Entry(index, $"leaves/{index}.json", $"proofs/{index}.tlog-proof", disclosures.Count > 0 ? $"disclosures/{index}.json" : null);
            entries.Add(entry);
            files[entry.Leaf] = leaf.Bytes.ToArray();
            files[entry.Proof] = Encoding.UTF8.GetBytes((proof with { Extra = null }).ToString());
            if (entry.Disclosures is { } file)
                files[file] = new DisclosureFile(index, disclosures).ToJson();
        }
        if (content.Disclosures.FirstOrDefault(d => !leaves.ContainsKey(d.Index)) is { } stray)
            throw new RecordException($"a disclosure is of entry {stray.Index}, which is not in the package");

        var attached = content.Attachments.Select(file => Attach(file, leaves)).ToList();
        if (attached.GroupBy(a => a.Entry.File).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new RecordException($"{twice.Key}: two attachments have this name");
        var manifest = new EvidenceManifest(log.Head.Origin, log.Head.Size, content.Made.ToUnixTimeMilliseconds(), entries, [.. attached.Select(a => a.Entry)]);
        files[EvidenceManifest.FileName] = manifest.ToJson();
        Write(output, files, attached, EvidenceReadme.Of(manifest, log, leaves.Values.Select(l => l.Leaf)));
        return related.Indexes;
    }

    private static byte[] OwnPolicy(string path)
    {
        var text = new StringBuilder("# The log's own keys. They came with the log: compare them with keys that you got elsewhere.\n");
        foreach (var key in LogKeys.Read(path))
            text.Append("log ").Append(key).Append('\n');
        return Encoding.UTF8.GetBytes(text.Append("quorum none\n").ToString());
    }

    private static (EvidenceManifest.Attached Entry, string Path) Attach(string path, Dictionary<long, (Leaf Leaf, IReadOnlyDictionary<string, Disclosure> Opened)> leaves)
    {
        using var stream = File.OpenRead(path);
        var (length, hash) = (stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
        foreach (var (index, (leaf, opened)) in leaves)
        {
            if (AttachmentFacts.Of(leaf, opened) is { } told && told.Length == length && told.Sha256 == hash)
                return (new(index, $"attachments/{index}-{SafeName(told.Name)}"), path);
        }
        throw new RecordException($"{path}: no leaf in the package tells of a file with its {length} bytes and SHA-256 {hash}");
    }

    /// <summary>A name that every system takes for a file's name and for nothing else.</summary>
    private static string SafeName(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')).Trim('.');
        return safe.Length == 0 ? "file" : safe[..Math.Min(safe.Length, 100)];
    }

    private static void Write(Stream output, SortedDictionary<string, byte[]> files, List<(EvidenceManifest.Attached Entry, string Path)> attached, string readme)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "README.txt", Encoding.UTF8.GetBytes(readme));
        Add(zip, "verify.html", EvidencePage.Of(files, attached.Select(a => (a.Entry.File, a.Path)), MostBytesInPage));
        Add(zip, "verify.mjs", EvidencePage.Verifier);
        foreach (var (name, bytes) in files)
            Add(zip, name, bytes);
        foreach (var (entry, path) in attached)
        {
            using var from = File.OpenRead(path);
            using var to = Create(zip, entry.File).Open();
            from.CopyTo(to);
        }
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var stream = Create(zip, name).Open();
        stream.Write(bytes);
    }

    /// <summary>All with one time: a package of the same content is the same bytes.</summary>
    private static ZipArchiveEntry Create(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry;
    }
}
