using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets.St1303;

/// <summary>Takes BER-OID numbers off the front of bytes.</summary>
internal ref struct OidReader(ReadOnlySpan<byte> bytes)
{
    public ReadOnlySpan<byte> Rest { get; private set; } = bytes;

    public bool TryNext(int max, out int value)
    {
        var read = Ber.TryReadOid(Rest, out var number, out var size) && number <= (ulong)max;
        value = read ? (int)number : 0;
        Rest = Rest[size..];
        return read;
    }

    public bool TryTake(int length, out ReadOnlySpan<byte> taken)
    {
        var read = length <= Rest.Length;
        taken = read ? Rest[..length] : default;
        Rest = read ? Rest[length..] : default;
        return read;
    }
}
