using System.Globalization;

namespace Overflight.Airspace.Zones;

/// <summary>OpenAir's altitudes: GND, SFC, UNL, FL 65, 2500 ft AMSL, 1500m MSL, 500 AGL. Heights above ground count from sea level, which is lower.</summary>
internal static class OpenAirAltitude
{
    public static double Feet(string text, double whenUnlimited)
    {
        var upper = text.ToUpperInvariant();
        if (upper.Contains("GND", StringComparison.Ordinal) || upper.Contains("SFC", StringComparison.Ordinal))
            return double.NegativeInfinity;
        if (upper.Contains("UNL", StringComparison.Ordinal))
            return whenUnlimited;
        var digits = new string(upper.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(c => char.IsAsciiDigit(c) || c == '.').ToArray());
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            throw new FormatException($"altitude \"{text}\" is not understood");
        if (upper.StartsWith("FL", StringComparison.Ordinal))
            return value * 100;
        var unit = upper[(upper.IndexOf(digits, StringComparison.Ordinal) + digits.Length)..].TrimStart();
        return unit.StartsWith('M') && !unit.StartsWith("MSL", StringComparison.Ordinal) ? value / 0.3048 : value;
    }
}
