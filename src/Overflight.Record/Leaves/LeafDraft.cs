using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Overflight.Record.Merkle;
using Overflight.Record.Tiles;

namespace Overflight.Record.Leaves;

/// <summary>
/// A leaf that is still to be appended: all but its place in its subject's chain and its time. Salts and decoys are in it already,
/// so one draft is appended once.
/// </summary>
public sealed class LeafDraft
{
    /// <summary>The kind of a line that names none.</summary>
    public const string DefaultKind = "entry";

    /// <summary>The subject of a line that names none.</summary>
    public const string DefaultSubject = "record";

    /// <summary>The most bytes that <c>n</c>, <c>prev</c> and <c>t</c> take.</summary>
    private const int MaximumChainLength = 96;

    private readonly LeafText _text;
    private bool _isAppended;

    private LeafDraft(string kind, string subject, LeafText text, IReadOnlyList<Disclosure> disclosures, long? time)
    {
        (Kind, Subject, _text, Disclosures, Time) = (kind, subject, text, disclosures, time);
        if (text.Bytes.Length + MaximumChainLength > EntryBundle.MaximumEntryLength)
            throw new RecordException($"a leaf of about {text.Bytes.Length + MaximumChainLength} bytes is more than {EntryBundle.MaximumEntryLength}; attach large things by their hash");
        if (time is { } stated)
            LeafRules.RequireTime(stated);
    }

    /// <summary>What it is.</summary>
    public string Kind { get; }

    /// <summary>What it is about.</summary>
    public string Subject { get; }

    /// <summary>Unix milliseconds; null takes the clock's when it is appended.</summary>
    public long? Time { get; }

    /// <summary>What opens its sealed fields: secret, and nowhere else unless a vault keeps it.</summary>
    public IReadOnlyList<Disclosure> Disclosures { get; }

    internal long? ExpectedN { get; private init; }

    /// <summary>What the line says of <c>prev</c>, where it says something: a base64url or null.</summary>
    internal (bool Given, string? Leaf) ExpectedPrev { get; private init; }

    /// <summary>A leaf with its fields.</summary>
    /// <param name="kind">What it is, such as <c>flight.departure</c>; <c>record.</c> is kept for the record's own.</param>
    /// <param name="subject">What it is about: 1 to 200 characters.</param>
    /// <param name="fields">The public fields, a JSON object; numbers whole.</param>
    /// <param name="sealedFields">The sealed fields, each name with its JSON; at most 16.</param>
    /// <param name="time">Unix milliseconds, or null for the clock's.</param>
    /// <param name="random">Where salts and decoys come from; null for the system's generator.</param>
    /// <exception cref="RecordException">A rule of docs/record.md, "Leaves", is broken.</exception>
    public static LeafDraft Create(string kind, string subject, ReadOnlySpan<byte> fields, IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? sealedFields = null, long? time = null, RandomSource? random = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        RefuseOwn(kind);
        random ??= RandomNumberGenerator.Fill;
        IReadOnlyList<Disclosure> disclosures = sealedFields is null ? [] : [.. sealedFields.Select(field => Disclosure.Create(field.Key, field.Value.Span, random))];
        return Create(kind, subject, CanonicalJson.CanonicalizeLeaf(fields), disclosures, time, random);
    }

    /// <summary>One of the record's own kinds.</summary>
    internal static LeafDraft CreateOwn(string kind, string subject, ReadOnlySpan<byte> fields) =>
        Create(kind, subject, CanonicalJson.CanonicalizeLeaf(fields), [], null, RandomNumberGenerator.Fill);

    /// <summary>
    /// A leaf of a line of JSON: its members are the fields, but for <c>kind</c>, <c>subject</c> and <c>t</c>, which it may state.
    /// <c>v</c>, <c>n</c> and <c>prev</c> may be there too, and must be what is written.
    /// </summary>
    /// <param name="line">An object.</param>
    /// <param name="seal">The names of the fields to seal; all must be there.</param>
    /// <param name="random">Where salts and decoys come from; null for the system's generator.</param>
    /// <exception cref="RecordException">A rule of docs/record.md, "Leaves", is broken.</exception>
    public static LeafDraft Parse(ReadOnlySpan<byte> line, IReadOnlyCollection<string>? seal = null, RandomSource? random = null)
    {
        random ??= RandomNumberGenerator.Fill;
        var json = CanonicalJson.CanonicalizeLeaf(line);
        var given = LeafLine.Read(json, seal ?? []);
        RefuseOwn(given.Kind);
        LeafRules.RequireKind(given.Kind);
        LeafRules.RequireSubject(given.Subject);
        var disclosures = new List<Disclosure>(given.Sealed.Count);
        foreach (var (name, value) in given.Sealed)
            disclosures.Add(Disclosure.Create(name, json.AsSpan(value), random));
        var text = LeafText.Assemble(given.Kind, given.Subject, json, DigestsOf(disclosures, random), given.Sealed.Count == 0 ? null : place => given.Sealed.Any(field => field.Value.Start.Value == place));
        return new(given.Kind, given.Subject, text, disclosures, given.Time) { ExpectedN = given.N, ExpectedPrev = given.Prev };
    }

