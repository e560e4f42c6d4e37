namespace Overflight.Feeds.ModeS;

/// <summary>What an altitude is above.</summary>
public enum AltitudeType : byte
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The 1013.25 hPa surface.</summary>
    Barometric,

    /// <summary>The WGS-84 ellipsoid.</summary>
    Geometric,
}
