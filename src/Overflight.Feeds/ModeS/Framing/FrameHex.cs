using System.Buffers;

namespace Overflight.Feeds.ModeS;

/// <summary>Messages as hex digits.</summary>
internal static class FrameHex
{
    /// <summary>Reads 4, 14 or 28 digits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> digits, out ModeSFrame frame)
    {
        frame = default;
        if (digits.Length is not (2 * ModeSFrame.ModeAcLength or 2 * ModeSFrame.ShortLength or 2 * ModeSFrame.LongLength))
            return false;
        Span<byte> bytes = stackalloc byte[digits.Length / 2];
        if (Convert.FromHexString(digits, bytes, out _, out _) != OperationStatus.Done)
            return false;
        frame = ModeSFrame.Of(bytes);
        return true;
    }
}