    /// <summary>The whole leaf sealed: only marking, authority and date stand in clear.</summary>
    /// <param name="marking">How it is protected, as the releasing authority writes it.</param>
    /// <param name="releaseAuthority">Who may open it.</param>
    /// <param name="reviewDate">When that is to be looked at again.</param>
    /// <param name="random">Where salt and decoys come from; null for the system's generator.</param>
    /// <exception cref="RecordException">It is sealed in part already, states its place in a chain, or is too large.</exception>
    public LeafDraft SealWhole(string marking, string releaseAuthority, DateOnly reviewDate, RandomSource? random = null)
    {
        LeafRules.RequireText("a marking", marking);
        LeafRules.RequireText("a release authority", releaseAuthority);
        if (Disclosures.Count > 0)
            throw new RecordException("a leaf is sealed in part or as a whole, not both");
        if (ExpectedN is not null || ExpectedPrev.Given)
            throw new RecordException("a leaf that is sealed as a whole has no place among those of its subject: leave n and prev out");
        random ??= RandomNumberGenerator.Fill;
        var disclosure = Disclosure.Create(SealedLeaf.FieldName, SealedLeaf.ValueOf(_text.Bytes), random);
        var fields = new LeafFieldsWriter().Text("marking", marking).Text("releaseAuthority", releaseAuthority)
            .Text("reviewDate", reviewDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToJson();
        return Create(SealedLeaf.Kind, SealedLeaf.Subject, fields, [disclosure], Time, random);
    }

    /// <summary>The leaf's bytes in its place.</summary>
    /// <param name="n">How many leaves about its subject are before it.</param>
    /// <param name="time">Unix milliseconds.</param>
    /// <param name="previous">The leaf hash of the last of those.</param>
    /// <exception cref="RecordException">The line that it was read from said otherwise.</exception>
    public byte[] Make(long n, long time, MerkleHash? previous)
    {
        if (ExpectedN is { } expected && expected != n)
            throw new RecordException($"the leaf says n {expected}, and {n} leaves about \"{Subject}\" come before it");
        if (ExpectedPrev.Given && ExpectedPrev.Leaf != previous?.ToBase64Url())
            throw new RecordException($"the leaf says prev {ExpectedPrev.Leaf ?? "null"}, and the last leaf about \"{Subject}\" is {previous?.ToBase64Url() ?? "none"}");
        var (text, placeOfN, placeOfPrev, placeOfT) = _text;
        var buffer = ArrayPool<byte>.Shared.Rent(text.Length + MaximumChainLength);
        var length = 0;
        Add(buffer, ref length, text.AsSpan(0, placeOfN));
        Add(buffer, ref length, "\"n\":"u8);
        AddNumber(buffer, ref length, n);
        Add(buffer, ref length, text.AsSpan(placeOfN, placeOfPrev - placeOfN));
        Add(buffer, ref length, "\"prev\":"u8);
        if (previous is { } hash)
        {
            Span<byte> bytes = stackalloc byte[MerkleHash.Size];
            hash.CopyTo(bytes);
            Add(buffer, ref length, "\""u8);
            Base64Url.EncodeToUtf8(bytes, buffer.AsSpan(length), out _, out var written);
            length += written;
            Add(buffer, ref length, "\","u8);
        }
        else
        {
            Add(buffer, ref length, "null,"u8);
        }
        Add(buffer, ref length, text.AsSpan(placeOfPrev, placeOfT - placeOfPrev));
        Add(buffer, ref length, "\"t\":"u8);
        AddNumber(buffer, ref length, time);
        Add(buffer, ref length, text.AsSpan(placeOfT));
        var leaf = buffer.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(buffer);
        return leaf;
    }

    /// <summary>Two leaves with the same digests would show that the same is sealed in both.</summary>
    internal static void RefuseAppended(IReadOnlyList<LeafDraft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].Disclosures.Count > 0 && (drafts[i]._isAppended || drafts.Take(i).Contains(drafts[i])))
                throw new RecordException("a draft with sealed fields is appended once: its salts are for one leaf");
        }
    }

    internal static void MarkAppended(IReadOnlyList<LeafDraft> drafts)
    {
        foreach (var draft in drafts)
            draft._isAppended = true;
    }

    private static LeafDraft Create(string kind, string subject, byte[] fields, IReadOnlyList<Disclosure> disclosures, long? time, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(subject);
        LeafRules.RequireKind(kind);
        LeafRules.RequireSubject(subject);
        if (fields[0] != (byte)'{')
            throw new RecordException("the fields of a leaf are an object");
        var reader = new CanonicalReader(fields);
        while (reader.Next())
        {
            if (!LeafRules.IsFieldName(reader.Name) || LeafRules.IsMember(CanonicalText.Read(reader.QuotedName)))
                throw new RecordException($"\"{LeafRules.Shown(CanonicalText.Read(reader.QuotedName))}\" is no name of a field: it is kept for the leaf's own members");
            if (disclosures.Count > 0 && CanonicalText.Read(reader.QuotedName) is var name && disclosures.Any(d => d.Name == name))
                throw new RecordException("a field is either public or sealed, and one is both");
        }
        return new(kind, subject, LeafText.Assemble(kind, subject, fields, DigestsOf(disclosures, random)), disclosures, time);
    }

    private static string[] DigestsOf(IReadOnlyList<Disclosure> disclosures, RandomSource random) =>
        disclosures.Count == 0 ? [] : SealedDigests.Of(disclosures, random);

    private static void RefuseOwn(string kind)
    {
        if (kind.StartsWith(LeafRules.OwnPrefix, StringComparison.Ordinal))
            throw new RecordException($"\"{LeafRules.Shown(kind)}\" is kept for the record's own leaves: choose another kind");
    }

    private static void Add(byte[] buffer, ref int length, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
    }

    private static void AddNumber(byte[] buffer, ref int length, long number)
    {
        Utf8Formatter.TryFormat(number, buffer.AsSpan(length), out var written);
        length += written;
        buffer[length++] = (byte)',';
    }
}
