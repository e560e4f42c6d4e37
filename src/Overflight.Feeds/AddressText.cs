using System.Text;
using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>Reads 24-bit addresses as tables write them.</summary>
internal static class AddressText
{
    public static bool TryRead(ReadOnlySpan<byte> text, out AircraftAddress address)
    {
        address = AircraftAddress.None;
        text = text.Trim(" \t"u8);
        if (text.Length is < 6 or > 7)
            return false;
        Span<char> characters = stackalloc char[7];
        return AircraftAddress.TryParse(characters[..Encoding.Latin1.GetChars(text, characters)], out address);
    }
}
