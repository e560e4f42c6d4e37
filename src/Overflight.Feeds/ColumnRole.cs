namespace Overflight.Feeds;

/// <summary>What a column of a table is good for.</summary>
internal enum ColumnRole : byte
{
    None,
    Time,
    PositionTime,
    Address,
    Name,
    Callsign,
    Registration,
    TypeDesignator,
    Description,
    Latitude,
    Longitude,
    PositionPair,
    BarometricAltitude,
    GeometricAltitude,
    GroundSpeed,
    TrackAngle,
    VerticalRate,
    OnGround,
    Nic,
    ContainmentMetres,
    NacP,
    Sil,
    AccuracyMetres,
    Source,
    Squawk,

    /// <summary>How many roles there are.</summary>
    Count,
}
