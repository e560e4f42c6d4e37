namespace Overflight.Patterns.Reach;

/// <summary>What looks: how its line of sight bends, and how far it reaches where that is stated.</summary>
/// <param name="Line">How its line of sight bends.</param>
/// <param name="RangeMetres">Greatest slant range, metres; infinite for the horizon alone.</param>
public readonly record struct Sensor(SightLine Line, double RangeMetres = double.PositiveInfinity)
{
    /// <summary>Eyes and cameras in clear mean air, to the horizon.</summary>
    public static Sensor Optical { get; } = new(SightLine.Optical);

    /// <summary>k: how much larger the earth is over which its lines of sight are straight.</summary>
    public double RadiusFactor => Line switch
    {
        SightLine.Optical => 7.0 / 6,
        SightLine.Radar => 4.0 / 3,
        _ => 1,
    };
}
