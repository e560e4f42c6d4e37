using System.Buffers.Binary;
using System.Text;

namespace Overflight.Record.Notes;

/// <summary>A witness's statement that a checkpoint is the largest it has seen of a log that only ever grew (C2SP tlog-cosignature).</summary>
internal static class Cosignature
{
    private const int TimeLength = sizeof(ulong);

    /// <summary>Signs a checkpoint at a time.</summary>
    public static byte[] Sign(NoteAlgorithm algorithm, string name, byte[] seed, string text, DateTimeOffset time)
    {
        var seconds = (ulong)time.ToUnixTimeSeconds();
        var signature = SignatureScheme.Of(algorithm).Sign(seed, MessageOf(algorithm, name, text, seconds));
        var bytes = new byte[TimeLength + signature.Length];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, seconds);
        signature.CopyTo(bytes, TimeLength);
        return bytes;
    }

    /// <summary>The time of a cosignature, or null where it is false or the text is no checkpoint.</summary>
    public static DateTimeOffset? Verify(NoteVerifier verifier, string text, NoteSignature signature)
    {
        var bytes = signature.Bytes.Span;
        if (bytes.Length < TimeLength || Checkpoint.TryParse(text) is null || TimeOf(bytes) is not { } time)
            return null;
        var message = MessageOf(verifier.Algorithm, verifier.Name, text, (ulong)time.ToUnixTimeSeconds());
        return SignatureScheme.Of(verifier.Algorithm).Verify(verifier.PublicKey.ToArray(), message, bytes[TimeLength..]) ? time : null;
    }

    /// <summary>The time that a signature states if it is a cosignature, by its length; nobody has verified it. Null where it states none.</summary>
    public static DateTimeOffset? StatedTime(NoteSignature signature)
    {
        var bytes = signature.Bytes.Span;
        var isOne = bytes.Length - TimeLength == SignatureScheme.Of(NoteAlgorithm.Ed25519Cosignature).SignatureLength || bytes.Length - TimeLength == SignatureScheme.Of(NoteAlgorithm.MlDsa44Cosignature).SignatureLength;
        // A time of 0 makes no statement.
        return isOne && TimeOf(bytes) is { } time && time > DateTimeOffset.UnixEpoch ? time : null;
    }

    /// <summary>Null where the seconds are none that a date can be made of.</summary>
    private static DateTimeOffset? TimeOf(ReadOnlySpan<byte> signature)
    {
        var seconds = BinaryPrimitives.ReadUInt64BigEndian(signature);
        return seconds <= (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null;
    }

    private static byte[] MessageOf(NoteAlgorithm algorithm, string name, string text, ulong seconds)
    {
        if (algorithm == NoteAlgorithm.Ed25519Cosignature)
            return Encoding.UTF8.GetBytes($"cosignature/v1\ntime {seconds}\n{text}");

        var checkpoint = Checkpoint.TryParse(text) ?? throw new RecordException("a cosignature is over a checkpoint, and this is none");
        using var message = new MemoryStream();
        message.Write("subtree/v1\n\0"u8);
        WriteText(message, name);
        WriteNumber(message, seconds);
        WriteText(message, checkpoint.Origin);
        WriteNumber(message, 0);
        WriteNumber(message, (ulong)checkpoint.Size);
        message.Write(checkpoint.Root.ToArray());
        return message.ToArray();
    }

    private static void WriteText(MemoryStream message, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length is 0 or > byte.MaxValue)
            throw new RecordException($"an ML-DSA-44 cosignature holds names of 1 to 255 bytes, not {bytes.Length}");
        message.WriteByte((byte)bytes.Length);
        message.Write(bytes);
    }

    private static void WriteNumber(MemoryStream message, ulong number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        message.Write(bytes);
    }
}
