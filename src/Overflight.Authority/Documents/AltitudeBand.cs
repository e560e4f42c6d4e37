namespace Overflight.Authority.Documents;

/// <summary>Altitudes above mean sea level, both ends included.</summary>
/// <param name="FloorMetres">The lowest, metres.</param>
/// <param name="CeilingMetres">The highest, metres.</param>
public sealed record AltitudeBand(double FloorMetres, double CeilingMetres)
{
    /// <summary>Whether another band lies within this one.</summary>
    public bool Holds(AltitudeBand other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.FloorMetres >= FloorMetres && other.CeilingMetres <= CeilingMetres;
    }

    /// <summary>Whether the two have an altitude in common.</summary>
    public bool Meets(AltitudeBand other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.FloorMetres <= CeilingMetres && other.CeilingMetres >= FloorMetres;
    }
}
