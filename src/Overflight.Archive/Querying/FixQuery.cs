using Overflight.Tracks;

namespace Overflight.Archive.Querying;

/// <summary>Which fixes are wanted; what is not given does not matter, what is given must all hold.</summary>
public sealed record FixQuery
{
    /// <summary>Not before this.</summary>
    public UtcInstant? From { get; init; }

    /// <summary>Not after this.</summary>
    public UtcInstant? To { get; init; }

    /// <summary>In every one of these areas.</summary>
    public IReadOnlyList<IArea> Areas { get; init; } = [];

    /// <summary>Not lower than this, feet: pressure altitude, or the geometric one where there is no other. A fix without altitude does not match.</summary>
    public double? MinimumAltitudeFeet { get; init; }

    /// <summary>Not higher than this, feet; as <see cref="MinimumAltitudeFeet"/>.</summary>
    public double? MaximumAltitudeFeet { get; init; }

    /// <summary>Of this aircraft.</summary>
    public AircraftAddress? Aircraft { get; init; }

    /// <summary>Of these aircraft, by address and name; for loading whole flights.</summary>
    internal IReadOnlySet<AircraftKey>? AnyOf { get; init; }

    /// <summary>Under a call sign of this pattern: <c>*</c> stands for any letters, <c>?</c> for one; case does not matter.</summary>
    public string? Callsign { get; init; }

    /// <summary>With this Mode A code, its four octal digits read as a decimal number.</summary>
    public short? Squawk { get; init; }
}
