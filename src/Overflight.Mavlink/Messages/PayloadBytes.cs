using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Overflight.Mavlink.Messages;

/// <summary>Arrays, texts and zeros of payloads.</summary>
internal static class PayloadBytes
{
    /// <summary>The longest payload there can be.</summary>
    public const int MaximumLength = 255;

    /// <summary>The payload with the zeros that were left away.</summary>
    public static ReadOnlySpan<byte> Fill(ReadOnlySpan<byte> payload, Span<byte> room)
    {
        if (payload.Length >= room.Length)
            return payload;
        payload.CopyTo(room);
        room[payload.Length..].Clear();
        return room;
    }

    /// <summary>The length without the zeros at the end; the first byte always stays (MAVLink 2, "Payload Truncation").</summary>
    public static int TrimmedLength(ReadOnlySpan<byte> payload) => Math.Max(1, payload.LastIndexOfAnyExcept((byte)0) + 1);

    /// <summary>A text up to its NUL or the end of its field.</summary>
    public static string ReadText(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes.IndexOf((byte)0) is >= 0 and var end ? bytes[..end] : bytes);

    /// <summary>Writes a text, zeros behind it; one that is too long is cut between two characters.</summary>
    public static void WriteText(string text, Span<byte> bytes)
    {
        Utf8.FromUtf16(text, bytes, out _, out var written);
        bytes[written..].Clear();
    }

    public static ushort[] ReadUInt16s(ReadOnlySpan<byte> bytes)
    {
        var values = new ushort[bytes.Length / sizeof(ushort)];
        for (var i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * sizeof(ushort))..]);
        return values;
    }

    public static float[] ReadSingles(ReadOnlySpan<byte> bytes)
    {
        var values = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
        return values;
    }

    public static void WriteArray(byte[] values, Span<byte> bytes)
    {
        Check(values.Length, bytes.Length);
        values.CopyTo(bytes);
        bytes[values.Length..].Clear();
    }

    public static void WriteArray(ushort[] values, Span<byte> bytes)
    {
        Check(values.Length, bytes.Length / sizeof(ushort));
        bytes.Clear();
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(bytes[(i * sizeof(ushort))..], values[i]);
    }

    public static void WriteArray(float[] values, Span<byte> bytes)
    {
        Check(values.Length, bytes.Length / sizeof(float));
        bytes.Clear();
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes[(i * sizeof(float))..], values[i]);
    }

    private static void Check(int length, int room)
    {
        if (length > room)
            throw new ArgumentException($"an array of {length} elements does not fit in a field of {room}");
    }
}
