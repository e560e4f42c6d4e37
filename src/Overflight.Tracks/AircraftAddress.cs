using System.Globalization;

namespace Overflight.Tracks;

/// <summary>
/// What an aircraft calls itself: a 24-bit ICAO address, or an address that no State assigned
/// (readsb writes those with a leading <c>~</c>).
/// </summary>
/// <param name="Value">The 24 bits.</param>
/// <param name="IsIcao">False for TIS-B track numbers, anonymous addresses and the like.</param>
public readonly record struct AircraftAddress(uint Value, bool IsIcao = true)
{
    /// <summary>No address known.</summary>
    public static AircraftAddress None { get; } = new(0, false);

    /// <summary>Whether an address is known at all.</summary>
    public bool IsKnown => IsIcao || Value != 0;

    /// <summary>Reads six hex digits, any case, with an optional leading <c>~</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out AircraftAddress address)
    {
        text = text.Trim();
        var isIcao = true;
        if (text.Length > 0 && text[0] == '~')
        {
            isIcao = false;
            text = text[1..];
        }
        if (text.Length == 6 && uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            address = new AircraftAddress(value, isIcao);
            return true;
        }
        address = None;
        return false;
    }

    /// <summary>Six lower-case hex digits, with <c>~</c> before an address that no State assigned; empty where none is known.</summary>
    public override string ToString() =>
        !IsKnown ? "" : (IsIcao ? "" : "~") + Value.ToString("x6", CultureInfo.InvariantCulture);
}
