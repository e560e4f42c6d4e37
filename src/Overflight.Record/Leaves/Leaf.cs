using Overflight.Record.Merkle;
using Overflight.Record.Tiles;

namespace Overflight.Record.Leaves;

/// <summary>An entry of a record, read and checked: docs/record.md, "Leaves".</summary>
public sealed class Leaf
{
    private const string Algorithm = "sha-256";

    private readonly List<(string Name, Range Value)> _fields = [];

    private Leaf(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        Hash = MerkleTree.HashLeaf(bytes.Span);
    }

    /// <summary>The entry.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Its leaf hash (RFC 6962, section 2.1).</summary>
    public MerkleHash Hash { get; }

    /// <summary>What it is.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What it is about.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>How many leaves about its subject came before it.</summary>
    public long N { get; private set; }

    /// <summary>When it was written, Unix milliseconds UTC.</summary>
    public long Time { get; private set; }

    /// <summary>The leaf hash of the previous leaf about its subject; null for the first.</summary>
    public MerkleHash? Previous { get; private set; }

    /// <summary>The digests of sealed fields and decoys, 16 in ascending order; empty where nothing is sealed.</summary>
    public IReadOnlyList<string> Digests { get; private set; } = [];

    /// <summary>The names of the public fields, in the order of the leaf.</summary>
    public IEnumerable<string> FieldNames => _fields.Select(named => named.Name);

    /// <summary>Reads an entry and checks every rule of a leaf. The memory is kept, and must not change.</summary>
    /// <exception cref="RecordException">It is no leaf; the message says why.</exception>
    public static Leaf Parse(ReadOnlyMemory<byte> entry)
    {
        if (entry.Length > EntryBundle.MaximumEntryLength)
            throw new RecordException($"a leaf has at most {EntryBundle.MaximumEntryLength} bytes, not {entry.Length}");
        CanonicalJson.RequireLeafForm(entry.Span);
        if (entry.Span[0] != (byte)'{')
            throw new RecordException("a leaf is a JSON object");
        var leaf = new Leaf(entry);
        leaf.Read();
        return leaf;
    }

    /// <summary>A public field's value, canonical JSON; null where there is none.</summary>
    public ReadOnlyMemory<byte>? Field(string name)
    {
        foreach (var field in _fields)
        {
            if (field.Name == name)
                return Bytes[field.Value];
        }
        return null;
    }

    /// <summary>Checks disclosures against this leaf; returns the fields that they open.</summary>
    /// <exception cref="RecordException">One opens nothing here, is given twice, or has the name of what is there already.</exception>
    public IReadOnlyDictionary<string, Disclosure> Resolve(IEnumerable<Disclosure> disclosures) =>
        DisclosureSet.Resolve(Digests, FieldNames.Concat(LeafRules.Members), disclosures);

    private void Read()
    {
        var json = Bytes.Span;
        string? kind = null, subject = null, algorithm = null;
        long? version = null, n = null, time = null;
        var (hasPrevious, hasDigests) = (false, false);
        var reader = new CanonicalReader(json);
        while (reader.Next())
        {
            var name = reader.Name;
            if (name.SequenceEqual("v"u8))
                version = LeafValue.Number("v", reader.Value);
            else if (name.SequenceEqual("kind"u8))
                kind = LeafValue.Text("kind", reader.Value);
            else if (name.SequenceEqual("subject"u8))
                subject = LeafValue.Text("subject", reader.Value);
            else if (name.SequenceEqual("n"u8))
                n = LeafValue.Number("n", reader.Value);
            else if (name.SequenceEqual("t"u8))
                time = LeafValue.Number("t", reader.Value);
            else if (name.SequenceEqual("prev"u8))
                (hasPrevious, Previous) = (true, HashOrNull(reader.Value));
            else if (name.SequenceEqual("_sd"u8))
                (hasDigests, Digests) = (true, ReadDigests(reader.Value));
            else if (name.SequenceEqual("_sd_alg"u8))
                algorithm = LeafValue.Text("_sd_alg", reader.Value);
            else if (LeafRules.IsFieldName(name))
                _fields.Add((CanonicalText.Read(reader.QuotedName), reader.ValueRange));
            else
                throw new RecordException($"a leaf has no field \"{LeafRules.Shown(CanonicalText.Read(reader.QuotedName))}\": names that begin with _, and ..., are kept");
        }
        if (version != 1)
            throw new RecordException(version is null ? "the leaf has no v" : $"the leaf is of version {version}, and this program knows 1");
        Kind = kind ?? throw new RecordException("the leaf has no kind");
        Subject = subject ?? throw new RecordException("the leaf has no subject");
        N = n ?? throw new RecordException("the leaf has no n");
        Time = LeafRules.RequireTime(time ?? throw new RecordException("the leaf has no t"));
        LeafRules.RequireKind(Kind);
        LeafRules.RequireSubject(Subject);
        if (!hasPrevious)
            throw new RecordException("the leaf has no prev");
        if ((N == 0) != Previous is null)
            throw new RecordException($"prev is null in a subject's first leaf and in no other, and this has n {N}");
        if (hasDigests != algorithm is not null || algorithm is not (null or Algorithm))
            throw new RecordException("a leaf has both _sd and _sd_alg, the latter sha-256, or neither");
        if (Kind == SealedLeaf.Kind)
            RequireSealedWhole();
    }

    private void RequireSealedWhole()
    {
        if (Subject != SealedLeaf.Subject || Digests.Count == 0 || _fields.Count != 3)
            throw new RecordException($"a leaf sealed as a whole has subject {SealedLeaf.Subject}, sealed fields, and in clear marking, releaseAuthority and reviewDate only");
        var fields = new LeafFields(this);
        LeafRules.RequireText("a marking", fields.Text("marking"));
        LeafRules.RequireText("a release authority", fields.Text("releaseAuthority"));
        if (!LeafRules.IsDate(fields.Text("reviewDate")))
            throw new RecordException("reviewDate is a date, YYYY-MM-DD");
    }

    private static string[] ReadDigests(ReadOnlySpan<byte> value)
    {
        const string rule = "_sd holds exactly 16 digests, base64url of 32 bytes, in ascending order";
        if (value[0] != (byte)'[')
            throw new RecordException(rule);
        var digests = new List<string>(SealedDigests.Count);
        var reader = new CanonicalReader(value);
        while (reader.Next())
        {
            if (digests.Count == SealedDigests.Count || reader.Value[0] != (byte)'"')
                throw new RecordException(rule);
            var digest = CanonicalText.Read(reader.Value);
            if (StrictBase64.DecodeUrl(digest) is not { Length: MerkleHash.Size } || digests.Count > 0 && string.CompareOrdinal(digests[^1], digest) >= 0)
                throw new RecordException(rule);
            digests.Add(digest);
        }
        return digests.Count == SealedDigests.Count ? [.. digests] : throw new RecordException(rule);
    }

    private static MerkleHash? HashOrNull(ReadOnlySpan<byte> value)
    {
        if (value.SequenceEqual("null"u8))
            return null;
        return LeafValue.TryHash(LeafValue.Text("prev", value), out var hash) ? hash : throw new RecordException("prev is a leaf hash in base64url, or null");
    }
}
