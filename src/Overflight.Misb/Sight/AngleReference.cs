namespace Overflight.Misb.Sight;

/// <summary>What a stream's azimuth and elevation are counted from.</summary>
public enum AngleReference
{
    /// <summary>The platform's axes, as MISB ST 0601 has tags 18 to 20.</summary>
    Platform,

    /// <summary>True north and the horizon, as EG 0104 has them.</summary>
    Earth,

    /// <summary>The north of the sensor's UTM grid zone, and the horizon.</summary>
    EarthGridNorth,
}
