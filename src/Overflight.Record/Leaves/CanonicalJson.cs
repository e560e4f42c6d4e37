namespace Overflight.Record.Leaves;

/// <summary>
/// The one form of a JSON value (RFC 8785, JSON Canonicalization Scheme): no white space, members in the order of their names'
/// UTF-16 code units, numbers and strings as ECMAScript writes them, UTF-8.
/// </summary>
/// <remarks>
/// Refused is what has no one form (RFC 8785, section 3.1): names that come twice, lone surrogates, bytes that are no UTF-8, and
/// numbers beyond a double. Noncharacters stay as they are, as in ECMAScript. Messages tell the byte and never what stands there:
/// it may be secret.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>How deep arrays and objects may stand in one another; the outermost is 1.</summary>
    public const int MaximumDepth = 128;

    /// <summary>The same for a leaf.</summary>
    public const int MaximumLeafDepth = 16;

    /// <summary>The largest whole number that every reader of JSON keeps, 2^53 − 1 (RFC 7493, section 2.2).</summary>
    public const long MaximumInteger = (1L << 53) - 1;

    /// <summary>The canonical form of any JSON text.</summary>
    /// <exception cref="RecordException">It has none; the message says why, and at which byte.</exception>
    public static byte[] Canonicalize(ReadOnlySpan<byte> json) => Canonicalize(json, wholeNumbers: false, MaximumDepth);

    /// <summary>The canonical form of JSON as leaves have it: numbers whole, written so, within ±(2^53 − 1); nested at most 16 deep.</summary>
    /// <exception cref="RecordException">It has none, or holds 1.0, 1e2, -0 or a number too large.</exception>
    public static byte[] CanonicalizeLeaf(ReadOnlySpan<byte> json) => Canonicalize(json, wholeNumbers: true, MaximumLeafDepth);

    /// <summary>Refuses a leaf's JSON that is not in its canonical form already.</summary>
    internal static void RequireLeafForm(ReadOnlySpan<byte> json)
    {
        using var canonicalizer = new JsonCanonicalizer(json, wholeNumbers: true, MaximumLeafDepth);
        var canonical = canonicalizer.Run();
        if (!canonical.SequenceEqual(json))
            throw new RecordException($"the JSON is not in its canonical form (RFC 8785), from byte {canonical.CommonPrefixLength(json)} on");
    }

    internal static byte[] Canonicalize(ReadOnlySpan<byte> json, bool wholeNumbers, int depth)
    {
        using var canonicalizer = new JsonCanonicalizer(json, wholeNumbers, depth);
        return canonicalizer.Run().ToArray();
    }
}
