using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Overflight.Record.Leaves;

/// <summary>
/// What opens a sealed field: salt, name and value (RFC 9901, section 4.2.1). Its text is the base64url of the JSON array of the
/// three, and the leaf holds the text's digest. Secret until it is published: <see cref="ToString"/> tells the digest only.
/// </summary>
public sealed class Disclosure
{
    /// <summary>The longest text of a disclosure that is sealed here: it must fit into the leaf that may publish it one day.</summary>
    public const int MaximumTextLength = 56_000;

    /// <summary>Random bytes of a salt: 128 bits, as RFC 9901, section 9.3 recommends.</summary>
    public const int SaltLength = 16;

    private readonly byte[] _value;

    private Disclosure(string text, string salt, string name, byte[] value)
    {
        (Text, Salt, Name, _value) = (text, salt, name, value);
        Digest = DigestOf(text);
    }

    /// <summary>The disclosure as it is handed out.</summary>
    public string Text { get; }

    /// <summary>The salt, a text.</summary>
    public string Salt { get; }

    /// <summary>The field's name.</summary>
    public string Name { get; }

    /// <summary>The field's value, canonical JSON.</summary>
    public ReadOnlyMemory<byte> Value => _value;

    /// <summary>What the leaf holds of it.</summary>
    public string Digest { get; }

    /// <summary>Makes a disclosure with a new salt.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">Its value: JSON with whole numbers only.</param>
    /// <param name="random">Where the salt comes from; null for the system's generator.</param>
    /// <exception cref="RecordException">The name cannot be sealed, or the value is no such JSON, or is too long.</exception>
    public static Disclosure Create(string name, ReadOnlySpan<byte> value, RandomSource? random = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        LeafRules.RequireSealedName(name);
        Span<byte> salt = stackalloc byte[SaltLength];
        (random ?? RandomNumberGenerator.Fill)(salt);
        var json = new ArrayBufferWriter<byte>(value.Length + 128);
        json.Write("[\""u8);
        json.Write(Encoding.ASCII.GetBytes(Base64Url.EncodeToString(salt)));
        json.Write("\","u8);
        CanonicalText.Write(name, json);
        json.Write(","u8);
        json.Write(CanonicalJson.CanonicalizeLeaf(value));
        json.Write("]"u8);
        if (Base64Url.GetEncodedLength(json.WrittenCount) > MaximumTextLength)
            throw new RecordException($"a field of {value.Length} bytes is too large to be sealed: its disclosure could not be published in a leaf; seal its hash, and attach the thing itself");
        return Of(Base64Url.EncodeToString(json.WrittenSpan), json.WrittenSpan);
    }

    /// <summary>Reads a disclosure of a field, whoever made it: spaces and escapes may stand in its JSON, as the digest is of the text.</summary>
    /// <exception cref="RecordException">It is none; the message holds nothing of it.</exception>
    public static Disclosure Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (StrictBase64.DecodeUrl(text) is not { } bytes)
            throw new RecordException("a disclosure is base64url without padding, and this is not");
        try
        {
            return Of(text, CanonicalJson.Canonicalize(bytes));
        }
        catch (RecordException error)
        {
            throw new RecordException($"a disclosure is an array of salt, name and value, and this is not: {error.Message}", error);
        }
    }

    /// <summary>The digest of any disclosure's text: base64url of the SHA-256 of its ASCII bytes (RFC 9901, section 4.2.3).</summary>
    public static string DigestOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
    }

    /// <summary>The digest, which is public.</summary>
    public override string ToString() => Digest;

    private static Disclosure Of(string text, ReadOnlySpan<byte> array)
    {
        if (array[0] != (byte)'[')
            throw new RecordException("it is no array");
        var reader = new CanonicalReader(array);
        Span<Range> parts = stackalloc Range[3];
        var count = 0;
        for (; reader.Next(); count++)
        {
            if (count < parts.Length)
                parts[count] = reader.ValueRange;
        }
        if (count != parts.Length)
            throw new RecordException($"it has {count} elements, not 3");
        if (array[parts[0]][0] != (byte)'"' || array[parts[1]][0] != (byte)'"')
            throw new RecordException("its salt or its name is no text");
        var name = CanonicalText.Read(array[parts[1]]);
        if (name is "_sd" or "_sd_alg" or "...")
            throw new RecordException("its name is one that RFC 9901 keeps for itself");
        return new(text, CanonicalText.Read(array[parts[0]]), name, array[parts[2]].ToArray());
    }
}
